package io.jenkins.plugins.compliance.engine.report.dast;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.XmlReport;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.Set;

/** Burp Suite's XML of issues. A result is an {@code issue} element. */
public final class BurpReader implements ReportReader {
    private static final String TOOL = "burp";
    /** Whole requests and responses: large, and full of session cookies. */
    private static final Set<String> LARGE =
            Set.of("requestresponse", "collaboratorEvent", "infiltratorEvent", "dynamicAnalysis", "staticAnalysis");

    @Override
    public String format() {
        return "burp";
    }

    @Override
    public String title() {
        return "Burp Suite XML";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isXml("issues") && sample.head().contains("burpVersion");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        XmlReport.read(source, collector, limits, (xml, report) -> {
            report.require("issues", "a Burp Suite");
            String version = xml.attribute("burpVersion");
            xml.children(() -> {
                if (xml.name().equals("issue")) {
                    report.finding(LARGE, BurpReader::finding);
                }
            });
            collector.run(new ToolRun(TOOL, version, collector.results(), null, null, null));
        });
    }

    private static Finding finding(ElementTree found) {
        String name = found.text("name");
        String severity = found.text("severity", "");
        boolean falsePositive = severity.equalsIgnoreCase("False positive");
        return new FindingBuilder(TOOL, found.require("type"))
                .title(name)
                .message(name)
                .severity(SeverityScale.WORDS.of(severity))
                .path(found.text("host", "") + found.text("path", ""))
                .cwe(found.text("vulnerabilityClassifications"), CweClaim.Basis.FIELD)
                .suppressed(falsePositive ? "false positive" : null)
                .build();
    }
}
