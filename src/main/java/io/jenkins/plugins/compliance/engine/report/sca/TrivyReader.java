package io.jenkins.plugins.compliance.engine.report.sca;

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
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Trivy's JSON of images, file systems, repositories and clusters: schema 2, the array of schema 1, and the reports of
 * {@code trivy k8s}. A result is an entry of {@code Vulnerabilities}, {@code Misconfigurations}, {@code Secrets},
 * {@code Licenses} or {@code ExperimentalModifiedFindings}.
 */
public final class TrivyReader implements ReportReader {
    private static final String TOOL = "trivy";

    @Override
    public String format() {
        return "trivy";
    }

    @Override
    public String title() {
        return "Trivy JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("SchemaVersion", "ArtifactName")
                || sample.isObject("SchemaVersion", "Results")
                || sample.isObject("ClusterName")
                || sample.isList("Target", "Vulnerabilities")
                || sample.isList("Target", "Misconfigurations")
                || sample.isList("Target", "Type")
                || sample.isList("Target", "Class");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            Walk walk = new Walk(report);
            String version = null;
            if (report.atArray()) {
                walk.targets();
            } else {
                ElementTree root = report.outline(
                        Set.of("SchemaVersion", "Trivy", "ArtifactName"),
                        Map.of(
                                "Results", before -> walk.targets(),
                                "Resources", before -> walk.resources(),
                                "Findings", before -> walk.resources(),
                                "Vulnerabilities", before -> walk.resources(),
                                "Misconfigurations", before -> walk.resources(),
                                "ClusterName", before -> {}));
                if (!root.has("SchemaVersion") && !root.has("ClusterName")) {
                    throw new IncompleteReportException(
                            "has neither \"SchemaVersion\" nor \"ClusterName\": not a whole Trivy report");
                }
                collector.formatVersion(root.text("SchemaVersion", ""));
                version = root.at("Trivy").text("Version");
            }
            collector.run(new ToolRun(TOOL, version, collector.results(), null, walk.targets, "targets"));
        });
    }

    private static final class Walk {
        private final JsonReport report;
        private long targets;

        Walk(JsonReport report) {
            this.report = report;
        }

        /** Objects of a cluster: each has targets of its own, or says why it could not be scanned. */
        void resources() throws IOException {
            report.eachObject(() -> {
                String where = report.json().path();
                ElementTree resource = report.outline(
                        Set.of("Namespace", "Kind", "Name", "Error"), Map.of("Results", before -> targets()));
                String error = resource.text("Error");
                if (error != null) {
                    report.collector()
                            .problem(
                                    Problem.Kind.TOOL_ERROR,
                                    where,
                                    resource.text("Kind", "") + "/" + resource.text("Name", "") + ": " + error);
                }
            });
        }

        void targets() throws IOException {
            report.eachObject(() -> {
                targets++;
                report.outline(
                        Set.of("Target", "Class", "Type"),
                        Map.of(
                                "Vulnerabilities",
                                before -> report.findings(
                                        found -> vulnerability(before, found).build()),
                                "Misconfigurations",
                                before -> report.findings(
                                        found -> misconfiguration(before, found).build()),
                                "Secrets",
                                before -> report.findings(
                                        found -> secret(before, found).build()),
                                "Licenses",
                                before -> report.findings(
                                        found -> licence(before, found).build()),
                                "ExperimentalModifiedFindings",
                                before -> report.findings(found -> setAside(before, found))));
            });
        }
    }

    private static FindingBuilder vulnerability(ElementTree target, ElementTree found) {
        String id = found.require("VulnerabilityID");
        FindingBuilder finding = new FindingBuilder(TOOL, id)
                .title(found.text("Title"))
                .message(found.firstText("Title", "Description"))
                .severity(SeverityScale.WORDS.of(found.text("Severity")))
                .path(found.text("PkgPath", target.text("Target", "")))
                .component(
                        found.at("PkgIdentifier").text("PURL"), found.text("PkgName"), found.text("InstalledVersion"))
                .fixedIn(found.text("FixedVersion"))
                .advisory(id)
                .advisories(found.texts("VendorIDs"))
                .cwes(found.texts("CweIDs"))
                .help(found.text("PrimaryURL"));
        for (ElementTree rating : found.at("CVSS").parts()) {
            finding.score(rating.number("V3Score")).score(rating.number("V40Score"));
        }
        return finding;
    }

    private static FindingBuilder misconfiguration(ElementTree target, ElementTree found) {
        String status = found.text("Status", "FAIL");
        ElementTree cause = found.at("CauseMetadata");
        return new FindingBuilder(TOOL, found.has("ID") ? found.require("ID") : found.require("AVDID"))
                .title(found.text("Title"))
                .message(found.firstText("Message", "Description", "Title"))
                .severity(SeverityScale.WORDS.of(found.text("Severity")))
                .place(
                        target.text("Target"),
                        cause.integer("StartLine"),
                        0,
                        cause.integer("EndLine"),
                        cause.text("Resource"))
                .help(found.text("PrimaryURL"))
                .kind(status.equals("PASS") ? Finding.Kind.PASS : Finding.Kind.FAIL)
                .suppressed(status.equals("EXCEPTION") ? "exception" : null);
    }

    /** Never the matched text: it is the secret. */
    private static FindingBuilder secret(ElementTree target, ElementTree found) {
        return new FindingBuilder(TOOL, found.require("RuleID"))
                .title(found.text("Title"))
                .message(found.text("Title"))
                .severity(SeverityScale.WORDS.of(found.text("Severity")))
                .place(
                        target.text("Target"),
                        found.integer("StartLine"),
                        0,
                        found.integer("EndLine"),
                        found.text("Category"))
                .cwe("798", CweClaim.Basis.RULE);
    }

    private static FindingBuilder licence(ElementTree target, ElementTree found) {
        String name = found.require("Name");
        String subject = found.text("PkgName", found.text("FilePath", target.text("Target", "")));
        return new FindingBuilder(TOOL, "licence:" + name)
                .title(name)
                .message(subject + " is under the licence " + name + ", category " + found.text("Category", "unknown"))
                .severity(SeverityScale.WORDS.of(found.text("Severity")))
                .path(found.text("FilePath", target.text("Target", "")))
                .component(null, found.text("PkgName"), null)
                .help(found.text("Link"));
    }

    private static Finding setAside(ElementTree target, ElementTree modified) {
        ElementTree found = modified.at("Finding");
        FindingBuilder finding = switch (modified.text("Type", "")) {
            case "misconfiguration" -> misconfiguration(target, found);
            case "secret" -> secret(target, found);
            case "license" -> licence(target, found);
            default -> vulnerability(target, found);
        };
        String reason = modified.text("Status", "ignored");
        String statement = modified.text("Statement");
        return finding.suppressed(statement == null ? reason : reason + ": " + statement)
                .build();
    }
}
