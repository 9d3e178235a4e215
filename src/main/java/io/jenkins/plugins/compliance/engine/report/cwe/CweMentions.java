package io.jenkins.plugins.compliance.engine.report.cwe;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.OptionalInt;

/** Recognises numbers of the Common Weakness Enumeration in the ways in which tools write them. Linear in the text. */
public final class CweMentions {
    /** Numbers have had at most four digits so far. */
    private static final int MOST_DIGITS = 5;

    private CweMentions() {}

    /** Adds what a free text mentions as {@code CWE-120} or {@code cwe-120}. */
    public static void inText(@CheckForNull String text, CweClaim.Basis basis, CweClaims into) {
        if (text == null) {
            return;
        }
        for (int at = next(text, 0); at >= 0; at = next(text, at + 1)) {
            int from = at + 3;
            if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && from < text.length()
                    && text.charAt(from) == '-') {
                number(text, from + 1).ifPresent(cwe -> into.add(cwe, basis));
            }
        }
    }

    /**
     * The number in a tag: {@code external/cwe/cwe-079} (CodeQL), {@code CWE-79}, {@code CWE-79: Improper ...} (Semgrep),
     * {@code CWE:79}, {@code cwe_79}; empty when it is none.
     */
    public static OptionalInt ofTag(String tag) {
        for (int at = next(tag, 0); at >= 0; at = next(tag, at + 1)) {
            int from = at + 3;
            while (from < tag.length() && "-_:/ ".indexOf(tag.charAt(from)) >= 0) {
                from++;
            }
            boolean word = at == 0 || !Character.isLetterOrDigit(tag.charAt(at - 1));
            OptionalInt number = word ? number(tag, from) : OptionalInt.empty();
            if (number.isPresent()) {
                return number;
            }
        }
        return OptionalInt.empty();
    }

    /** The number in a field that holds nothing else: {@code 79}, {@code CWE-79}, {@code CWE79}; empty when it is none. */
    public static OptionalInt ofField(String value) {
        String trimmed = value.strip();
        return !trimmed.isEmpty() && isDigit(trimmed.charAt(0)) ? number(trimmed, 0) : ofTag(trimmed);
    }

    // All upper or all lower case, as everybody writes it: String.indexOf is much faster than any loop.
    private static int next(String text, int from) {
        int upper = text.indexOf("CWE", from);
        int lower = text.indexOf("cwe", from);
        return upper < 0 || (lower >= 0 && lower < upper) ? lower : upper;
    }

    private static OptionalInt number(String text, int from) {
        int to = from;
        int number = 0;
        while (to < text.length() && to - from <= MOST_DIGITS && isDigit(text.charAt(to))) {
            number = number * 10 + text.charAt(to) - '0';
            to++;
        }
        boolean whole = to > from && to - from <= MOST_DIGITS && number > 0;
        return whole ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
