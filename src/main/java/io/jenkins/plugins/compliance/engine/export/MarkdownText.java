package io.jenkins.plugins.compliance.engine.export;

/**
 * Texts from outside as CommonMark text (CommonMark 0.31, section 2.4): one line in which no character means anything else than
 * itself, on code hosts that add mentions, references and automatic links too.
 */
final class MarkdownText {
    private static final String ESCAPED = "\\`*_{}[]()<>|~&#:!^$=";

    private MarkdownText() {}

    /** The text in one line, escaped. */
    static String of(String text) {
        String line = FindingText.oneLine(text);
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '@') {
                // No escape keeps a code host from notifying the account that is named.
                escaped.append("@\u200B");
            } else if (c == '#') {
                escaped.append("\\#\u200B");
            } else if (ESCAPED.indexOf(c) >= 0 || i == 0 && "+-.".indexOf(c) >= 0) {
                escaped.append('\\').append(c);
            } else if ((c == '.' || c == ')') && endsNumber(line, i)) {
                escaped.append('\\').append(c);
            } else if (c == '.' && startsWww(line, i)) {
                escaped.append("\\.");
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean endsNumber(String line, int end) {
        for (int i = 0; i < end; i++) {
            if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean startsWww(String line, int dot) {
        return dot >= 3 && line.regionMatches(true, dot - 3, "www", 0, 3);
    }
}
