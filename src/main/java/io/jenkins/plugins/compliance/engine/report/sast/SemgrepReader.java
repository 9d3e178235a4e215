package io.jenkins.plugins.compliance.engine.report.sast;

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
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Semgrep's JSON. A result is an entry of {@code results}. */
public final class SemgrepReader implements ReportReader {
    private static final String TOOL = "semgrep";

    @Override
    public String format() {
        return "semgrep";
    }

    @Override
    public String title() {
        return "Semgrep JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("results")
                && !sample.has("check_type")
                && (sample.head().contains("\"check_id\"")
                        || sample.has("errors", "paths")
                        || sample.has("interfile_languages_used")
                        || sample.has("skipped_rules")
                        || sample.has("errors") && !sample.has("metrics"));
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            long[] scanned = {-1};
            ElementTree root = report.outline(
                    Set.of("version"),
                    Map.of(
                            "results", before -> report.findings(SemgrepReader::finding),
                            "errors", before -> report.each(() -> error(report)),
                            "paths",
                                    before -> report.outline(Set.of(), Map.of("scanned", paths -> {
                                        scanned[0] = 0;
                                        report.each(() -> scanned[0]++);
                                    }))));
            JsonReport.require(root, "results", "Semgrep");
            JsonReport.require(root, "errors", "Semgrep");
            collector.run(new ToolRun(
                    TOOL,
                    root.text("version"),
                    collector.results(),
                    null,
                    scanned[0] < 0 ? null : Long.valueOf(scanned[0]),
                    scanned[0] < 0 ? null : "files"));
        });
    }

    private static void error(JsonReport report) throws IOException {
        String where = report.json().path();
        ElementTree error = report.fragment().object();
        String path = error.text("path");
        String message = error.firstText("message", "long_msg", "short_msg");
        report.collector()
                .problem(
                        Problem.Kind.TOOL_ERROR,
                        where,
                        (path == null ? "" : path + ": ") + (message == null ? "an error without a message" : message));
    }

    private static Finding finding(ElementTree found) {
        ElementTree extra = found.at("extra");
        ElementTree metadata = extra.at("metadata");
        List<String> references = metadata.texts("references");
        String source = metadata.firstText("source", "source-rule-url");
        return new FindingBuilder(TOOL, found.require("check_id"))
                .message(extra.text("message"))
                .severity(severity(extra.text("severity")))
                .place(
                        found.text("path"),
                        found.at("start").integer("line"),
                        found.at("start").integer("col"),
                        found.at("end").integer("line"),
                        null)
                .cwes(metadata.texts("cwe"))
                .help(source == null && !references.isEmpty() ? references.get(0) : source)
                .advisory(metadata.text("sca-vuln-database-identifier"))
                .suppressed(extra.flag("is_ignored") ? "nosemgrep" : null)
                .build();
    }

    private static @CheckForNull Severity severity(@CheckForNull String word) {
        Severity level = SeverityScale.LEVELS.of(word);
        return level == null ? SeverityScale.WORDS.of(word) : level;
    }
}
