package io.jenkins.plugins.compliance.engine.prose;

import io.jenkins.plugins.compliance.engine.io.xml.MarkupOutput;
import io.jenkins.plugins.compliance.engine.prose.Block.CodeBlock;
import io.jenkins.plugins.compliance.engine.prose.Block.Heading;
import io.jenkins.plugins.compliance.engine.prose.Block.ItemList;
import io.jenkins.plugins.compliance.engine.prose.Block.Paragraph;
import io.jenkins.plugins.compliance.engine.prose.Block.Quote;
import io.jenkins.plugins.compliance.engine.prose.Block.Table;
import java.io.IOException;
import java.util.List;

/**
 * Writes prose as HTML. Its elements are {@code h1} to {@code h6}, {@code p}, {@code ol}, {@code ul}, {@code li}, {@code table} with its parts, {@code pre},
 * {@code blockquote}, {@code hr}, {@code br}, {@code code}, {@code em}, {@code strong} and {@code a}; its attributes are {@code id},
 * {@code start}, {@code scope}, {@code href} and {@code rel}.
 */
public final class HtmlWriter {
    private static final int LAST_HEADING = 6;

    private final MarkupOutput out;
    private final int below;

    /**
     * @param out takes the elements
     * @param below how many levels its headings are lower than they say, since they stand below others
     */
    public HtmlWriter(MarkupOutput out, int below) {
        this.out = out;
        this.below = below;
    }

    /** Writes blocks, each on a line of its own. */
    public void write(List<Block> blocks) throws IOException {
        for (Block block : blocks) {
            out.line();
            write(block);
        }
    }

    private void write(Block block) throws IOException {
        if (block instanceof Heading heading) {
            int level = Math.min(LAST_HEADING, heading.level() + below);
            out.open("h" + level, "id", heading.anchor());
            spans(heading.spans());
            out.close();
        } else if (block instanceof Paragraph paragraph) {
            out.open("p");
            spans(paragraph.spans());
            out.close();
        } else if (block instanceof ItemList list) {
            list(list);
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof CodeBlock code) {
            out.open("pre").element("code", code.text()).close();
        } else if (block instanceof Quote quote) {
            out.open("blockquote");
            write(quote.blocks());
            out.close();
        } else {
            out.empty("hr");
        }
    }

    private void list(ItemList list) throws IOException {
        out.open(list.ordered() ? "ol" : "ul", "start", list.start() == 1 ? null : String.valueOf(list.start()));
        for (List<Block> item : list.items()) {
            out.line().open("li");
            boolean line = !item.isEmpty() && item.get(0) instanceof Paragraph;
            if (line && item.get(0) instanceof Paragraph first) {
                spans(first.spans());
            }
            write(line ? item.subList(1, item.size()) : item);
            out.close();
        }
        out.line().close();
    }

    private void table(Table table) throws IOException {
        out.open("table").line().open("thead").open("tr");
        for (List<Span> cell : table.header()) {
            out.open("th", "scope", "col");
            spans(cell);
            out.close();
        }
        out.close().close().line().open("tbody");
        for (List<List<Span>> row : table.rows()) {
            out.line().open("tr");
            for (List<Span> cell : row) {
                out.open("td");
                spans(cell);
                out.close();
            }
            out.close();
        }
        out.line().close().line().close();
    }

    private void spans(List<Span> spans) throws IOException {
        for (Span span : spans) {
            if (span instanceof Span.Text text) {
                out.text(text.text());
            } else if (span instanceof Span.Code code) {
                out.element("code", code.text());
            } else if (span instanceof Span.Emphasis emphasis) {
                within("em", emphasis.spans());
            } else if (span instanceof Span.Strong strong) {
                within("strong", strong.spans());
            } else if (span instanceof Span.Link link) {
                out.open("a", "href", link.target(), "rel", link.leadsOut() ? WebAddress.REL : null);
                spans(link.spans());
                out.close();
            } else {
                out.empty("br");
            }
        }
    }

    private void within(String element, List<Span> spans) throws IOException {
        out.open(element);
        spans(spans);
        out.close();
    }
}
