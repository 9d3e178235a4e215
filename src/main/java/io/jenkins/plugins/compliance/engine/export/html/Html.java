package io.jenkins.plugins.compliance.engine.export.html;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.xml.MarkupOutput;
import io.jenkins.plugins.compliance.engine.prose.Block;
import io.jenkins.plugins.compliance.engine.prose.HtmlWriter;
import io.jenkins.plugins.compliance.engine.prose.WebAddress;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;

/**
 * Writes HTML that is well-formed XML too. Texts and attribute values are escaped here; attributes that could run or load
 * something are refused, so that no caller can let anything from outside do so.
 */
final class Html {
    private static final Set<String> WITHOUT_CONTENT =
            Set.of("meta", "br", "hr", "use", "rect", "path", "circle", "line");

    private final Writer out;
    private final MarkupOutput markup;

    Html(Writer out) {
        this.out = out;
        this.markup = new MarkupOutput(out);
    }

    /** Opens an element; attributes are names and values in turn, a null value leaves its attribute out. */
    Html open(String name, @CheckForNull String... attributes) throws IOException {
        if (WITHOUT_CONTENT.contains(name)) {
            throw new IllegalArgumentException(name + " has no content");
        }
        refuseActive(attributes);
        markup.open(name, attributes);
        return this;
    }

    /** Opens an element on a new line. */
    Html block(String name, @CheckForNull String... attributes) throws IOException {
        markup.line();
        return open(name, attributes);
    }

    /** Closes the element that was opened last. */
    Html close() throws IOException {
        markup.close();
        return this;
    }

    /** Closes the last so many elements. */
    Html close(int elements) throws IOException {
        for (int i = 0; i < elements; i++) {
            close();
        }
        return this;
    }

    /** Writes an element that can't have content. */
    Html empty(String name, @CheckForNull String... attributes) throws IOException {
        if (!WITHOUT_CONTENT.contains(name)) {
            throw new IllegalArgumentException(name + " may have content");
        }
        refuseActive(attributes);
        markup.empty(name, attributes);
        return this;
    }

    /** Writes text. */
    Html text(String text) throws IOException {
        markup.text(text);
        return this;
    }

    /** Writes an element with text alone. */
    Html element(String name, String text, @CheckForNull String... attributes) throws IOException {
        return open(name, attributes).text(text).close();
    }

    /** Links to a place in this document. */
    Html to(String anchor, String text) throws IOException {
        return element("a", text, "href", "#" + anchor);
    }

    /** Links to a web address; anything else is written as text. */
    Html web(String address, String text) throws IOException {
        String target = WebAddress.of(address);
        if (target != null) {
            return element("a", text, "href", target, "rel", WebAddress.REL);
        }
        return text(text.equals(address) ? address : text + " (" + address + ")");
    }

    /**
     * Writes prose.
     *
     * @param below how many levels its headings are lower than they say
     */
    Html prose(List<Block> blocks, int below) throws IOException {
        new HtmlWriter(markup, below).write(blocks);
        return this;
    }

    /** Writes the one style sheet, which is the program's own. */
    Html style(String css) throws IOException {
        if (css.contains("<") || css.contains("&")) {
            throw new IllegalArgumentException("a style sheet with markup characters can't be embedded");
        }
        out.write("<style>" + css + "</style>");
        return this;
    }

    /** Writes the document type. */
    Html doctype() throws IOException {
        out.write("<!DOCTYPE html>\n");
        return this;
    }

    private static void refuseActive(@CheckForNull String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = String.valueOf(attributes[i]);
            String value = attributes[i + 1];
            if (name.startsWith("on") || name.equals("style") || name.equals("src") || name.equals("srcdoc")) {
                throw new IllegalArgumentException("the attribute " + name + " has no place in a report");
            }
            if (name.equals("href") && value != null && !value.startsWith("#") && WebAddress.of(value) == null) {
                throw new IllegalArgumentException("a link may go to a place in the document or to a web address");
            }
        }
    }
}
