package io.jenkins.plugins.compliance.engine.report.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
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
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checkov's JSON: one framework, or an array of them. A result is an entry of {@code failed_checks}, {@code passed_checks} or
 * {@code skipped_checks}.
 */
public final class CheckovReader implements ReportReader {
    private static final String TOOL = "checkov";

    @Override
    public String format() {
        return "checkov";
    }

    @Override
    public String title() {
        return "Checkov JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return (sample.isObject() || sample.isList())
                && (sample.has("check_type", "results")
                        || sample.has("passed", "failed", "skipped") && sample.has("checkov_version"));
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            Walk walk = new Walk(report);
            if (report.atArray()) {
                report.eachObject(walk::framework);
            } else {
                walk.framework();
            }
            collector.run(new ToolRun(TOOL, walk.version, collector.results(), null, collector.results(), "checks"));
        });
    }

    private static final class Walk {
        private final JsonReport report;
        private @CheckForNull String version;

        Walk(JsonReport report) {
            this.report = report;
        }

        void framework() throws IOException {
            String where = report.json().path();
            ElementTree framework = report.outline(
                    Set.of("summary", "passed", "failed", "checkov_version", "parsing_errors", "parsingerrors"),
                    Map.of("results", before -> results()));
            // With nothing to look at Checkov writes the summary alone, without "summary" around it.
            if (!framework.has("results") && !framework.has("passed")) {
                throw new IncompleteReportException(
                        (where.isEmpty() ? "" : where + " ") + "has no \"results\": not a whole Checkov report");
            }
            ElementTree summary = framework.has("summary") ? framework.at("summary") : framework;
            String stated = summary.text("checkov_version");
            version = stated == null ? version : stated;
        }

        private void results() throws IOException {
            report.outline(
                    Set.of(),
                    Map.of(
                            "failed_checks", before -> report.findings(found -> finding(found, Finding.Kind.FAIL)),
                            "passed_checks", before -> report.findings(found -> finding(found, Finding.Kind.PASS)),
                            "skipped_checks", before -> report.findings(CheckovReader::skipped),
                            "parsing_errors", before -> report.each(this::parsingError)));
        }

        private void parsingError() throws IOException {
            String where = report.json().path();
            report.collector()
                    .problem(Problem.Kind.TOOL_ERROR, where, report.json().text("a file") + ": could not be parsed");
        }
    }

    private static Finding skipped(ElementTree found) {
        String reason = found.at("check_result").text("suppress_comment", "skipped");
        return builder(found).suppressed(reason).build();
    }

    private static Finding finding(ElementTree found, Finding.Kind kind) {
        return builder(found).kind(kind).build();
    }

    private static FindingBuilder builder(ElementTree found) {
        List<String> lines = found.texts("file_line_range");
        ElementTree details = found.at("vulnerability_details");
        FindingBuilder finding = new FindingBuilder(TOOL, found.require("check_id"))
                .title(found.text("check_name"))
                .message(found.firstText("short_description", "check_name"))
                .severity(SeverityScale.WORDS.of(found.text("severity")))
                .place(
                        found.firstText("file_path", "repo_file_path"),
                        lines.isEmpty() ? 0 : number(lines.get(0)),
                        0,
                        lines.size() < 2 ? 0 : number(lines.get(1)),
                        found.text("resource"))
                .help(found.text("guideline"));
        if (details.has("id")) {
            finding.advisory(details.text("id"))
                    .component(null, details.text("package_name"), details.text("package_version"))
                    .fixedIn(details.firstText("lowest_fixed_version", "fixed_version"))
                    .score(details.number("cvss"));
        }
        return finding;
    }

    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
