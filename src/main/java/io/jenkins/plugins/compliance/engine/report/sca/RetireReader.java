package io.jenkins.plugins.compliance.engine.report.sca;

import edu.umd.cs.findbugs.annotations.CheckForNull;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** retire.js JSON, the array of version 1 included. A result is an entry of {@code vulnerabilities} of a component. */
public final class RetireReader implements ReportReader {
    private static final String TOOL = "retire.js";

    @Override
    public String format() {
        return "retire";
    }

    @Override
    public String title() {
        return "retire.js JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("data", "messages", "errors")
                || sample.isObject("version", "start", "data")
                || sample.isList("file", "results");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            if (report.atArray()) {
                files(report);
                collector.run(new ToolRun(TOOL, null, collector.results(), null, null, null));
                return;
            }
            ElementTree root = report.outline(Set.of("version", "errors"), Map.of("data", before -> files(report)));
            JsonReport.require(root, "data", "retire.js");
            for (ElementTree error : root.list("errors")) {
                collector.problem(
                        Problem.Kind.TOOL_ERROR,
                        "errors",
                        error.kind() == ElementTree.Kind.SCALAR ? error.text() : error.text("message", "an error"));
            }
            collector.run(new ToolRun(TOOL, root.text("version"), collector.results(), null, null, null));
        });
    }

    private static void files(JsonReport report) throws IOException {
        report.eachObject(() -> report.outline(
                Set.of("file"),
                Map.of(
                        "results",
                        file -> report.eachObject(() -> report.outline(
                                Set.of("component", "version", "npmname"),
                                Map.of(
                                        "vulnerabilities",
                                        component -> report.findings(found -> finding(file, component, found))))))));
    }

    private static Finding finding(ElementTree file, ElementTree component, ElementTree found) {
        ElementTree identifiers = found.at("identifiers");
        List<String> cves = identifiers.texts("CVE");
        String github = identifiers.text("githubID");
        String summary = identifiers.text("summary");
        String name = component.require("component");
        List<String> info = found.texts("info");
        return new FindingBuilder(TOOL, rule(cves, github, name, summary))
                .title(summary)
                .message(summary)
                .severity(SeverityScale.WORDS.of(found.text("severity")))
                .path(file.text("file"))
                .component(null, name, component.text("version"))
                .fixedIn(found.text("below"))
                .advisories(cves)
                .advisory(github)
                .cwes(found.texts("cwe"))
                .help(info.isEmpty() ? null : info.get(0))
                .build();
    }

    private static String rule(
            List<String> cves, @CheckForNull String github, String name, @CheckForNull String summary) {
        if (!cves.isEmpty()) {
            return cves.get(0);
        }
        return github != null ? github : summary == null ? name : name + ": " + summary;
    }
}
