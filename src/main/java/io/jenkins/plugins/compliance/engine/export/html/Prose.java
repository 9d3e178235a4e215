package io.jenkins.plugins.compliance.engine.export.html;

import java.io.IOException;
import java.util.List;

/**
 * Playbooks: the part of CommonMark that they use. Headings, paragraphs, lists of one level, block quotes, fenced and indented code,
 * and within lines code, emphasis, strong emphasis and links. Raw HTML is text like any other. Linear in the length of the
 * text.
 */
final class Prose {
    private static final int HEADINGS_START_AT = 4;
    private static final int LAST_HEADING = 6;

    private final Html html;
    private final List<String> lines;
    private int at;

    private Prose(Html html, List<String> lines) {
        this.html = html;
        this.lines = lines;
    }

    /** Writes a text with its headings below the third level. */
    static void write(Html html, String text) throws IOException {
        new Prose(html, text.lines().toList()).blocks();
    }

    private void blocks() throws IOException {
        while (at < lines.size()) {
            String line = lines.get(at);
            if (line.isBlank()) {
                at++;
            } else if (fence(line)) {
                code();
            } else if (heading(line) > 0) {
                heading();
            } else if (marker(line) > 0) {
                list(ordered(line));
            } else if (line.startsWith("    ")) {
                indentedCode();
            } else if (line.startsWith(">")) {
                quote();
            } else if (rule(line)) {
                html.empty("hr");
                at++;
            } else {
                paragraph();
            }
        }
    }

    private void code() throws IOException {
        String fence = lines.get(at).strip().substring(0, 3);
        StringBuilder code = new StringBuilder();
        for (at++; at < lines.size() && !lines.get(at).strip().startsWith(fence); at++) {
            code.append(lines.get(at)).append('\n');
        }
        at++;
        html.open("pre").element("code", code.toString()).close();
    }

    private void indentedCode() throws IOException {
        StringBuilder code = new StringBuilder();
        for (; at < lines.size() && (lines.get(at).startsWith("    ")); at++) {
            code.append(lines.get(at).substring(4)).append('\n');
        }
        html.open("pre").element("code", code.toString()).close();
    }

    private void heading() throws IOException {
        String line = lines.get(at++);
        int level = heading(line);
        html.open("h" + Math.min(LAST_HEADING, HEADINGS_START_AT - 1 + level));
        ProseLine.write(html, line.substring(level).strip());
        html.close();
    }

    private void list(boolean ordered) throws IOException {
        html.open(ordered ? "ol" : "ul");
        while (at < lines.size() && marker(lines.get(at)) > 0 && ordered(lines.get(at)) == ordered) {
            StringBuilder item = new StringBuilder(
                    lines.get(at).substring(marker(lines.get(at))).strip());
            for (at++; at < lines.size() && continues(lines.get(at)); at++) {
                item.append(' ').append(lines.get(at).strip());
            }
            html.open("li");
            ProseLine.write(html, item.toString());
            html.close();
            while (at < lines.size() - 1 && lines.get(at).isBlank() && marker(lines.get(at + 1)) > 0) {
                at++;
            }
        }
        html.close();
    }

    private void quote() throws IOException {
        StringBuilder text = new StringBuilder();
        for (; at < lines.size() && lines.get(at).startsWith(">"); at++) {
            text.append(lines.get(at).substring(1).strip()).append(' ');
        }
        html.open("blockquote").open("p");
        ProseLine.write(html, text.toString().strip());
        html.close(2);
    }

    private void paragraph() throws IOException {
        StringBuilder text = new StringBuilder(lines.get(at++).strip());
        for (; at < lines.size() && continues(lines.get(at)); at++) {
            text.append(' ').append(lines.get(at).strip());
        }
        html.open("p");
        ProseLine.write(html, text.toString());
        html.close();
    }

    private static boolean continues(String line) {
        return !line.isBlank() && !fence(line) && heading(line) == 0 && marker(line) == 0 && !line.startsWith(">");
    }

    private static boolean fence(String line) {
        String start = line.strip();
        return start.startsWith("```") || start.startsWith("~~~");
    }

    private static boolean rule(String line) {
        String text = line.strip();
        return text.equals("---") || text.equals("***") || text.equals("___");
    }

    /** Level of a heading; 0 when the line is none. */
    private static int heading(String line) {
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        return level <= LAST_HEADING && level < line.length() && line.charAt(level) == ' ' ? level : 0;
    }

    private static boolean ordered(String line) {
        return Character.isDigit(line.strip().charAt(0));
    }

    /** Length of a list item's marker with what stands before it; 0 when the line begins no item. */
    private static int marker(String line) {
        int start = 0;
        while (start < line.length() && start < 3 && line.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < line.length() && end - start < 9 && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
            end++;
        }
        if (end < line.length() && (end > start ? ".)" : "-*+").indexOf(line.charAt(end)) >= 0) {
            end++;
            return end < line.length() && line.charAt(end) == ' ' ? end : 0;
        }
        return 0;
    }
}
