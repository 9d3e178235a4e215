package io.jenkins.plugins.compliance.engine.report.licence;

import io.jenkins.plugins.compliance.engine.report.licence.Licence.Ambiguous;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Named;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Licences that are mentioned in a text that is no expression. A mention gives no permission: who says {@code MIT} in a sentence may
 * mean anything. It is there so that {@code MIT, GPL-3.0-only} is not let pass by a policy that denies the latter and lets unknown texts
 * pass. Characters that merely look like others, or that nobody sees, are read as what they look like.
 */
final class MentionedLicences {
    private static final int LONGEST_ID = 200;
    private static final int MOST = 1000;
    private static final Set<String> DIVIDING = Set.of("and", "or", "with", "und", "et", "plus");

    private final Map<String, Licence> mentioned = new LinkedHashMap<>();

    private MentionedLicences() {}

    /** The licences in the order in which they are mentioned, each once. */
    static List<Licence> in(String text) {
        MentionedLicences licences = new MentionedLicences();
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        licences.look(folded, false);
        if (folded.codePoints().anyMatch(MentionedLicences::isInvisible)) {
            licences.look(folded, true);
        }
        return new ArrayList<>(licences.mentioned.values());
    }

    /** Looks at each word, and at what stands between words and signs that divide. */
    private void look(String text, boolean divideAtInvisible) {
        StringBuilder word = new StringBuilder();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i <= text.length(); ) {
            int c = i < text.length() ? text.codePointAt(i) : ',';
            i += Character.charCount(c);
            if (isInvisible(c)) {
                if (!divideAtInvisible) {
                    continue;
                }
                c = ' ';
            }
            if (isIdCharacter(c) && !(c == '+' && i < text.length() && isIdCharacter(text.codePointAt(i)))) {
                append(word, Character.getType(c) == Character.DASH_PUNCTUATION ? '-' : c);
                continue;
            }
            boolean divides = endOfWord(word, part);
            if (divides || !LicenceParser.isSpace(c) && c != '"' && c != '\'') {
                name(part.toString());
                part.setLength(0);
            }
        }
    }

    /** Whether the word that ends here divides what stands before it from what follows. */
    private boolean endOfWord(StringBuilder written, StringBuilder part) {
        String word = written.toString();
        written.setLength(0);
        if (DIVIDING.contains(word.toLowerCase(Locale.ROOT))) {
            return true;
        }
        id(word);
        append(part, ' ');
        if (part.length() <= LONGEST_ID) {
            part.append(word);
        }
        return false;
    }

    private void id(String written) {
        int begin = 0;
        int end = written.length();
        while (begin < end && isMark(written.charAt(begin))) {
            begin++;
        }
        while (begin < end && isMark(written.charAt(end - 1))) {
            end--;
        }
        if (begin < end && end - begin <= LONGEST_ID) {
            String word = written.substring(begin, end);
            LicenceList list = LicenceList.standard();
            boolean later = word.endsWith("+");
            if (list.licence(word).isPresent()
                    || later
                            && list.licence(word.substring(0, word.length() - 1))
                                    .isPresent()
                    || LicenceTerm.isReference(word, "LicenseRef-")) {
                keep(LicenceTerm.of(word));
            } else {
                name(word);
            }
        }
    }

    private void name(String part) {
        LicenceName.meaning(part).ifPresent(this::keep);
    }

    private void keep(Licence licence) {
        if (licence instanceof Named || licence instanceof Ambiguous) {
            if (mentioned.size() < MOST) {
                mentioned.putIfAbsent(licence.text(), licence);
            }
        } else if (licence instanceof Licence.All all) {
            all.parts().forEach(this::keep);
        } else if (licence instanceof Licence.Any any) {
            any.parts().forEach(this::keep);
        }
    }

    private static void append(StringBuilder text, int c) {
        if (text.length() <= LONGEST_ID) {
            text.appendCodePoint(c);
        }
    }

    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || Character.isISOControl(c) && !LicenceParser.isSpace(c);
    }

    private static boolean isIdCharacter(int c) {
        return Character.isLetterOrDigit(c)
                || c == '.'
                || c == '+'
                || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    private static boolean isMark(char c) {
        return c == '.' || c == '-';
    }
}
