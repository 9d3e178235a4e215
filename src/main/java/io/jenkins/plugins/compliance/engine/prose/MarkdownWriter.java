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

/**
 * Writes prose as Markdown (CommonMark 0.31 with the tables of GitHub Flavored Markdown) that {@link MarkdownReader} reads as the
 * same prose. No text becomes markup.
 */
public final class MarkdownWriter {
    private MarkdownWriter() {}

    /** The blocks, with an empty line between two. */
    public static String write(List<Block> blocks) {
        return lines(blocks).stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static List<String> lines(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        boolean other = false;
        for (int i = 0; i < blocks.size(); i++) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            other = i > 0 && followsLikeList(blocks.get(i - 1), blocks.get(i)) && !other;
            lines.addAll(lines(blocks.get(i), other));
        }
        return lines;
    }

    /** Whether two lists would be read as one if they had the same marks. */
    private static boolean followsLikeList(Block before, Block block) {
        return before instanceof ItemList one && block instanceof ItemList two && one.ordered() == two.ordered();
    }

    private static List<String> lines(Block block, boolean otherMarks) {
        if (block instanceof Heading heading) {
            List<String> lines = new ArrayList<>();
            if (heading.anchor() != null) {
                lines.add("<a id=\"" + heading.anchor() + "\"></a>");
                lines.add("");
            }
            lines.add(("#".repeat(heading.level()) + " " + line(heading.spans(), false)).stripTrailing());
            return lines;
        }
        if (block instanceof Paragraph paragraph) {
            return List.of(MarkdownSpans.of(paragraph.spans(), "\\\n", false).split("\n", -1));
        }
        if (block instanceof ItemList list) {
            return list(list, otherMarks);
        }
        if (block instanceof Table table) {
            return table(table);
        }
        if (block instanceof CodeBlock code) {
            return code(code);
        }
        if (block instanceof Quote quote) {
            return quote(lines(quote.blocks()));
        }
        return List.of("___");
    }

    private static List<String> quote(List<String> own) {
        return own.isEmpty()
                ? List.of(">")
                : own.stream().map(line -> line.isEmpty() ? ">" : "> " + line).toList();
    }

    private static List<String> list(ItemList list, boolean otherMarks) {
        List<String> lines = new ArrayList<>();
        int number = list.start();
        for (List<Block> item : list.items()) {
            String mark = list.ordered() ? number + (otherMarks ? ")" : ".") : otherMarks ? "*" : "-";
            number = Math.min(number + 1, ItemList.LAST_NUMBER);
            String indent = " ".repeat(mark.length() + 1);
            List<String> own = lines(item);
            String first = own.isEmpty() ? mark : mark + " " + own.get(0);
            // Three marks in a line are a thematic break.
            boolean below = MarkdownLine.isRule(first);
            lines.add(below ? mark : first);
            own.stream().skip(below ? 0 : 1).forEach(line -> lines.add(line.isEmpty() ? "" : indent + line));
        }
        return lines;
    }

    private static List<String> table(Table table) {
        List<String> lines = new ArrayList<>();
        lines.add(row(table.header()));
        lines.add("|" + " --- |".repeat(table.header().size()));
        table.rows().forEach(row -> lines.add(row(row)));
        return lines;
    }

    private static String row(List<List<Span>> cells) {
        return cells.stream().map(cell -> " " + line(cell, true) + " |").collect(Collectors.joining("", "|", ""));
    }

    private static List<String> code(CodeBlock code) {
        String text = DisplayText.lines(code.text());
        String fence = "`".repeat(Math.max(3, MarkdownSpans.longestRun(text) + 1));
        List<String> lines = new ArrayList<>();
        lines.add(fence);
        text.lines().forEach(lines::add);
        lines.add(fence);
        return lines;
    }

    private static String line(List<Span> spans, boolean inTable) {
        return MarkdownSpans.of(spans, " ", inTable);
    }
}
