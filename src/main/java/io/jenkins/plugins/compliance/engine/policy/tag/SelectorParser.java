package io.jenkins.plugins.compliance.engine.policy.tag;

import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector.Operator;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the syntax of Kubernetes label selectors: {@code key}, {@code !key}, {@code key = v}, {@code key == v},
 * {@code key != v}, {@code key in (v, w)}, {@code key notin (v, w)}, joined by commas. Keys have no prefix, and a list in
 * parentheses has at least one value and no empty one.
 */
final class SelectorParser {
    private static final int LONGEST = 4096;
    private static final String OPERATORS = "=, ==, !=, in (...), notin (...) or a comma";

    private final String text;
    private int at;

    private SelectorParser(String text) {
        this.text = text;
    }

    /**
     * Reads a selector; one of white space alone matches everything.
     *
     * @throws PolicySyntaxException when the text is not a selector
     */
    static Selector parse(String text) {
        if (text.length() > LONGEST) {
            throw new PolicySyntaxException(
                    LONGEST + 1, "selector of " + text.length() + " characters; expected at most " + LONGEST);
        }
        return new SelectorParser(text).selector();
    }

    private Selector selector() {
        List<Term> terms = new ArrayList<>();
        skipSpace();
        if (at == text.length()) {
            return new Selector(terms, text);
        }
        while (true) {
            terms.add(term());
            skipSpace();
            if (at == text.length()) {
                return new Selector(terms, text);
            }
            expect(',', "a comma or the end of the selector");
            skipSpace();
            if (at == text.length()) {
                throw error(at, "nothing", "a term after the comma");
            }
        }
    }

    private Term term() {
        if (peek() == '!' && peek(1) != '=') {
            at++;
            skipSpace();
            return new Term(key(), Operator.ABSENT, List.of());
        }
        String key = key();
        skipSpace();
        int operatorAt = at;
        switch (peek()) {
            case '\0', ',' -> {
                return new Term(key, Operator.EXISTS, List.of());
            }
            case '=' -> {
                at += peek(1) == '=' ? 2 : 1;
                return new Term(key, Operator.IN, List.of(singleValue(key)));
            }
            case '!' -> {
                at++;
                expect('=', "= after ! (as in " + key + " != value)");
                return new Term(key, Operator.NOT_IN, List.of(singleValue(key)));
            }
            default -> {
                return switch (word()) {
                    case "in" -> new Term(key, Operator.IN, list(key, "in"));
                    case "notin" -> new Term(key, Operator.NOT_IN, list(key, "notin"));
                    default -> throw error(operatorAt, found(operatorAt), OPERATORS + " after the tag " + key);
                };
            }
        }
    }

    private String key() {
        int start = at;
        String key = word();
        if (key.isEmpty()) {
            throw error(start, found(start), "the name of a tag");
        }
        if (!Tags.isName(key)) {
            throw error(start, "\"" + key + "\"", "the name of a tag: " + Tags.SYNTAX);
        }
        return key;
    }

    private String singleValue(String key) {
        skipSpace();
        int start = at;
        String value = word();
        // As in Kubernetes, "key =" asks for the empty value.
        if (value.isEmpty() && peek() != ',' && peek() != '\0') {
            throw error(start, found(start), "a value of the tag " + key);
        }
        return checked(value, start, key);
    }

    private List<String> list(String key, String operator) {
        skipSpace();
        expect('(', "( after " + operator);
        List<String> values = new ArrayList<>();
        while (true) {
            skipSpace();
            int start = at;
            String value = word();
            if (value.isEmpty()) {
                throw error(start, found(start), "a value of the tag " + key);
            }
            values.add(checked(value, start, key));
            skipSpace();
            if (peek() == ')') {
                at++;
                return values;
            }
            expect(',', "a comma or ) in the values of the tag " + key);
        }
    }

    private static String checked(String value, int start, String key) {
        if (!value.isEmpty() && !Tags.isName(value)) {
            throw error(start, "\"" + value + "\"", "a value of the tag " + key + ": " + Tags.SYNTAX);
        }
        return value;
    }

    private String word() {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '/';
    }

    private void expect(char c, String expected) {
        if (peek() != c) {
            throw error(at, found(at), expected);
        }
        at++;
    }

    private char peek() {
        return peek(0);
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private String found(int start) {
        if (start >= text.length()) {
            return "the end of the selector";
        }
        int end = start + 1;
        while (end < text.length() && isWord(text.charAt(start)) && isWord(text.charAt(end))) {
            end++;
        }
        return DocumentProblems.quoted(text.substring(start, end));
    }

    private static PolicySyntaxException error(int at, String found, String expected) {
        return new PolicySyntaxException(at + 1, "found " + found + ", expected " + expected);
    }
}
