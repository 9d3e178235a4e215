package io.jenkins.plugins.compliance.engine.report.licence;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Ambiguous;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Named;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Unknown;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A licence as a report states it: an SPDX expression or id, a name, or an address. Where that alone leaves open what is meant, what the
 * report states beside it follows in angle brackets: {@code LGPL <https://www.gnu.org/licenses/lgpl-2.1.html>}, or
 * {@code MIT AND LicenseRef-1 <LicenseRef-1: New BSD License>}.
 */
public final class LicenceText {
    /** How long a text about a licence may be to be looked at; longer than any expression, and than most texts of licences. */
    static final int LONGEST = 65_536;

    private static final int MOST_NOTES = 20;
    private static final int LONGEST_NOTE = 200;

    private LicenceText() {}

    /**
     * A name with the address that is stated beside it, where that may tell what the name does not.
     *
     * @param address null when none is stated
     */
    public static String at(String name, @CheckForNull String address) {
        return address == null || !LicenceAddress.is(address) || Licence.known(meaning(name))
                ? name
                : name + " <" + address + '>';
    }

    /**
     * An expression with the names of the licences that its references stand for, where these are known.
     *
     * @param definitions names by reference, as a document states them
     */
    public static String defining(String expression, Map<String, String> definitions) {
        if (expression.length() > LONGEST || !expression.contains("LicenseRef-")) {
            return expression;
        }
        StringBuilder text = new StringBuilder(expression);
        LicenceParser.tokens(expression).stream()
                .filter(LicenceTerm::isLocalReference)
                .filter(definitions::containsKey)
                .distinct()
                .limit(MOST_NOTES)
                .forEach(reference -> {
                    String name = definitions.getOrDefault(reference, "");
                    if (isNote(name) && !(alone(name) instanceof Unknown)) {
                        text.append(" <")
                                .append(reference)
                                .append(": ")
                                .append(name)
                                .append('>');
                    }
                });
        return text.toString();
    }

    private static boolean isNote(String name) {
        return name.length() <= LONGEST_NOTE && name.chars().noneMatch(c -> c == '<' || c == '>' || c == '\n');
    }

    /** What a text means. */
    static Licence meaning(String text) {
        if (text.length() > LONGEST) {
            String reason = "it is longer than " + LONGEST + " characters";
            return new Unknown(text, Set.of(), List.of(), null, reason);
        }
        Map<String, String> definitions = new HashMap<>();
        String stated = text.strip();
        String rest = stated;
        for (int i = 0; i < MOST_NOTES && rest.endsWith(">"); i++) {
            int begin = rest.lastIndexOf(" <");
            if (begin <= 0) {
                break;
            }
            String note = rest.substring(begin + 2, rest.length() - 1);
            String before = rest.substring(0, begin).strip();
            if (definitions.isEmpty() && LicenceAddress.is(note)) {
                return beside(stated, before, note);
            }
            int colon = note.indexOf(": ");
            if (colon < 0 || !LicenceTerm.isLocalReference(note.substring(0, colon))) {
                break;
            }
            definitions.put(note.substring(0, colon).toLowerCase(Locale.ROOT), note.substring(colon + 2));
            rest = before;
        }
        return alone(rest, definitions);
    }

    /** What a text means beside which nothing is stated. */
    static Licence alone(String text) {
        return alone(text, Map.of());
    }

    private static Licence alone(String text, Map<String, String> definitions) {
        if (LicenceAddress.is(text)) {
            return LicenceAddress.meaning(text).orElseGet(() -> LicenceTerm.unknown(text));
        }
        Licence parsed;
        try {
            parsed = LicenceParser.parse(text, definitions);
        } catch (LicenceSyntaxException e) {
            return LicenceName.meaning(text).orElseGet(() -> {
                Unknown unknown = LicenceTerm.unknown(text);
                return e.limit()
                        ? new Unknown(text, unknown.names(), unknown.mentioned(), null, e.getMessage())
                        : unknown;
            });
        }
        return Licence.known(parsed) ? parsed : LicenceName.meaning(text).orElse(parsed);
    }

    /** The name counts; where it leaves something open, the address tells, and never against the name. */
    private static Licence beside(String stated, String name, String address) {
        Licence byName = alone(name);
        Optional<Licence> byAddress = LicenceAddress.meaning(address);
        Set<String> names = new LinkedHashSet<>(List.of(LicenceName.plain(name), LicenceName.plain(stated)));
        if (byName instanceof Ambiguous ambiguous) {
            List<Named> open = ambiguous.candidates();
            List<Named> told = byAddress.map(LicenceText::candidates).orElse(List.of());
            boolean narrower = !told.isEmpty() && texts(open).containsAll(texts(told));
            return new Ambiguous(stated, names, narrower ? told : open);
        }
        if (byName instanceof Unknown unknown) {
            return new Unknown(stated, names, unknown.mentioned(), byAddress.orElse(null), unknown.reason());
        }
        return byName;
    }

    private static List<Named> candidates(Licence licence) {
        if (licence instanceof Named named) {
            return List.of(named);
        }
        return licence instanceof Ambiguous ambiguous ? ambiguous.candidates() : List.of();
    }

    private static Set<String> texts(List<Named> licences) {
        Set<String> texts = new LinkedHashSet<>();
        licences.forEach(each -> texts.add(each.text()));
        return texts;
    }
}
