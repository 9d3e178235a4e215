package io.jenkins.plugins.compliance.engine.prose;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** What a line begins (CommonMark 0.31, sections 4 and 5). Lines have no tabs in front of their text. */
final class MarkdownLine {
    /** From so many spaces on, a line is code. */
    static final int CODE_INDENT = 4;

    private static final int TAB = 4;
    private static final int LAST_HEADING = 6;
    private static final int LONGEST_NUMBER = 9;

    private MarkdownLine() {}

    /**
     * The marker of a list item.
     *
     * @param kind what tells lists apart: {@code -}, {@code *}, {@code +}, {@code .} or {@code )}
     * @param start the number; 1 when there is none
     * @param content column at which the text of the item begins, and from which what follows belongs to it
     * @param empty whether no text follows in this line
     */
    record Marker(char kind, int start, int content, boolean empty) {
        boolean ordered() {
            return kind == '.' || kind == ')';
        }
    }

    /** The line with spaces in place of the tabs before its text. */
    static String untabbed(String line) {
        int at = 0;
        boolean tabs = false;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            tabs |= line.charAt(at) == '\t';
            at++;
        }
        if (!tabs) {
            return line;
        }
        StringBuilder spaces = new StringBuilder();
        for (int i = 0; i < at; i++) {
            spaces.append(" ".repeat(line.charAt(i) == '\t' ? TAB - spaces.length() % TAB : 1));
        }
        return spaces + line.substring(at);
    }

    static boolean isBlank(String line) {
        return line.isBlank();
    }

    static int indent(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** The line without at most so many spaces in front. */
    static String outdented(String line, int columns) {
        return line.substring(Math.min(columns, indent(line)));
    }

    /** Whether the line may begin a block other than code. */
    private static boolean isShallow(String line) {
        return indent(line) < CODE_INDENT;
    }

    /** The fence that the line opens: three or more backticks or tildes; null when it opens none. */
    @CheckForNull
    static String fence(String line) {
        int start = indent(line);
        int end = run(line, start);
        if (!isShallow(line) || end - start < 3) {
            return null;
        }
        char c = line.charAt(start);
        boolean opens = c == '~' || c == '`' && line.indexOf('`', end) < 0;
        return opens ? line.substring(start, end) : null;
    }

    static boolean closes(String line, String fence) {
        int start = indent(line);
        int end = run(line, start);
        return isShallow(line)
                && end - start >= fence.length()
                && line.charAt(start) == fence.charAt(0)
                && line.substring(end).isBlank();
    }

    /** Level of a heading that begins with number signs; 0 when the line is none. */
    static int heading(String line) {
        int start = indent(line);
        int end = start;
        while (end < line.length() && line.charAt(end) == '#') {
            end++;
        }
        boolean ends = end == line.length() || isSpace(line.charAt(end));
        return isShallow(line) && ends && end - start <= LAST_HEADING ? end - start : 0;
    }

    /** The text of such a heading. */
    static String headingText(String line) {
        String text = line.strip();
        text = text.substring(heading(line)).strip();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '#') {
            end--;
        }
        return end == 0 || isSpace(text.charAt(end - 1))
                ? text.substring(0, end).strip()
                : text;
    }

    /** Level of the heading that a line makes of the paragraph above it; 0 when it makes none. */
    static int underline(String line) {
        String text = line.strip();
        if (!isShallow(line) || text.isEmpty() || run(text, 0) < text.length()) {
            return 0;
        }
        return text.charAt(0) == '=' ? 1 : text.charAt(0) == '-' ? 2 : 0;
    }

    /** Whether the line is a thematic break. */
    static boolean isRule(String line) {
        String text = line.strip();
        if (!isShallow(line) || text.isEmpty() || "-_*".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean mark = text.charAt(i) == text.charAt(0);
            if (!mark && !isSpace(text.charAt(i))) {
                return false;
            }
            marks += mark ? 1 : 0;
        }
        return marks >= 3;
    }

    static boolean isQuote(String line) {
        int start = indent(line);
        return isShallow(line) && start < line.length() && line.charAt(start) == '>';
    }

    /** What is quoted in a line. */
    static String quoted(String line) {
        String text = untabbed(line.substring(line.indexOf('>') + 1));
        return text.startsWith(" ") ? text.substring(1) : text;
    }

    /** The marker of the list item that the line begins; null when it begins none. */
    @CheckForNull
    static Marker marker(String line) {
        int start = indent(line);
        int end = start;
        while (end < line.length() && end - start < LONGEST_NUMBER && isDigit(line.charAt(end))) {
            end++;
        }
        boolean ordered = end > start;
        boolean marks = end < line.length() && (ordered ? ".)" : "-*+").indexOf(line.charAt(end)) >= 0;
        if (!isShallow(line) || !marks || isRule(line)) {
            return null;
        }
        int after = end + 1;
        String rest = untabbed(line.substring(after));
        if (!rest.isEmpty() && rest.charAt(0) != ' ') {
            return null;
        }
        int number = ordered ? Integer.parseInt(line.substring(start, end)) : 1;
        int spaces = indent(rest);
        boolean empty = rest.isBlank();
        int content = after + (empty || spaces > CODE_INDENT ? 1 : spaces);
        return new Marker(line.charAt(end), number, content, empty);
    }

    /** What stands behind a marker. */
    static String afterMarker(String line, Marker marker) {
        int after = indent(line);
        while (line.charAt(after) != marker.kind()) {
            after++;
        }
        String rest = untabbed(line.substring(++after));
        return marker.empty() ? "" : rest.substring(marker.content() - after);
    }

    /** What stands behind all marks of quotes and items that the line begins with, as many of them as are read. */
    static String innermost(String line) {
        String text = line;
        for (int i = 0; i < MarkdownReader.DEEPEST; i++) {
            Marker marker = marker(text);
            if (marker != null) {
                text = afterMarker(text, marker);
            } else if (isQuote(text)) {
                text = quoted(text);
            } else {
                break;
            }
        }
        return text;
    }

    /** Whether the line ends a paragraph above it without a blank line between them. */
    static boolean interrupts(String line) {
        Marker marker = marker(line);
        return isBlank(line)
                || fence(line) != null
                || heading(line) > 0
                || isRule(line)
                || isQuote(line)
                || marker != null && !marker.empty() && marker.start() == 1;
    }

    /** End of the run of one character that begins at a place. */
    private static int run(String line, int start) {
        int end = start;
        while (end < line.length() && line.charAt(end) == line.charAt(start)) {
            end++;
        }
        return end;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
