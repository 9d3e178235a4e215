package io.jenkins.plugins.compliance.engine.prose;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.prose.Block.CodeBlock;
import io.jenkins.plugins.compliance.engine.prose.Block.Heading;
import io.jenkins.plugins.compliance.engine.prose.Block.ItemList;
import io.jenkins.plugins.compliance.engine.prose.Block.Paragraph;
import io.jenkins.plugins.compliance.engine.prose.Block.Quote;
import io.jenkins.plugins.compliance.engine.prose.Block.Rule;
import io.jenkins.plugins.compliance.engine.prose.MarkdownLine.Marker;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the part of CommonMark 0.31 that playbooks need: headings, paragraphs, lists and lists in lists, block quotes, fenced and indented
 * code, thematic breaks, and the tables of GitHub Flavored Markdown. Raw HTML, definitions of links and whatever else there is are
 * text. Any text can be read; time and memory grow with its length alone, and what is nested deeper than {@value #DEEPEST} is text.
 */
public final class MarkdownReader {
    /** So many lists and quotes may contain each other. */
    static final int DEEPEST = 8;

    private final List<String> lines;
    private final int depth;
    private final List<Block> blocks = new ArrayList<>();
    private int at;

    private MarkdownReader(List<String> lines, int depth) {
        this.lines = lines;
        this.depth = depth;
    }

    /** The blocks of a text. */
    public static List<Block> read(String text) {
        return read(text.lines().map(MarkdownLine::untabbed).toList(), 0);
    }

    private static List<Block> read(List<String> lines, int depth) {
        MarkdownReader reader = new MarkdownReader(lines, depth);
        while (reader.at < lines.size()) {
            reader.block(lines.get(reader.at));
        }
        return reader.blocks;
    }

    private void block(String line) {
        String fence = MarkdownLine.fence(line);
        Marker marker = depth < DEEPEST ? MarkdownLine.marker(line) : null;
        if (MarkdownLine.isBlank(line)) {
            at++;
        } else if (MarkdownLine.indent(line) >= MarkdownLine.CODE_INDENT) {
            indentedCode();
        } else if (fence != null) {
            fencedCode(MarkdownLine.indent(line), fence);
        } else if (MarkdownLine.heading(line) > 0) {
            at++;
            blocks.add(new Heading(MarkdownLine.heading(line), SpanReader.read(MarkdownLine.headingText(line)), null));
        } else if (MarkdownLine.isRule(line)) {
            at++;
            blocks.add(new Rule());
        } else if (depth < DEEPEST && MarkdownLine.isQuote(line)) {
            quote();
        } else if (marker != null) {
            list(marker);
        } else {
            int end = TableReader.end(lines, at);
            if (end > at) {
                blocks.add(TableReader.read(lines.subList(at, end)));
                at = end;
            } else {
                paragraph();
            }
        }
    }

    private void indentedCode() {
        StringBuilder code = new StringBuilder();
        StringBuilder gap = new StringBuilder();
        for (; at < lines.size(); at++) {
            String line = lines.get(at);
            if (MarkdownLine.isBlank(line)) {
                gap.append('\n');
            } else if (MarkdownLine.indent(line) >= MarkdownLine.CODE_INDENT) {
                code.append(gap)
                        .append(line.substring(MarkdownLine.CODE_INDENT))
                        .append('\n');
                gap.setLength(0);
            } else {
                break;
            }
        }
        blocks.add(new CodeBlock(code.toString()));
    }

    private void fencedCode(int indent, String fence) {
        StringBuilder code = new StringBuilder();
        for (at++; at < lines.size() && !MarkdownLine.closes(lines.get(at), fence); at++) {
            code.append(MarkdownLine.outdented(lines.get(at), indent)).append('\n');
        }
        at++;
        blocks.add(new CodeBlock(code.toString()));
    }

    private void quote() {
        List<String> quoted = new ArrayList<>();
        Laziness laziness = new Laziness();
        for (; at < lines.size(); at++) {
            String line = lines.get(at);
            boolean marked = MarkdownLine.isQuote(line);
            if (!marked && !laziness.takes(line)) {
                break;
            }
            quoted.add(marked ? laziness.taken(MarkdownLine.quoted(line)) : laziness.takenAsText(line));
        }
        blocks.add(new Quote(read(quoted, depth + 1)));
    }

    private void list(Marker first) {
        List<List<Block>> items = new ArrayList<>();
        Marker marker = first;
        while (marker != null) {
            items.add(read(item(marker), depth + 1));
            int next = at;
            while (next < lines.size() && MarkdownLine.isBlank(lines.get(next))) {
                next++;
            }
            marker = next < lines.size() ? MarkdownLine.marker(lines.get(next)) : null;
            marker = marker != null && marker.kind() == first.kind() ? marker : null;
            at = next;
        }
        blocks.add(new ItemList(first.ordered(), first.start(), items));
    }

    /** The lines of an item, as far in as its own text is. */
    private List<String> item(Marker marker) {
        List<String> own = new ArrayList<>();
        Laziness laziness = new Laziness();
        String line = lines.get(at++);
        own.add(laziness.taken(MarkdownLine.afterMarker(line, marker)));
        int gap = 0;
        for (int next = at; next < lines.size(); next++) {
            line = lines.get(next);
            if (MarkdownLine.isBlank(line)) {
                gap++;
                if (marker.empty() && own.size() == 1) {
                    break;
                }
                continue;
            }
            boolean inside = MarkdownLine.indent(line) >= marker.content();
            if (!inside && (gap > 0 || !laziness.takes(line))) {
                break;
            }
            for (; gap > 0; gap--) {
                own.add(laziness.taken(""));
            }
            own.add(inside ? laziness.taken(line.substring(marker.content())) : laziness.takenAsText(line));
            at = next + 1;
        }
        return own;
    }

    private void paragraph() {
        StringBuilder text = new StringBuilder(lines.get(at++).stripLeading());
        int level = 0;
        while (at < lines.size() && level == 0) {
            String line = lines.get(at);
            level = MarkdownLine.underline(line);
            if (level == 0) {
                if (MarkdownLine.interrupts(line)) {
                    break;
                }
                text.append('\n').append(line.stripLeading());
            }
            at++;
        }
        List<Span> spans = SpanReader.read(text.toString().stripTrailing());
        blocks.add(level == 0 ? new Paragraph(spans) : new Heading(level, spans, null));
    }

    /** Whether a line that lacks the marker or the indent of a quote or an item continues a paragraph in it all the same. */
    private static final class Laziness {
        private boolean paragraph;

        @CheckForNull
        private String fence;

        boolean takes(String line) {
            return paragraph && !MarkdownLine.interrupts(line) && MarkdownLine.marker(line) == null;
        }

        String taken(String line) {
            String open = fence;
            if (open != null) {
                fence = MarkdownLine.closes(line, open) ? null : open;
                return line;
            }
            String text = MarkdownLine.innermost(line);
            fence = MarkdownLine.fence(line);
            boolean code = !paragraph && MarkdownLine.indent(text) >= MarkdownLine.CODE_INDENT;
            paragraph = !code
                    && !MarkdownLine.isBlank(text)
                    && MarkdownLine.fence(text) == null
                    && MarkdownLine.heading(text) == 0
                    && !MarkdownLine.isRule(text);
            return line;
        }

        /** The line as text: where it stands, it underlines nothing. */
        String takenAsText(String line) {
            return taken(MarkdownLine.underline(line) == 0 ? line : "\\" + line.stripLeading());
        }
    }
}
