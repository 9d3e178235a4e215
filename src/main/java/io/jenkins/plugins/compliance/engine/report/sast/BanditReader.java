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
import java.util.Map;
import java.util.Set;

/** Bandit's JSON. A result is an entry of {@code results}. */
public final class BanditReader implements ReportReader {
    private static final String TOOL = "bandit";

    @Override
    public String format() {
        return "bandit";
    }

    @Override
    public String title() {
        return "Bandit JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("errors", "generated_at") || sample.isObject("metrics", "results", "errors");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            long[] files = {-1};
            ElementTree root = report.outline(
                    Set.of("generated_at"),
                    Map.of(
                            "results", before -> report.findings(BanditReader::finding),
                            "errors", before -> report.each(() -> error(report)),
                            "metrics",
                                    before -> {
                                        files[0] = 0;
                                        report.each(() ->
                                                files[0] += report.json().path().endsWith("_totals") ? 0 : 1);
                                    }));
            JsonReport.require(root, "results", "Bandit");
            JsonReport.require(root, "errors", "Bandit");
            collector.run(new ToolRun(
                    TOOL,
                    null,
                    collector.results(),
                    null,
                    files[0] < 0 ? null : Long.valueOf(files[0]),
                    files[0] < 0 ? null : "files"));
        });
    }

    private static void error(JsonReport report) throws IOException {
        String where = report.json().path();
        ElementTree error = report.fragment().object();
        report.collector()
                .problem(
                        Problem.Kind.TOOL_ERROR,
                        where,
                        error.text("filename", "a file") + ": " + error.text("reason", "could not be analysed"));
    }

    private static Finding finding(ElementTree found) {
        return new FindingBuilder(TOOL, found.require("test_id"))
                .title(found.text("test_name"))
                .message(found.text("issue_text"))
                .severity(SeverityScale.WORDS.of(found.text("issue_severity")))
                .place(
                        found.text("filename"),
                        found.integer("line_number"),
                        found.has("col_offset") ? found.integer("col_offset") + 1 : 0,
                        0,
                        null)
                .cwe(found.at("issue_cwe").text("id"), CweClaim.Basis.FIELD)
                .help(found.text("more_info"))
                .build();
    }
}
