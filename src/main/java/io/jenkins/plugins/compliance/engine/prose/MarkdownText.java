package io.jenkins.plugins.compliance.engine.prose;

import io.jenkins.plugins.compliance.engine.io.DisplayText;

/**
 * Text from outside as CommonMark text (CommonMark 0.31, section 2.4): one line in which no character means anything else than
 * itself, wherever in a line it stands, in the extensions of code hosts too (tables, struck text, automatic links, formulas,
 * attributes, short names of emoji).
 */
public final class MarkdownText {
    private static final String ESCAPED = "\\`*_{}[]<>|~&#$^";
    private static final String AT_START = "+-=:";

    private MarkdownText() {}

    /** The text in one line, escaped. */
    public static String of(String text) {
        String line = DisplayText.line(text);
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        int start = line.length() - line.stripLeading().length();
        for (int i = 0; i < line.length(); i++) {
            escaped.append(means(line, start, i) ? "\\" : "").append(line.charAt(i));
        }
        return escaped.toString();
    }

    /**
     * The text as above for a comment on a code host, where a name behind {@code @} tells somebody and a number behind {@code #}
     * refers to something, and no escape keeps them from it: a space without width does.
     */
    public static String inComment(String text) {
        return of(text).replace("@", "@\u200B").replace("#", "#\u200B");
    }

    private static boolean means(String line, int start, int at) {
        char c = line.charAt(at);
        if (ESCAPED.indexOf(c) >= 0 || at == start && AT_START.indexOf(c) >= 0) {
            return true;
        }
        return switch (c) {
            // A numbered item.
            case '.' -> endsNumber(line, start, at) || startsWww(line, at);
            case ')' -> endsNumber(line, start, at);
            // An address, or the short name of an emoji.
            case ':' -> at + 1 < line.length() && line.charAt(at + 1) != ' ';
            // Marked text.
            case '=' -> line.startsWith("==", at) || line.startsWith("==", at - 1);
            // A picture, when a link follows, or a merge request.
            case '!' -> at + 1 == line.length() || isDigit(line.charAt(at + 1));
            default -> false;
        };
    }

    private static boolean endsNumber(String line, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isDigit(line.charAt(i))) {
                return false;
            }
        }
        return end > start;
    }

    private static boolean startsWww(String line, int dot) {
        return dot >= 3 && line.regionMatches(true, dot - 3, "www", 0, 3);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
