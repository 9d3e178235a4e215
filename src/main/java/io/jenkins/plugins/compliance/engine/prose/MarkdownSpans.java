package io.jenkins.plugins.compliance.engine.prose;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the text of a block as Markdown. */
final class MarkdownSpans {
    private final String lineBreak;
    private final boolean inTable;

    private MarkdownSpans(String lineBreak, boolean inTable) {
        this.lineBreak = lineBreak;
        this.inTable = inTable;
    }

    /**
     * The spans. Where marks of emphasis would not be read as such, for what stands around them, they are left out.
     *
     * @param lineBreak what stands for a hard line break
     * @param inTable whether it is a cell, in which bars are escaped in code too
     */
    static String of(List<Span> spans, String lineBreak, boolean inTable) {
        MarkdownSpans writer = new MarkdownSpans(lineBreak, inTable);
        List<Span> plain = unstressed(spans);
        String marked = writer.written(spans).strip();
        boolean read = plain.equals(spans) || shape(SpanReader.read(marked)).equals(shape(spans));
        return read ? marked : writer.written(plain).strip();
    }

    /** The spans without emphasis, and pieces of text that stand side by side in one. */
    private static List<Span> unstressed(List<Span> spans) {
        List<Span> plain = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            List<Span> inner = span instanceof Span.Emphasis emphasis
                    ? unstressed(emphasis.spans())
                    : span instanceof Span.Strong strong ? unstressed(strong.spans()) : List.of(span);
            for (Span each : inner) {
                if (each instanceof Span.Text piece) {
                    text.append(piece.text());
                    continue;
                }
                if (text.length() > 0) {
                    plain.add(new Span.Text(text.toString()));
                    text.setLength(0);
                }
                plain.add(
                        each instanceof Span.Link link ? new Span.Link(unstressed(link.spans()), link.target()) : each);
            }
        }
        if (text.length() > 0) {
            plain.add(new Span.Text(text.toString()));
        }
        return plain;
    }

    /** What is stressed how, to compare by. */
    private static String shape(List<Span> spans) {
        StringBuilder shape = new StringBuilder();
        for (Span span : spans) {
            if (span instanceof Span.Text text) {
                shape.append(DisplayText.line(text.text()));
            } else if (span instanceof Span.Emphasis emphasis) {
                shape.append("\u0001").append(shape(emphasis.spans())).append("\u0002");
            } else if (span instanceof Span.Strong strong) {
                shape.append("\u0003").append(shape(strong.spans())).append("\u0004");
            } else if (span instanceof Span.Link link) {
                shape.append("\u0005").append(shape(link.spans())).append("\u0006");
            } else {
                shape.append(span instanceof Span.Code ? "\u0007" : " ");
            }
        }
        return shape.toString().strip().replaceAll(" +", " ");
    }

    private String written(List<Span> spans) {
        return spans.stream().map(this::written).collect(Collectors.joining());
    }

    private String written(Span span) {
        if (span instanceof Span.Text text) {
            return MarkdownText.of(text.text());
        }
        if (span instanceof Span.Code code) {
            return code(DisplayText.line(code.text()));
        }
        if (span instanceof Span.Emphasis emphasis) {
            return "*" + written(emphasis.spans()) + "*";
        }
        if (span instanceof Span.Strong strong) {
            return "**" + written(strong.spans()) + "**";
        }
        if (span instanceof Span.Link link) {
            return "[" + written(link.spans()) + "](" + target(link.target()) + ")";
        }
        return lineBreak;
    }

    /** Within a code span nothing can be escaped (section 6.1); what could end it is between longer marks. */
    private String code(String code) {
        if (code.isEmpty()) {
            return "";
        }
        String marks = "`".repeat(longestRun(code) + 1);
        boolean padded = code.startsWith("`")
                || code.endsWith("`")
                || code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
        String space = padded ? " " : "";
        return marks + space + (inTable ? code.replace("|", "\\|") : code) + space + marks;
    }

    private static String target(String target) {
        String escaped = target.replace("&", "\\&");
        return target.indexOf('(') >= 0 || target.indexOf(')') >= 0 ? "<" + escaped + ">" : escaped;
    }

    static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
