package io.jenkins.plugins.compliance.engine.report.config;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.TextLines;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;
import java.io.InputStream;

/** Lynis' report data file. A result is a {@code warning[]} or {@code suggestion[]} line. */
public final class LynisReader implements ReportReader {
    private static final String TOOL = "lynis";

    @Override
    public String format() {
        return "lynis";
    }

    @Override
    public String title() {
        return "Lynis report data";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.syntax() == Sample.Syntax.TEXT
                && (sample.head().contains("lynis_version=") || sample.head().startsWith("# Lynis Report"));
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        String version = null;
        long tests = -1;
        boolean finished = false;
        try (InputStream in = source.open();
                TextLines lines = new TextLines(in, limits)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                int equals = line.indexOf('=');
                if (equals < 0 || line.startsWith("#")) {
                    continue;
                }
                String value = line.substring(equals + 1);
                switch (line.substring(0, equals)) {
                    case "lynis_version" -> version = value;
                    case "tests_executed" ->
                        tests = value.chars().filter(c -> c == '|').count();
                    case "finish" -> finished = value.equals("true");
                    case "warning[]" -> result(collector, lines.number(), value, Severity.MEDIUM);
                    case "suggestion[]" -> result(collector, lines.number(), value, Severity.LOW);
                    case "exception_event[]" ->
                        collector.problem(Problem.Kind.TOOL_ERROR, "line " + lines.number(), value);
                    default -> {
                        // Facts about the host.
                    }
                }
            }
        }
        collector.run(new ToolRun(
                TOOL,
                version,
                collector.results(),
                finished,
                tests < 0 ? null : Long.valueOf(tests),
                tests < 0 ? null : "tests"));
        if (!finished) {
            throw new IncompleteReportException("has no line \"finish=true\": the audit did not come to its end");
        }
    }

    /** The value is {@code test|text|details|solution|}. */
    private static void result(ReportCollector collector, int line, String value, Severity severity)
            throws IOException {
        String[] parts = value.split("\\|", -1);
        if (parts.length < 2 || parts[0].isBlank()) {
            collector.badResult("line " + line, "is not of the form test|text|details|solution|");
            return;
        }
        collector.finding(new FindingBuilder(TOOL, parts[0])
                .message(parts[1])
                .severity(severity)
                .place(null, 0, 0, 0, parts.length > 2 && !parts[2].equals("-") ? parts[2] : null)
                .help("https://cisofy.com/lynis/controls/" + parts[0] + "/")
                .build());
    }
}
