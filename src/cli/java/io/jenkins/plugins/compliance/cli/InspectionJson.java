package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What a report holds, as one line of JSON. */
final class InspectionJson {
    private InspectionJson() {}

    static String line(String file, ReportSummary summary) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput out = JsonOutput.compact(bytes)) {
            out.beginObject()
                    .member("file", file)
                    .member("format", summary.format())
                    .optional("formatVersion", summary.formatVersion());
            if (!summary.runs().isEmpty()) {
                ToolRun first = summary.runs().get(0);
                out.member("tool", first.tool()).optional("version", first.version());
            }
            out.member("results", summary.results())
                    .member("suppressed", summary.suppressed())
                    .member(
                            "problems",
                            summary.problems().stream().map(Problem::toString).toList())
                    .member("problemCount", summary.problemCount())
                    .member("complete", summary.complete());
            if (summary.validUntil() != null) {
                out.member("validUntil", summary.validUntil().toString());
            }
            counts(out, summary);
            runs(out, summary);
            out.endObject();
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    /** Findings that count, by weakness; a finding of two weaknesses is in both. */
    static Map<Integer, Long> weaknesses(Tally tally) {
        Map<Integer, Long> counts = new TreeMap<>();
        tally.cells().forEach(cell -> cell.cwes().forEach(cwe -> counts.merge(cwe, cell.count(), Long::sum)));
        return counts;
    }

    private static void counts(JsonOutput out, ReportSummary summary) throws IOException {
        out.beginObject("severities");
        for (Severity severity : Severity.values()) {
            out.member(severity.id(), summary.tally().of(severity));
        }
        out.endObject().beginObject("cwes");
        for (Map.Entry<Integer, Long> weakness : weaknesses(summary.tally()).entrySet()) {
            out.member("CWE-" + weakness.getKey(), weakness.getValue());
        }
        out.endObject();
        ReportSummary.ComponentCounts components = summary.components();
        if (components.total() > 0) {
            out.beginObject("components")
                    .member("total", components.total())
                    .member("withVersion", components.withVersion())
                    .member("withPurl", components.withPurl())
                    .member("withLicence", components.withLicence())
                    .member("withHash", components.withHash())
                    .member("dependencyEdges", components.dependencyEdges())
                    .endObject();
        }
        ReportSummary.TestCounts tests = summary.tests();
        if (tests.total() > 0 || tests.suites() > 0) {
            out.beginObject("tests")
                    .member("suites", tests.suites())
                    .member("passed", tests.passed())
                    .member("failed", tests.failed())
                    .member("errors", tests.errors())
                    .member("skipped", tests.skipped())
                    .endObject();
        }
    }

    private static void runs(JsonOutput out, ReportSummary summary) throws IOException {
        out.beginArray("runs");
        for (ToolRun run : summary.runs()) {
            out.beginObject().member("tool", run.tool()).optional("version", run.version());
            out.member("results", run.results());
            if (run.successful() != null) {
                out.member("successful", run.successful());
            }
            if (run.evaluated() != null) {
                out.member("evaluated", run.evaluated()).optional("evaluatedUnit", run.evaluatedUnit());
            }
            out.endObject();
        }
        out.endArray();
    }
}
