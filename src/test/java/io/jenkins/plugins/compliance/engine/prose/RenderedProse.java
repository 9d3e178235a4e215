package io.jenkins.plugins.compliance.engine.prose;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.xml.MarkupOutput;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Prose as HTML, and what all of it must be like. */
final class RenderedProse {
    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            Map.entry("h1", Set.of()),
            Map.entry("h2", Set.of()),
            Map.entry("h3", Set.of()),
            Map.entry("h4", Set.of()),
            Map.entry("h5", Set.of()),
            Map.entry("h6", Set.of()),
            Map.entry("p", Set.of()),
            Map.entry("ol", Set.of("start")),
            Map.entry("ul", Set.of()),
            Map.entry("li", Set.of()),
            Map.entry("table", Set.of()),
            Map.entry("thead", Set.of()),
            Map.entry("tbody", Set.of()),
            Map.entry("tr", Set.of()),
            Map.entry("th", Set.of("scope")),
            Map.entry("td", Set.of()),
            Map.entry("pre", Set.of()),
            Map.entry("code", Set.of()),
            Map.entry("blockquote", Set.of()),
            Map.entry("hr", Set.of()),
            Map.entry("br", Set.of()),
            Map.entry("em", Set.of()),
            Map.entry("strong", Set.of()),
            Map.entry("a", Set.of("href", "rel")));

    private RenderedProse() {}

    static String html(List<Block> blocks) {
        StringWriter out = new StringWriter();
        try {
            new HtmlWriter(new MarkupOutput(out), 0).write(blocks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().strip();
    }

    static String html(String markdown) {
        return html(MarkdownReader.read(markdown));
    }

    /** Holds what any prose must: it is well-formed, has known elements alone, and shows all of the text and nothing else. */
    static void check(List<Block> blocks) {
        Element root = parsed("<all>" + html(blocks) + "</all>").getDocumentElement();
        NodeList all = root.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(ELEMENTS).containsKey(element.getTagName());
            NamedNodeMap attributes = element.getAttributes();
            for (int j = 0; j < attributes.getLength(); j++) {
                assertThat(ELEMENTS.get(element.getTagName()))
                        .contains(attributes.item(j).getNodeName());
            }
            if (element.getTagName().equals("a")) {
                assertThat(element.getAttribute("href")).matches("https?://[!-~]+|mailto:[!-~]+@[!-~]+");
                assertThat(element.getAttribute("rel")).isEqualTo("noopener noreferrer nofollow");
            }
        }
        StringBuilder text = new StringBuilder();
        blocks.forEach(block -> append(block, text));
        assertThat(dense(root.getTextContent())).isEqualTo(dense(DisplayText.lines(text.toString())));
    }

    private static Document parsed(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(xml, e);
        }
    }

    private static String dense(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static void append(Block block, StringBuilder text) {
        if (block instanceof Block.Heading heading) {
            appendSpans(heading.spans(), text);
        } else if (block instanceof Block.Paragraph paragraph) {
            appendSpans(paragraph.spans(), text);
        } else if (block instanceof Block.ItemList list) {
            list.items().forEach(item -> item.forEach(each -> append(each, text)));
        } else if (block instanceof Block.Table table) {
            table.header().forEach(cell -> appendSpans(cell, text));
            table.rows().forEach(row -> row.forEach(cell -> appendSpans(cell, text)));
        } else if (block instanceof Block.CodeBlock code) {
            text.append(code.text());
        } else if (block instanceof Block.Quote quote) {
            quote.blocks().forEach(each -> append(each, text));
        }
    }

    private static void appendSpans(List<Span> spans, StringBuilder text) {
        for (Span span : spans) {
            if (span instanceof Span.Text plain) {
                text.append(plain.text());
            } else if (span instanceof Span.Code code) {
                text.append(code.text());
            } else if (span instanceof Span.Emphasis emphasis) {
                appendSpans(emphasis.spans(), text);
            } else if (span instanceof Span.Strong strong) {
                appendSpans(strong.spans(), text);
            } else if (span instanceof Span.Link link) {
                appendSpans(link.spans(), text);
            }
        }
    }
}
