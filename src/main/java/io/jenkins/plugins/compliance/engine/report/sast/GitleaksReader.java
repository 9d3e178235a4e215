package io.jenkins.plugins.compliance.engine.report.sast;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import io.jenkins.plugins.compliance.engine.report.JsonReport;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;

/**
 * Gitleaks' JSON, of version 8 and before. A result is an item of the array. Nothing of what was matched is taken over: it is
 * the secret.
 */
public final class GitleaksReader implements ReportReader {
    private static final String TOOL = "gitleaks";

    @Override
    public String format() {
        return "gitleaks";
    }

    @Override
    public String title() {
        return "Gitleaks JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isList("RuleID", "Match")
                || sample.isList("RuleID", "Secret")
                || sample.isList("offender", "rule");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            if (!report.atArray() && report.json().kind() != JsonCursor.Kind.NULL) {
                throw new IncompleteReportException("is not a list: not a Gitleaks report");
            }
            report.findings(GitleaksReader::finding);
            collector.run(new ToolRun(TOOL, null, collector.results(), null, null, null));
        });
    }

    private static Finding finding(ElementTree found) {
        String rule = found.firstText("RuleID", "rule", "Rule");
        return new FindingBuilder(TOOL, rule == null ? found.require("RuleID") : rule)
                .title(found.firstText("Description", "rule"))
                .message(message(found, rule))
                .severity(Severity.HIGH)
                .place(
                        found.firstText("File", "file"),
                        found.has("StartLine") ? found.integer("StartLine") : found.integer("lineNumber"),
                        found.integer("StartColumn"),
                        found.integer("EndLine"),
                        null)
                .cwe("798", CweClaim.Basis.RULE)
                .build();
    }

    private static String message(ElementTree found, @CheckForNull String rule) {
        String what = found.text("Description", rule == null ? "secret" : rule);
        String commit = found.firstText("Commit", "commit");
        return commit == null ? what : what + " (commit " + commit + ")";
    }
}
