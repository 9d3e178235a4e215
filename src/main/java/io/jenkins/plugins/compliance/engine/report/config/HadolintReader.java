package io.jenkins.plugins.compliance.engine.report.config;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import io.jenkins.plugins.compliance.engine.report.JsonReport;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;

/** Hadolint's JSON. A result is an item of the array. */
public final class HadolintReader implements ReportReader {
    private static final String TOOL = "hadolint";

    @Override
    public String format() {
        return "hadolint";
    }

    @Override
    public String title() {
        return "Hadolint JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isList("line", "code", "message", "file", "level") && !sample.has("endLine");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            if (!report.atArray()) {
                throw new IncompleteReportException("is not a list: not a Hadolint report");
            }
            report.each(() -> {
                String where = report.json().path();
                report.finding(found -> finding(where, found, collector));
            });
            collector.run(new ToolRun(TOOL, null, collector.results(), null, null, null));
        });
    }

    private static Finding finding(String where, ElementTree found, ReportCollector collector) {
        String code = found.require("code");
        // DL1000 says that the Dockerfile could not be parsed.
        boolean unparsable = code.equals("DL1000");
        if (unparsable) {
            collector.problem(
                    Problem.Kind.TOOL_ERROR, where, found.text("file", "a file") + ": " + found.text("message", code));
        }
        return new FindingBuilder(TOOL, code)
                .message(found.text("message"))
                .severity(SeverityScale.LEVELS.of(found.text("level")))
                .place(found.text("file"), found.integer("line"), found.integer("column"), 0, null)
                .help(
                        code.startsWith("SC")
                                ? "https://www.shellcheck.net/wiki/" + code
                                : "https://github.com/hadolint/hadolint/wiki/" + code)
                .kind(unparsable ? Finding.Kind.INFORMATIONAL : Finding.Kind.FAIL)
                .build();
    }
}
