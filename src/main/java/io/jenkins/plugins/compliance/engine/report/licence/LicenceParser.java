package io.jenkins.plugins.compliance.engine.report.licence;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads expressions of licences (SPDX 2.3 annex D, SPDX 3.0 annex B). {@code WITH} binds before {@code AND}, and that before {@code OR};
 * operators are in upper or in lower case, as 3.0 has it. In mixed case they are no operators there and none here: a text that offers
 * {@code MIT Or GPL-3.0-only} offers no choice. More lenient than the standard in one point, where bills of materials are: any white
 * space separates, and none is needed beside a parenthesis.
 */
final class LicenceParser {
    /** How deep parentheses may be nested; no real expression comes near. */
    static final int NESTING = 100;

    private final List<String> tokens;
    private final Map<String, String> definitions;
    private int next;

    private LicenceParser(List<String> tokens, Map<String, String> definitions) {
        this.tokens = tokens;
        this.definitions = definitions;
    }

    /**
     * What an expression means; its licences need not be known.
     *
     * @throws LicenceSyntaxException when the text is no expression
     */
    static Licence parse(String text) throws LicenceSyntaxException {
        return parse(text, Map.of());
    }

    /**
     * What an expression means whose references are defined beside it.
     *
     * @param definitions names of licences by the references that stand for them, these in lower case
     * @throws LicenceSyntaxException when the text is no expression
     */
    static Licence parse(String text, Map<String, String> definitions) throws LicenceSyntaxException {
        LicenceParser parser = new LicenceParser(tokens(text), definitions);
        Licence licence = parser.any(0);
        if (parser.next < parser.tokens.size()) {
            throw new LicenceSyntaxException("something follows the expression", false);
        }
        return licence;
    }

    /** Whether white space of any kind, no-break spaces and line ends among them. */
    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /** The words and parentheses of a text. */
    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean parenthesis = c == '(' || c == ')';
            if (parenthesis || isSpace(c)) {
                if (begin < i) {
                    tokens.add(text.substring(begin, i));
                }
                if (parenthesis) {
                    tokens.add(String.valueOf(c));
                }
                begin = i + 1;
            }
        }
        return tokens;
    }

    private Licence any(int depth) throws LicenceSyntaxException {
        List<Licence> parts = new ArrayList<>();
        do {
            parts.add(all(depth));
        } while (take("OR", "or"));
        return Licence.any(parts);
    }

    private Licence all(int depth) throws LicenceSyntaxException {
        List<Licence> parts = new ArrayList<>();
        do {
            parts.add(single(depth));
        } while (take("AND", "and"));
        return Licence.all(parts);
    }

    private Licence single(int depth) throws LicenceSyntaxException {
        if (depth > NESTING) {
            throw new LicenceSyntaxException("parentheses are nested deeper than " + NESTING, true);
        }
        if (take("(", "(")) {
            Licence licence = any(depth + 1);
            if (!take(")", ")")) {
                throw new LicenceSyntaxException("a parenthesis is not closed", false);
            }
            return licence;
        }
        Licence licence = LicenceTerm.of(word(), definitions);
        return take("WITH", "with") ? LicenceTerm.with(licence, word()) : licence;
    }

    private String word() throws LicenceSyntaxException {
        String token = peek();
        if (token == null || isPunctuation(token)) {
            throw new LicenceSyntaxException("an id is missing", false);
        }
        next++;
        return token;
    }

    private boolean take(String upper, String lower) {
        String token = peek();
        if (upper.equals(token) || lower.equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    private @CheckForNull String peek() {
        return next < tokens.size() ? tokens.get(next) : null;
    }

    private static boolean isPunctuation(String token) {
        return switch (token) {
            case "AND", "and", "OR", "or", "WITH", "with", "(", ")" -> true;
            default -> false;
        };
    }
}
