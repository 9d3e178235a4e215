package io.jenkins.plugins.compliance.engine.report.sast;

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
import java.util.Map;
import java.util.Set;

/**
 * Pylint's formats json and json2. A result is a message: an item of the array, or of {@code messages}. A fatal message, and one
 * that says that a file could not be parsed, is an error of the tool.
 */
public final class PylintReader implements ReportReader {
    private static final String TOOL = "pylint";
    private static final Set<String> UNREAD =
            Set.of("syntax-error", "astroid-error", "parse-error", "config-parse-error");
    private static final SeverityScale TYPES = new SeverityScale(Map.of(
            "fatal", Severity.HIGH,
            "error", Severity.HIGH,
            "warning", Severity.MEDIUM,
            "refactor", Severity.LOW,
            "convention", Severity.INFO,
            "information", Severity.INFO,
            "info", Severity.INFO));

    @Override
    public String format() {
        return TOOL;
    }

    @Override
    public String title() {
        return "Pylint JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isList("type", "module", "symbol", "message-id") || sample.isObject("messages", "statistics");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            Long modules = null;
            if (report.atArray()) {
                report.each(() -> message(report));
            } else {
                ElementTree root = report.outline(
                        Set.of("statistics"), Map.of("messages", before -> report.each(() -> message(report))));
                JsonReport.require(root, "messages", "Pylint");
                modules = root.at("statistics").has("modulesLinted")
                        ? Long.valueOf(root.at("statistics").integer("modulesLinted"))
                        : null;
            }
            collector.run(
                    new ToolRun(TOOL, null, collector.results(), null, modules, modules == null ? null : "modules"));
        });
    }

    private static void message(JsonReport report) throws IOException {
        String where = report.json().path();
        report.finding(found -> {
            String symbol = found.require("symbol");
            boolean unread = UNREAD.contains(symbol) || "fatal".equals(found.text("type"));
            if (unread) {
                report.collector()
                        .problem(
                                Problem.Kind.TOOL_ERROR,
                                where,
                                found.text("path", "a file") + ": " + found.text("message", symbol));
            }
            return finding(found, symbol, unread);
        });
    }

    private static Finding finding(ElementTree found, String symbol, boolean unread) {
        return new FindingBuilder(TOOL, symbol)
                .message(found.text("message"))
                .severity(TYPES.of(found.text("type")))
                .place(
                        found.text("path"),
                        found.integer("line"),
                        found.integer("column") + 1,
                        found.integer("endLine"),
                        null)
                .kind(unread ? Finding.Kind.INFORMATIONAL : Finding.Kind.FAIL)
                .build();
    }
}
