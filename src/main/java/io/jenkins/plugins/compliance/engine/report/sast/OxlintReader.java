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
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Oxlint's JSON. A result is an entry of {@code diagnostics}; one without a rule says that a file could not be parsed. */
public final class OxlintReader implements ReportReader {
    private static final String TOOL = "oxlint";

    @Override
    public String format() {
        return TOOL;
    }

    @Override
    public String title() {
        return "Oxlint JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("diagnostics", "number_of_files");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            ElementTree root = report.outline(
                    Set.of("number_of_files"), Map.of("diagnostics", before -> report.each(() -> diagnostic(report))));
            JsonReport.require(root, "diagnostics", "Oxlint");
            JsonReport.require(root, "number_of_files", "Oxlint");
            collector.run(new ToolRun(
                    TOOL, null, collector.results(), null, Long.valueOf(root.integer("number_of_files")), "files"));
        });
    }

    private static void diagnostic(JsonReport report) throws IOException {
        String where = report.json().path();
        report.finding(found -> {
            boolean unread = found.text("code", "").isEmpty();
            if (unread) {
                report.collector()
                        .problem(
                                Problem.Kind.TOOL_ERROR,
                                where,
                                found.text("filename", "a file") + ": " + found.text("message", "could not be parsed"));
            }
            return finding(found, unread);
        });
    }

    private static Finding finding(ElementTree found, boolean unread) {
        ElementTree span = found.list("labels").stream()
                .findFirst()
                .orElse(ElementTree.EMPTY)
                .at("span");
        return new FindingBuilder(TOOL, unread ? "parsing-error" : found.require("code"))
                .message(found.text("message"))
                .severity(SeverityScale.LEVELS.of(found.text("severity")))
                .place(found.text("filename"), span.integer("line"), span.integer("column"), 0, null)
                .help(found.text("url"))
                .kind(unread ? Finding.Kind.INFORMATIONAL : Finding.Kind.FAIL)
                .build();
    }
}
