package io.jenkins.plugins.compliance.engine.report.sarif;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What one reading of a small report gave. */
record SarifReading(List<Finding> findings, ReportSummary summary) {
    /** Reads a report in bytes. */
    static SarifReading of(byte[] report) throws IOException {
        return of(report, Limits.DEFAULTS);
    }

    static SarifReading of(byte[] report, Limits limits) throws IOException {
        List<Finding> findings = new ArrayList<>();
        ReportSink sink = new ReportSink() {
            @Override
            public void finding(Finding finding) {
                findings.add(finding);
            }
        };
        ReportCollector collector = new ReportCollector(sink, limits);
        new SarifReader().read(ReportSource.ofBytes("r.sarif", report), collector, limits);
        return new SarifReading(findings, collector.summary("sarif", true));
    }

    /** Reads a log with these members of its only run, quotes written as apostrophes. */
    static SarifReading ofRun(String... members) throws IOException {
        return of(log("{" + String.join(",", members) + "}").getBytes(StandardCharsets.UTF_8));
    }

    /** A log with these runs, quotes written as apostrophes. */
    static String log(String... runs) {
        return ("{'version':'2.1.0','runs':[" + String.join(",", runs) + "]}").replace('\'', '"');
    }

    /** The only finding. */
    Finding only() {
        if (findings.size() != 1) {
            throw new AssertionError("expected one finding, not " + findings);
        }
        return findings.get(0);
    }

    /** What is wrong, in one text. */
    String problems() {
        return summary.problems().toString();
    }
}
