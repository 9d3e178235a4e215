package io.jenkins.plugins.compliance.engine.export.html;

import java.io.IOException;

/** One line of a playbook: code, emphasis, strong emphasis, links, escapes. */
final class ProseLine {
    private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final Html html;
    private final StringBuilder pending = new StringBuilder();

    private ProseLine(Html html) {
        this.html = html;
    }

    static void write(Html html, String text) throws IOException {
        new ProseLine(html).spans(text);
    }

    private void spans(String text) throws IOException {
        // Where a search for the end of a span has failed once, it fails for the rest of the line too.
        boolean[] hopeless = new boolean[5];
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = -1;
            if (c == '\\' && i + 1 < text.length() && ESCAPABLE.indexOf(text.charAt(i + 1)) >= 0) {
                pending.append(text.charAt(i + 1));
                i += 2;
                continue;
            } else if (c == '`' && !hopeless[0]) {
                end = span("code", text, i, "`");
                hopeless[0] = end < 0;
            } else if (text.startsWith("**", i) && !hopeless[1]) {
                end = span("strong", text, i, "**");
                hopeless[1] = end < 0;
            } else if (c == '*' && wordStart(text, i) && !hopeless[2]) {
                end = span("em", text, i, "*");
                hopeless[2] = end < 0;
            } else if (c == '_' && wordStart(text, i) && !hopeless[4]) {
                end = span("em", text, i, "_");
                hopeless[4] = end < 0;
            } else if (c == '[' && !hopeless[3]) {
                end = link(text, i);
                hopeless[3] = end < 0;
            }
            if (end < 0) {
                pending.append(c);
                i++;
            } else {
                i = end;
            }
        }
        flush();
    }

    private static boolean wordStart(String text, int i) {
        return (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
                && i + 1 < text.length()
                && !Character.isWhitespace(text.charAt(i + 1));
    }

    private int span(String element, String text, int start, String mark) throws IOException {
        int from = start + mark.length();
        int end = text.indexOf(mark, from);
        if (end <= from) {
            return -1;
        }
        flush();
        html.open(element);
        String inside = text.substring(from, end);
        if (element.equals("code")) {
            html.text(inside);
        } else {
            write(html, inside);
        }
        html.close();
        return end + mark.length();
    }

    private int link(String text, int start) throws IOException {
        int middle = text.indexOf("](", start);
        int end = middle < 0 ? -1 : text.indexOf(')', middle);
        if (end < 0) {
            return -1;
        }
        flush();
        html.web(text.substring(middle + 2, end).strip(), text.substring(start + 1, middle));
        return end + 1;
    }

    private void flush() throws IOException {
        if (pending.length() > 0) {
            html.text(pending.toString());
            pending.setLength(0);
        }
    }
}
