package io.jenkins.plugins.compliance.engine.report.config;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.JsonReport;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** dockerfilelint's JSON. A result is an entry of {@code issues} of a file. */
public final class DockerfilelintReader implements ReportReader {
    private static final String TOOL = "dockerfilelint";
    private static final SeverityScale CATEGORIES = new SeverityScale(Map.of(
            "possible bug", Severity.MEDIUM,
            "deprecation", Severity.LOW,
            "clarity", Severity.LOW,
            "optimization", Severity.INFO));

    @Override
    public String format() {
        return "dockerfilelint";
    }

    @Override
    public String title() {
        return "dockerfilelint JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("files")
                && (sample.has("totalIssues") || sample.head().contains("\"issues_count\""));
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            long[] files = new long[1];
            ElementTree root = report.outline(
                    Set.of("totalIssues"),
                    Map.of(
                            "files",
                            before -> report.eachObject(() -> {
                                files[0]++;
                                report.outline(
                                        Set.of("file"),
                                        Map.of("issues", file -> report.findings(found -> finding(file, found))));
                            })));
            JsonReport.require(root, "files", "dockerfilelint");
            JsonReport.require(root, "totalIssues", "dockerfilelint");
            collector.run(new ToolRun(TOOL, null, collector.results(), null, files[0], "files"));
        });
    }

    private static Finding finding(ElementTree file, ElementTree found) {
        String title = found.require("title");
        return new FindingBuilder(TOOL, title)
                .title(title)
                .message(found.text("description"))
                .severity(CATEGORIES.of(found.text("category")))
                .path(file.text("file"), found.integer("line"))
                .build();
    }
}
