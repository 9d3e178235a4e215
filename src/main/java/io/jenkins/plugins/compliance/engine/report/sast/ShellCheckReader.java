package io.jenkins.plugins.compliance.engine.report.sast;

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
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** ShellCheck's formats json and json1. A result is a comment: an item of the array, or of {@code comments}. */
public final class ShellCheckReader implements ReportReader {
    private static final String TOOL = "shellcheck";

    @Override
    public String format() {
        return "shellcheck";
    }

    @Override
    public String title() {
        return "ShellCheck JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("comments") || sample.isList("file", "line", "endLine", "level", "code");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            if (report.atArray()) {
                report.findings(ShellCheckReader::finding);
            } else {
                ElementTree root = report.outline(
                        Set.of(), Map.of("comments", before -> report.findings(ShellCheckReader::finding)));
                JsonReport.require(root, "comments", "ShellCheck");
            }
            collector.run(new ToolRun(TOOL, null, collector.results(), null, null, null));
        });
    }

    private static Finding finding(ElementTree found) {
        String code = found.require("code");
        return new FindingBuilder(TOOL, "SC" + code)
                .message(found.text("message"))
                .severity(SeverityScale.LEVELS.of(found.text("level")))
                .place(
                        found.text("file"),
                        found.integer("line"),
                        found.integer("column"),
                        found.integer("endLine"),
                        null)
                .help("https://www.shellcheck.net/wiki/SC" + code)
                .build();
    }
}
