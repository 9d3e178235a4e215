package io.jenkins.plugins.compliance.engine.policy.handbook;

import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Heading;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Items;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Lines;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Paragraph;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Span;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Writes blocks as one HTML page without scripts or anything from elsewhere. No text of a pack becomes markup. */
final class HtmlWriter {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1c1f23; --paper: #fff; --line: #c9ced6; --soft: #f3f5f8; --link: #0b57a4 }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6e8eb; --paper: #15181c; --line: #444b55; --soft: #20252b; --link: #8ab8f0 } }
            body { font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 52rem;
              margin: 0 auto; padding: 2rem 1rem 4rem }
            h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 .5em } h1 { margin-top: 0 }
            h2 { border-bottom: 1px solid var(--line); padding-bottom: .2em }
            a { color: var(--link) } code, pre { font: .92em ui-monospace, monospace; background: var(--soft); border-radius: 3px }
            code { padding: .1em .3em; overflow-wrap: anywhere } pre { padding: .8em; white-space: pre-wrap }
            table { border-collapse: collapse; width: 100%; margin: 1em 0 }
            th, td { border: 1px solid var(--line); padding: .35em .6em; text-align: left; vertical-align: top }
            th { background: var(--soft) } li { margin: .25em 0 }
            @media print { body { max-width: none; padding: 0 } h2 { break-before: page } tr, li { break-inside: avoid } }
            """;

    private HtmlWriter() {}

    static String write(String title, List<Block> blocks) {
        StringBuilder out = new StringBuilder();
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE);
        out.append("</style>\n</head>\n<body>\n<main>\n");
        blocks.forEach(block -> write(block, out));
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void write(Block block, StringBuilder out) {
        if (block instanceof Heading heading) {
            out.append("<h")
                    .append(heading.level())
                    .append(" id=\"")
                    .append(escaped(heading.anchor()))
                    .append("\">");
            out.append(escaped(heading.text()))
                    .append("</h")
                    .append(heading.level())
                    .append(">\n");
        } else if (block instanceof Paragraph paragraph) {
            out.append("<p>").append(spans(paragraph.spans())).append("</p>\n");
        } else if (block instanceof Items items) {
            String tag = items.numbered() ? "ol" : "ul";
            out.append('<').append(tag).append(">\n");
            items.items().forEach(item -> out.append("<li>").append(spans(item)).append("</li>\n"));
            out.append("</").append(tag).append(">\n");
        } else if (block instanceof Table table) {
            out.append("<table>\n<thead><tr>");
            table.header()
                    .forEach(each -> out.append("<th scope=\"col\">")
                            .append(escaped(each))
                            .append("</th>"));
            out.append("</tr></thead>\n<tbody>\n");
            for (List<List<Span>> row : table.rows()) {
                out.append("<tr>");
                row.forEach(cell -> out.append("<td>").append(spans(cell)).append("</td>"));
                out.append("</tr>\n");
            }
            out.append("</tbody>\n</table>\n");
        } else if (block instanceof Lines lines) {
            out.append("<pre>").append(escaped(lines.text())).append("</pre>\n");
        }
    }

    private static String spans(List<Span> spans) {
        return spans.stream().map(HtmlWriter::span).collect(Collectors.joining());
    }

    private static String span(Span span) {
        if (span instanceof Span.Strong strong) {
            return "<strong>" + escaped(strong.text()) + "</strong>";
        }
        if (span instanceof Span.Code code) {
            return "<code>" + escaped(code.text()) + "</code>";
        }
        if (span instanceof Span.Link link) {
            return "<a href=\"#" + escaped(link.anchor()) + "\">" + escaped(link.text()) + "</a>";
        }
        return escaped(((Span.Text) span).text());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
