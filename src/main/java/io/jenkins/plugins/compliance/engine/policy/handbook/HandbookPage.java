package io.jenkins.plugins.compliance.engine.policy.handbook;

import io.jenkins.plugins.compliance.engine.io.xml.MarkupOutput;
import io.jenkins.plugins.compliance.engine.prose.Block;
import io.jenkins.plugins.compliance.engine.prose.HtmlWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A handbook as one HTML page without scripts or anything from elsewhere. */
final class HandbookPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1c1f23; --paper: #fff; --line: #c9ced6; --soft: #f3f5f8; --link: #0b57a4 }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6e8eb; --paper: #15181c; --line: #444b55; --soft: #20252b; --link: #8ab8f0 } }
            body { font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 52rem;
              margin: 0 auto; padding: 2rem 1rem 4rem }
            h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .5em } h1 { margin-top: 0 }
            h2 { border-bottom: 1px solid var(--line); padding-bottom: .2em }
            a { color: var(--link) } code, pre { font: .92em ui-monospace, monospace; background: var(--soft); border-radius: 3px }
            code { padding: .1em .3em; overflow-wrap: anywhere } pre { padding: .8em; white-space: pre-wrap }
            pre code { padding: 0; font-size: 1em } blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid var(--line) }
            table { border-collapse: collapse; width: 100%; margin: 1em 0 }
            th, td { border: 1px solid var(--line); padding: .35em .6em; text-align: left; vertical-align: top }
            th { background: var(--soft) } li { margin: .25em 0 }
            @media print { body { max-width: none; padding: 0 } h2 { break-before: page } tr, li { break-inside: avoid } }
            """;

    private HandbookPage() {}

    static String of(String title, List<Block> blocks) {
        StringWriter page = new StringWriter();
        MarkupOutput html = new MarkupOutput(page);
        try {
            page.write("<!DOCTYPE html>\n");
            html.open("html", "lang", "en").line().open("head").line();
            html.empty("meta", "charset", "utf-8").line();
            html.empty(
                            "meta",
                            "http-equiv",
                            "Content-Security-Policy",
                            "content",
                            "default-src 'none'; style-src 'unsafe-inline'")
                    .line();
            html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                    .line();
            html.element("title", title).line();
            page.write("<style>\n" + STYLE + "</style>\n");
            html.close().line().open("body").line().open("main");
            new HtmlWriter(html, 0).write(blocks);
            html.line().close().line().close().line().close().line();
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes characters", e);
        }
        return page.toString();
    }
}
