package io.jenkins.plugins.compliance.engine.report.sast;

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
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * ESLint's JSON. A result is an entry of {@code messages} or {@code suppressedMessages} of a file. A fatal message says that the
 * file could not be parsed: an error of the tool.
 */
public final class EsLintReader implements ReportReader {
    private static final String TOOL = "eslint";
    private static final int ERROR = 2;

    @Override
    public String format() {
        return "eslint";
    }

    @Override
    public String title() {
        return "ESLint JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isList("filePath", "messages");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            if (!report.atArray()) {
                throw new IncompleteReportException("is not a list of files: not an ESLint report");
            }
            long[] files = new long[1];
            report.eachObject(() -> {
                files[0]++;
                String where = report.json().path();
                ElementTree outline = report.outline(
                        Set.of("filePath"),
                        Map.of(
                                "messages",
                                file -> report.each(() -> message(report, file, false)),
                                "suppressedMessages",
                                file -> report.each(() -> message(report, file, true))));
                if (!outline.has("messages")) {
                    throw new IncompleteReportException(where + " has no \"messages\": not a whole ESLint report");
                }
            });
            collector.run(new ToolRun(TOOL, null, collector.results(), null, files[0], "files"));
        });
    }

    private static void message(JsonReport report, ElementTree file, boolean suppressed) throws IOException {
        String where = report.json().path();
        report.finding(found -> {
            boolean fatal = found.flag("fatal");
            if (fatal) {
                report.collector()
                        .problem(
                                Problem.Kind.TOOL_ERROR,
                                where,
                                file.text("filePath", "a file") + ": " + found.text("message", "could not be parsed"));
            }
            return finding(file, found, fatal, suppressed);
        });
    }

    private static Finding finding(ElementTree file, ElementTree found, boolean fatal, boolean suppressed) {
        return new FindingBuilder(TOOL, found.text("ruleId", fatal ? "parsing-error" : "unnamed"))
                .message(found.text("message"))
                .severity(found.integer("severity") == ERROR ? Severity.HIGH : Severity.MEDIUM)
                .place(
                        file.text("filePath"),
                        found.integer("line"),
                        found.integer("column"),
                        found.integer("endLine"),
                        null)
                .kind(fatal ? Finding.Kind.INFORMATIONAL : Finding.Kind.FAIL)
                .suppressed(suppressed ? reason(found) : null)
                .build();
    }

    private static String reason(ElementTree found) {
        for (ElementTree suppression : found.list("suppressions")) {
            return suppression.text("justification", suppression.text("kind", "suppressed"));
        }
        return "suppressed";
    }
}
