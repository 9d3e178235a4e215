package io.jenkins.plugins.compliance.engine.prose;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.prose.Block.CodeBlock;
import io.jenkins.plugins.compliance.engine.prose.Block.Heading;
import io.jenkins.plugins.compliance.engine.prose.Block.ItemList;
import io.jenkins.plugins.compliance.engine.prose.Block.Paragraph;
import io.jenkins.plugins.compliance.engine.prose.Block.Quote;
import io.jenkins.plugins.compliance.engine.prose.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes prose as text for a terminal or a log: without marks, but for those of lists, quotes and code, and with addresses. */
public final class PlainTextWriter {
    private static final String CODE_INDENT = "    ";

    private PlainTextWriter() {}

    /** The lines, with an empty one between two blocks. */
    public static List<String> lines(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(lines(block));
        }
        return lines;
    }

    /** The spans in one line. */
    public static String line(List<Span> spans) {
        return spans.stream().map(PlainTextWriter::text).collect(Collectors.joining());
    }

    private static List<String> lines(Block block) {
        if (block instanceof Heading heading) {
            return List.of(line(heading.spans()));
        }
        if (block instanceof Paragraph paragraph) {
            return List.of(line(paragraph.spans()));
        }
        if (block instanceof ItemList list) {
            return list(list);
        }
        if (block instanceof Table table) {
            List<String> lines = new ArrayList<>();
            lines.add(row(table.header()));
            table.rows().forEach(row -> lines.add(row(row)));
            return lines;
        }
        if (block instanceof CodeBlock code) {
            return DisplayText.lines(code.text())
                    .lines()
                    .map(line -> CODE_INDENT + line)
                    .toList();
        }
        if (block instanceof Quote quote) {
            return lines(quote.blocks()).stream().map(line -> "> " + line).toList();
        }
        return List.of("---");
    }

    private static List<String> list(ItemList list) {
        List<String> lines = new ArrayList<>();
        int number = list.start();
        for (List<Block> item : list.items()) {
            String mark = list.ordered() ? number++ + ". " : "- ";
            List<String> own = lines(item);
            lines.add(mark + (own.isEmpty() ? "" : own.get(0)));
            own.stream().skip(1).forEach(line -> lines.add(line.isEmpty() ? "" : " ".repeat(mark.length()) + line));
        }
        return lines;
    }

    private static String row(List<List<Span>> cells) {
        return cells.stream().map(PlainTextWriter::line).collect(Collectors.joining(" | "));
    }

    private static String text(Span span) {
        if (span instanceof Span.Text text) {
            return DisplayText.line(text.text());
        }
        if (span instanceof Span.Code code) {
            return DisplayText.line(code.text());
        }
        if (span instanceof Span.Emphasis emphasis) {
            return line(emphasis.spans());
        }
        if (span instanceof Span.Strong strong) {
            return line(strong.spans());
        }
        if (span instanceof Span.Link link) {
            String label = line(link.spans());
            return link.leadsOut() && !label.equals(link.target()) ? label + " (" + link.target() + ")" : label;
        }
        return " ";
    }
}
