package io.jenkins.plugins.compliance.engine.io.xml;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes well-formed XML. Every text and attribute value passes through here and is made fit to be shown and escaped, so that nothing
 * from outside becomes markup. Names of elements and attributes are the program's own.
 */
public final class MarkupOutput {
    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * @param out takes the characters
     */
    public MarkupOutput(Writer out) {
        this.out = out;
    }

    /**
     * Opens an element.
     *
     * @param name its name
     * @param attributes names and values in turn; an attribute whose value is null is left out
     */
    public MarkupOutput open(String name, @CheckForNull String... attributes) throws IOException {
        tag(name, attributes);
        out.write('>');
        open.push(name);
        return this;
    }

    /** Writes an element that has no content. */
    public MarkupOutput empty(String name, @CheckForNull String... attributes) throws IOException {
        tag(name, attributes);
        out.write("/>");
        return this;
    }

    /** Closes the element that was opened last. */
    public MarkupOutput close() throws IOException {
        out.write("</");
        out.write(open.pop());
        out.write('>');
        return this;
    }

    /** Writes an element with text alone. */
    public MarkupOutput element(String name, String text, @CheckForNull String... attributes) throws IOException {
        return open(name, attributes).text(text).close();
    }

    /** Writes text. */
    public MarkupOutput text(String text) throws IOException {
        escape(text, false);
        return this;
    }

    /** Begins a new line, for people who read the source. */
    public MarkupOutput line() throws IOException {
        out.write('\n');
        return this;
    }

    /** How many elements are open. */
    public int depth() {
        return open.size();
    }

    private void tag(String name, @CheckForNull String... attributes) throws IOException {
        out.write('<');
        out.write(checked(name));
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                out.write(' ');
                out.write(checked(attributes[i]));
                out.write("=\"");
                escape(value, true);
                out.write('"');
            }
        }
    }

    private static String checked(@CheckForNull String name) {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("a name of an element or attribute is missing");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && (i == 0 || !(c >= '0' && c <= '9' || c == '-' || c == ':'))) {
                throw new IllegalArgumentException("\"" + name + "\" is not a name of an element or attribute");
            }
        }
        return name;
    }

    /** Shown text has characters of XML 1.0 alone (section 2.2). */
    private void escape(String text, boolean attribute) throws IOException {
        String shown = DisplayText.lines(text);
        for (int i = 0; i < shown.length(); i++) {
            escape(shown.charAt(i), attribute);
        }
    }

    private void escape(char c, boolean attribute) throws IOException {
        switch (c) {
            case '<' -> out.write("&lt;");
            case '>' -> out.write("&gt;");
            case '&' -> out.write("&amp;");
            case '"' -> out.write("&quot;");
            case '\'' -> out.write("&#39;");
            case '\n', '\t' -> out.write(attribute ? "&#" + (int) c + ";" : String.valueOf(c));
            default -> out.write(c);
        }
    }
}
