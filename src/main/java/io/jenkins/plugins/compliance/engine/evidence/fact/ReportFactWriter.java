package io.jenkins.plugins.compliance.engine.evidence.fact;

import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.io.IOException;
import java.util.Locale;

/** Writes what a report held. Size and digest of a kept file stand in the list of files, not a second time here. */
public final class ReportFactWriter {
    private ReportFactWriter() {}

    public static void write(JsonOutput json, ReportFact report) throws IOException {
        json.beginObject();
        if (report.file() == null) {
            json.member("size", report.size()).member("sha256", report.sha256());
        } else {
            json.member("file", report.file());
        }
        if (report.details() != null) {
            json.member("details", report.details().file());
        }
        json.member("format", report.format())
                .member("complete", report.complete())
                .member("results", report.results())
                .member("suppressed", report.suppressed());
        tally(json, report.tally());
        if (!report.components().equals(ReportSummary.ComponentCounts.NONE)) {
            components(json, report.components());
        }
        if (!report.tests().equals(ReportSummary.TestCounts.NONE)) {
            tests(json, report.tests());
        }
        if (report.validUntil() != null) {
            json.member("validUntil", report.validUntil().toString());
        }
        RecordedReasons.write(json, ReportFactReader.PROBLEMS, report.problems());
        json.endObject();
    }

    private static void tally(JsonOutput json, Tally tally) throws IOException {
        json.beginArray("tally");
        for (Tally.Cell cell : tally.cells()) {
            json.beginObject().member("severity", cell.severity().id()).beginArray("cwes");
            for (int cwe : cell.cwes()) {
                json.value(cwe);
            }
            json.endArray()
                    .member("age", cell.age().name().toLowerCase(Locale.ROOT))
                    .member("count", cell.count())
                    .endObject();
        }
        json.endArray();
    }

    private static void components(JsonOutput json, ReportSummary.ComponentCounts components) throws IOException {
        json.beginObject("components")
                .member("total", components.total())
                .member("withVersion", components.withVersion())
                .member("withPurl", components.withPurl())
                .member("withLicence", components.withLicence())
                .member("withHash", components.withHash())
                .member("dependencyEdges", components.dependencyEdges())
                .endObject();
    }

    private static void tests(JsonOutput json, ReportSummary.TestCounts tests) throws IOException {
        json.beginObject("tests")
                .member("suites", tests.suites())
                .member("passed", tests.passed())
                .member("failed", tests.failed())
                .member("errors", tests.errors())
                .member("skipped", tests.skipped())
                .endObject();
    }
}
