package io.jenkins.plugins.compliance.engine.policy.handbook;

import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Heading;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Items;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Lines;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Paragraph;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Span;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Writes blocks as Markdown (CommonMark 0.31 with GitHub's tables). No text of a pack becomes markup. */
final class MarkdownWriter {
    private static final String ESCAPED = "\\`*_[]<>|~&#$";

    private MarkdownWriter() {}

    static String write(List<Block> blocks) {
        StringBuilder out = new StringBuilder();
        for (Block block : blocks) {
            out.append(out.length() == 0 ? "" : "\n");
            write(block, out);
        }
        return out.toString();
    }

    private static void write(Block block, StringBuilder out) {
        if (block instanceof Heading heading) {
            out.append("<a id=\"").append(heading.anchor()).append("\"></a>\n\n");
            out.append("#".repeat(heading.level()))
                    .append(' ')
                    .append(text(heading.text()))
                    .append('\n');
        } else if (block instanceof Paragraph paragraph) {
            out.append(atLineStart(spans(paragraph.spans()))).append('\n');
        } else if (block instanceof Items items) {
            int number = 1;
            for (List<Span> item : items.items()) {
                out.append(items.numbered() ? number++ + ". " : "- ")
                        .append(atLineStart(spans(item)))
                        .append('\n');
            }
        } else if (block instanceof Table table) {
            row(table.header().stream().map(MarkdownWriter::text).toList(), out);
            row(table.header().stream().map(each -> "---").toList(), out);
            for (List<List<Span>> cells : table.rows()) {
                row(cells.stream().map(MarkdownWriter::spans).toList(), out);
            }
        } else if (block instanceof Lines lines) {
            String fence = "`".repeat(Math.max(3, longestRun(lines.text()) + 1));
            out.append(fence).append('\n').append(lines.text());
            out.append(lines.text().endsWith("\n") ? "" : "\n").append(fence).append('\n');
        }
    }

    private static void row(List<String> cells, StringBuilder out) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String spans(List<Span> spans) {
        return spans.stream().map(MarkdownWriter::span).collect(Collectors.joining());
    }

    private static String span(Span span) {
        if (span instanceof Span.Strong strong) {
            return "**" + text(strong.text()) + "**";
        }
        if (span instanceof Span.Link link) {
            return "[" + text(link.text()) + "](#" + link.anchor() + ")";
        }
        if (span instanceof Span.Code code) {
            String inner = oneLine(code.text());
            // Within a code span nothing can be escaped; what could end it or a table's cell is written as text.
            return inner.indexOf('`') < 0 && inner.indexOf('|') < 0 && !inner.isEmpty()
                    ? "`" + inner + "`"
                    : text(inner);
        }
        return text(((Span.Text) span).text());
    }

    private static String text(String text) {
        StringBuilder out = new StringBuilder();
        oneLine(text)
                .chars()
                .forEach(c -> out.append(ESCAPED.indexOf(c) >= 0 ? "\\" : "").append((char) c));
        return out.toString();
    }

    private static String oneLine(String text) {
        return text.strip().equals(text) && text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? text
                : text.replace('\r', ' ').replace('\n', ' ');
    }

    /** Escapes what would make a list, a heading or a line out of the beginning of a paragraph. */
    private static String atLineStart(String text) {
        String stripped = text.strip();
        int digits = 0;
        while (digits < stripped.length() && Character.isDigit(stripped.charAt(digits))) {
            digits++;
        }
        if (digits > 0 && digits < stripped.length() && ".)".indexOf(stripped.charAt(digits)) >= 0) {
            return stripped.substring(0, digits) + "\\" + stripped.substring(digits);
        }
        boolean marker = !stripped.isEmpty() && "+-=:".indexOf(stripped.charAt(0)) >= 0;
        return marker ? "\\" + stripped : stripped;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
