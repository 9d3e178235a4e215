package io.jenkins.plugins.compliance.engine.report.licence;

import io.jenkins.plugins.compliance.engine.io.file.TsvResource;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Ambiguous;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names of licences, as package metadata writes them. They are compared by their words and numbers: {@code The Apache License,
 * Version 2.0}, {@code Apache License v2} and {@code Apache-2.0} are one.
 */
final class LicenceName {
    private static final int LONGEST = 200;
    private static final Set<String> EMPTY_WORDS =
            Set.of("the", "version", "v", "ver", "license", "licence", "licenses", "licences");
    private static final Set<String> LATER = Set.of("later", "newer", "greater", "higher");

    private static final class Table {
        private static final Map<String, String> MEANINGS = load();
        private static final Map<String, List<Named>> FAMILIES = families(MEANINGS.values());
    }

    private LicenceName() {}

    /** What a name means; empty when it is not known. */
    static Optional<Licence> meaning(String name) {
        String key = key(name);
        String meaning = key.isEmpty() ? null : Table.MEANINGS.get(key);
        return meaning == null ? Optional.empty() : Optional.of(read(name, meaning));
    }

    /**
     * The licence that a cell of our tables stands for: an expression, {@code ?} and patterns of ids where the text leaves open which,
     * {@code -} where it is clear and has no id.
     *
     * @param stated the text that means it
     */
    static Licence read(String stated, String meaning) {
        if (meaning.equals("-")) {
            return new Named(stated, Set.of(plain(stated)), Set.of(), true);
        }
        if (meaning.startsWith("? ")) {
            List<Named> candidates = Table.FAMILIES.get(meaning);
            return new Ambiguous(stated, Set.of(plain(stated)), candidates == null ? family(meaning) : candidates);
        }
        try {
            Licence licence = LicenceParser.parse(meaning);
            return licence instanceof Named named ? named.alsoWritten(plain(stated)) : licence;
        } catch (LicenceSyntaxException e) {
            throw new IllegalStateException("the engine's table means by " + stated + " what is no expression", e);
        }
    }

    /** A text in lower case, with single spaces, to be compared with others. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (!LicenceParser.isSpace(c)) {
                plain.appendCodePoint(c);
            } else if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }

    /** What two names that mean the same have in common; empty for a text that is too long to be one. */
    static String key(String name) {
        if (name.length() > LONGEST) {
            return "";
        }
        List<String> words = new ArrayList<>();
        for (String word : separated(name).split(" ")) {
            add(words, word);
        }
        return String.join(" ", words);
    }

    /** In lower case, with a space for each character that is neither letter nor digit nor joins numbers. */
    private static String separated(String name) {
        StringBuilder separated = new StringBuilder();
        name.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            boolean kept = Character.isLetterOrDigit(c) || c == '.' || c == '+' || c == '/';
            separated.appendCodePoint(kept ? c : ' ');
        });
        return separated.toString();
    }

    private static void add(List<String> words, String written) {
        String word = written;
        while (word.startsWith(".") || word.endsWith(".")) {
            word = word.startsWith(".") ? word.substring(1) : word.substring(0, word.length() - 1);
        }
        if (word.isEmpty() || EMPTY_WORDS.contains(word)) {
            return;
        }
        int last = words.size() - 1;
        if (LATER.contains(word) && last > 0) {
            int or = words.get(last).equals("any") ? last - 1 : last;
            if (or > 0 && words.get(or).equals("or")) {
                words.subList(or, words.size()).clear();
                String number = words.get(or - 1);
                words.set(or - 1, number.endsWith("+") ? number : number + "+");
                return;
            }
        }
        int digit = firstDigit(word);
        if (digit > 0) {
            String letters = word.substring(0, word.charAt(digit - 1) == 'v' ? digit - 1 : digit);
            if (!letters.isEmpty()) {
                words.add(letters);
            }
            words.add(number(word.substring(digit)));
        } else {
            words.add(digit == 0 ? number(word) : word);
        }
    }

    /** Where the number of a word of letters and a number begins; -1 when it is none. */
    private static int firstDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= '0' && c <= '9') {
                return i;
            }
            if (c < 'a' || c > 'z') {
                return -1;
            }
        }
        return -1;
    }

    /** {@code 2} for {@code 2.0}, {@code 2+} for {@code 2.0+}. */
    private static String number(String number) {
        String end = number.endsWith("+") ? "+" : "";
        String digits = number.substring(0, number.length() - end.length());
        boolean plain = digits.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
        return plain && digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) + end : number;
    }

    /** The licences that a cell leaves open. */
    private static List<Named> family(String meaning) {
        return LicenceTerm.matching(meaning.substring(2).split(" "));
    }

    private static Map<String, List<Named>> families(Collection<String> meanings) {
        Map<String, List<Named>> families = new HashMap<>();
        for (String meaning : meanings) {
            if (meaning.startsWith("? ")) {
                families.computeIfAbsent(meaning, LicenceName::family);
            }
        }
        return families;
    }

    private static Map<String, String> load() {
        Map<String, String> meanings = new HashMap<>();
        for (LicenceList.Entry entry : LicenceList.standard().licences()) {
            if (entry.instead().isEmpty()) {
                meanings.putIfAbsent(key(entry.name()), entry.id());
            }
        }
        for (LicenceList.Entry entry : LicenceList.standard().licences()) {
            if (entry.instead().isEmpty()) {
                meanings.put(key(entry.id()), entry.id());
            }
        }
        for (String[] row : TsvResource.rows(LicenceName.class, "licence-names.tsv")) {
            meanings.put(key(row[0]), row[1]);
        }
        meanings.remove("");
        return meanings;
    }
}
