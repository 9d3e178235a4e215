package io.jenkins.plugins.compliance.engine.report.sca;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.JsonReport;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Grype's JSON. A result is an entry of {@code matches} or, set aside by the user's rules, of {@code ignoredMatches}.
 */
public final class GrypeReader implements ReportReader {
    private static final String TOOL = "grype";

    @Override
    public String format() {
        return "grype";
    }

    @Override
    public String title() {
        return "Grype JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("matches")
                && (sample.has("descriptor")
                        || sample.has("source")
                        || sample.keys().size() == 1);
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            ElementTree root = report.outline(
                    Set.of("descriptor"),
                    Map.of(
                            "matches", before -> report.findings(match -> finding(match, null)),
                            "ignoredMatches", before -> report.findings(match -> finding(match, ignoredBy(match)))));
            JsonReport.require(root, "matches", "Grype");
            ElementTree descriptor = root.at("descriptor");
            collector.run(new ToolRun(
                    descriptor.text("name", TOOL), descriptor.text("version"), collector.results(), null, null, null));
        });
    }

    private static Finding finding(ElementTree match, @CheckForNull String suppression) {
        ElementTree vulnerability = match.at("vulnerability");
        ElementTree artifact = match.at("artifact");
        String id = vulnerability.require("id");
        List<ElementTree> related = match.list("relatedVulnerabilities");
        FindingBuilder finding = new FindingBuilder(TOOL, id)
                .title(id)
                .message(description(vulnerability, related))
                .severity(SeverityScale.WORDS.of(vulnerability.text("severity")))
                .path(path(artifact))
                .component(artifact.text("purl"), artifact.text("name"), artifact.text("version"))
                .fixedIn(String.join(", ", vulnerability.at("fix").texts("versions")))
                .advisory(id)
                .help(vulnerability.text("dataSource"))
                .suppressed(suppression);
        rate(finding, vulnerability);
        for (ElementTree other : related) {
            finding.advisory(other.text("id"));
            rate(finding, other);
        }
        return finding.build();
    }

    private static void rate(FindingBuilder finding, ElementTree vulnerability) {
        for (ElementTree rating : vulnerability.list("cvss")) {
            if (!rating.text("version", "").startsWith("2")) {
                finding.score(rating.at("metrics").number("baseScore"));
            }
        }
        for (ElementTree weakness : vulnerability.list("cwes")) {
            finding.cwe(weakness.text("cwe"), CweClaim.Basis.FIELD);
        }
    }

    private static @CheckForNull String description(ElementTree vulnerability, List<ElementTree> related) {
        String own = vulnerability.text("description");
        if (own != null) {
            return own;
        }
        return related.isEmpty() ? null : related.get(0).text("description");
    }

    private static @CheckForNull String path(ElementTree artifact) {
        List<ElementTree> locations = artifact.list("locations");
        return locations.isEmpty() ? null : locations.get(0).text("path");
    }

    private static String ignoredBy(ElementTree match) {
        for (ElementTree rule : match.list("appliedIgnoreRules")) {
            String reason = rule.firstText("reason", "vulnerability", "fix-state", "namespace");
            if (reason != null) {
                return "ignored by rule: " + reason;
            }
        }
        return "ignored by rule";
    }
}
