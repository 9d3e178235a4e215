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
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** OSV-Scanner's JSON. A result is an entry of {@code vulnerabilities} of a package. */
public final class OsvScannerReader implements ReportReader {
    private static final String TOOL = "osv-scanner";

    @Override
    public String format() {
        return "osv";
    }

    @Override
    public String title() {
        return "OSV-Scanner JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("results")
                && (sample.has("experimental_config")
                        || sample.head().contains("\"packages\"")
                                && sample.head().contains("\"ecosystem\""));
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            ElementTree root = report.outline(
                    Set.of(),
                    Map.of(
                            "results",
                            before -> report.eachObject(() -> report.outline(
                                    Set.of("source"), Map.of("packages", lockfile -> packages(report, lockfile))))));
            JsonReport.require(root, "results", "OSV-Scanner");
            collector.run(new ToolRun(TOOL, null, collector.results(), null, null, null));
        });
    }

    private static void packages(JsonReport report, ElementTree lockfile) throws IOException {
        report.eachObject(() -> report.outline(
                Set.of("package"),
                Map.of(
                        "vulnerabilities",
                        before -> report.findings(
                                found -> finding(lockfile.at("source"), before.at("package"), found)))));
    }

    private static Finding finding(ElementTree lockfile, ElementTree dependency, ElementTree found) {
        String id = found.require("id");
        FindingBuilder finding = new FindingBuilder(TOOL, id)
                .title(found.text("summary"))
                .message(found.firstText("summary", "details"))
                .severity(severity(id, found))
                .path(lockfile.text("path"))
                .component(null, dependency.text("name"), dependency.text("version"))
                .fixedIn(OsvRecord.fixedIn(found, dependency.text("name")))
                .advisory(id)
                .advisories(found.texts("aliases"))
                .cwes(found.at("database_specific").texts("cwe_ids"))
                .help("https://osv.dev/vulnerability/" + id);
        for (ElementTree rating : found.list("severity")) {
            finding.vector(rating.text("score"));
        }
        return finding.build();
    }

    /** A package that is malicious has no CVSS score, and nothing is worse. */
    private static @CheckForNull Severity severity(String id, ElementTree found) {
        return id.startsWith("MAL-")
                ? Severity.CRITICAL
                : SeverityScale.WORDS.of(found.at("database_specific").text("severity"));
    }
}
