package io.jenkins.plugins.compliance.engine.report.sast;

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
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Issues of SonarQube: what its web API answers to {@code issues/search} and {@code hotspots/search}, and the JSON of
 * sonar-report. A result is an entry of {@code issues} or {@code hotspots}.
 */
public final class SonarQubeReader implements ReportReader {
    private static final String TOOL = "sonarqube";
    private static final SeverityScale SCALE = new SeverityScale(Map.of(
            "blocker", Severity.CRITICAL,
            "critical", Severity.HIGH,
            "major", Severity.MEDIUM,
            "minor", Severity.LOW,
            "info", Severity.INFO,
            "high", Severity.HIGH,
            "medium", Severity.MEDIUM,
            "low", Severity.LOW));

    @Override
    public String format() {
        return "sonarqube";
    }

    @Override
    public String title() {
        return "SonarQube JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("sonarBaseURL")
                || sample.isObject("paging", "hotspots")
                || sample.isObject("paging", "issues")
                || sample.isObject("effortTotal", "issues");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            ElementTree root = report.outline(
                    Set.of("paging"),
                    Map.of(
                            "issues", before -> report.findings(SonarQubeReader::finding),
                            "hotspots", before -> report.findings(SonarQubeReader::finding)));
            if (!root.has("issues") && !root.has("hotspots")) {
                throw new IncompleteReportException(
                        "has neither \"issues\" nor \"hotspots\": not a whole SonarQube report");
            }
            ElementTree paging = root.at("paging");
            if (paging.integer("total") > collector.results()) {
                collector.problem(
                        Problem.Kind.MISSING_PART,
                        "paging",
                        "holds " + collector.results() + " of " + paging.integer("total")
                                + " results: ask for the other pages too");
            }
            collector.run(new ToolRun(TOOL, null, collector.results(), null, null, null));
        });
    }

    private static Finding finding(ElementTree found) {
        String rule = found.firstText("rule", "ruleKey");
        String component = found.text("component", "");
        String resolution = found.text("resolution");
        boolean closed = "WONTFIX".equals(resolution)
                || "FALSE-POSITIVE".equals(resolution)
                || "SAFE".equals(resolution)
                || "ACKNOWLEDGED".equals(resolution)
                || "ACCEPTED".equals(resolution);
        return new FindingBuilder(TOOL, rule == null ? found.require("rule") : rule)
                .title(found.text("description"))
                .message(found.text("message"))
                .severity(SCALE.of(found.firstText("severity", "vulnerabilityProbability")))
                .place(
                        component.substring(component.indexOf(':') + 1),
                        found.integer("line"),
                        0,
                        found.at("textRange").integer("endLine"),
                        null)
                .kind(found.has("vulnerabilityProbability") ? Finding.Kind.REVIEW : Finding.Kind.FAIL)
                .suppressed(closed ? resolution : null)
                .build();
    }
}
