package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.export.AssessmentExport;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.export.ExportOptions;
import io.jenkins.plugins.compliance.engine.export.FindingsSource;
import io.jenkins.plugins.compliance.engine.export.ProcedureFindings;
import io.jenkins.plugins.compliance.engine.export.Verdict;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The report for people: one HTML file that needs nothing else, no script, no network. */
public final class HtmlExport implements AssessmentExport {
    private static final List<Section> SECTIONS = List.of(
            new ActionsSection(),
            new CoverageSection(),
            new ChainSection(),
            new ProceduresSection(),
            new RequirementsSection(),
            new EvidenceSection(),
            new WaiversSection(),
            new PolicySection());

    private final ExportOptions options;

    /**
     * @param options how much to show
     */
    public HtmlExport(ExportOptions options) {
        this.options = options;
    }

    @Override
    public String id() {
        return "html";
    }

    @Override
    public String fileName() {
        return "report.html";
    }

    @Override
    public void write(Assessment assessment, FindingsSource findings, OutputStream out) throws IOException {
        Chain chain = new Chain(assessment);
        Page page = new Page(chain, ProcedureFindings.gather(chain, findings, options.findings()), options);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Html html = new Html(writer);
        html.doctype().open("html", "lang", "en");
        head(html, page);
        body(html, page);
        html.close();
        writer.write('\n');
        writer.flush();
    }

    private static void head(Html html, Page page) throws IOException {
        StyleSheet style = StyleSheet.INSTANCE;
        html.block("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src '" + style.source() + "'; base-uri 'none'; form-action 'none'");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element(
                "title",
                Verdict.of(page.assessment()).headline() + ": "
                        + page.assessment().job() + " - compliance report");
        html.style(style.css());
        html.close();
    }

    private static void body(Html html, Page page) throws IOException {
        html.block("body");
        html.element("a", "Skip to the report", "class", "skip", "href", "#main");
        Badge.shapes(html);
        Masthead.write(html, page);
        html.block("div", "class", "frame");
        contents(html, page);
        html.block("main", "id", "main");
        VerdictPanel.write(html, page);
        for (Section section : SECTIONS) {
            if (section.in(page)) {
                html.block("section", "aria-labelledby", section.anchor());
                html.element("h2", section.heading(), "id", section.anchor());
                section.write(html, page);
                html.close();
            }
        }
        html.close(2);
        Masthead.footer(html, page);
        html.close();
    }

    private static void contents(Html html, Page page) throws IOException {
        html.block("nav", "aria-label", "Sections of this report").open("ol");
        for (Section section : SECTIONS) {
            if (section.in(page)) {
                html.open("li").to(section.anchor(), section.heading()).close();
            }
        }
        html.close(2);
    }
}
