package io.jenkins.plugins.compliance.engine.report.sast;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.JsonReport;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;

/**
 * Diagnostics of GCC, {@code -fdiagnostics-format=json}: one array for each translation unit. A result is a diagnostic; what stands
 * in its {@code children} explains it. An error means that the unit was not compiled, and so not analysed: an error of the tool.
 */
public final class GccReader implements ReportReader {
    private static final String TOOL = "gcc";

    @Override
    public String format() {
        return TOOL;
    }

    @Override
    public String title() {
        return "GCC diagnostics in JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        boolean json = sample.syntax() == Sample.Syntax.JSON || sample.syntax() == Sample.Syntax.JSON_LINES;
        return json && sample.arrayRoot() && sample.has("kind", "locations", "children", "message");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        long[] units = new long[1];
        JsonReport.readEach(source, collector, limits, report -> {
            if (!report.atArray()) {
                throw report.json().malformed("expected a list of diagnostics");
            }
            units[0]++;
            report.each(() -> diagnostic(report));
        });
        collector.run(new ToolRun(TOOL, null, collector.results(), null, units[0], "translation units"));
    }

    private static void diagnostic(JsonReport report) throws IOException {
        String where = report.json().path();
        report.finding(found -> {
            String kind = found.require("kind");
            boolean failed = kind.contains("error") || kind.equals("internal compiler error");
            if (failed) {
                report.collector()
                        .problem(Problem.Kind.TOOL_ERROR, where, kind + ": " + found.text("message", "not compiled"));
            }
            return finding(found, kind, failed);
        });
    }

    private static Finding finding(ElementTree found, String kind, boolean failed) {
        ElementTree place = found.list("locations").stream().findFirst().orElse(ElementTree.EMPTY);
        ElementTree caret = place.at("caret");
        return new FindingBuilder(TOOL, found.text("option", kind))
                .message(found.text("message"))
                .severity(SeverityScale.LEVELS.of(kind))
                .cwe(found.at("metadata").text("cwe"), CweClaim.Basis.FIELD)
                .place(
                        caret.text("file"),
                        caret.integer("line"),
                        caret.integer("column"),
                        place.at("finish").integer("line"),
                        null)
                .help(found.text("option_url"))
                .kind(failed ? Finding.Kind.INFORMATIONAL : Finding.Kind.FAIL)
                .build();
    }
}
