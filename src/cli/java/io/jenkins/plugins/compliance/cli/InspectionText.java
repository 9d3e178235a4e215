package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a report holds, for people. */
final class InspectionText {
    private InspectionText() {}

    static void print(String file, String title, ReportSummary summary, PrintWriter out) {
        out.println(DisplayText.line(file));
        row(out, "format", format(title, summary));
        summary.runs().forEach(run -> row(out, "run", run(run)));
        row(
                out,
                "results",
                summary.results() + (summary.suppressed() == 0 ? "" : ", " + summary.suppressed() + " suppressed"));
        if (summary.tally().total() > 0) {
            row(out, "severity", severities(summary));
            String weaknesses = weaknesses(summary);
            row(out, "weakness", weaknesses.isEmpty() ? "none stated" : weaknesses);
        }
        ReportSummary.ComponentCounts components = summary.components();
        if (components.total() > 0) {
            row(
                    out,
                    "components",
                    components.total() + ": with version " + components.withVersion() + ", package URL "
                            + components.withPurl() + ", licence " + components.withLicence() + ", digest "
                            + components.withHash() + "; dependencies " + components.dependencyEdges());
        }
        ReportSummary.TestCounts tests = summary.tests();
        if (tests.total() > 0 || tests.suites() > 0) {
            row(
                    out,
                    "tests",
                    tests.total() + " in " + tests.suites() + " suites: passed " + tests.passed() + ", failed "
                            + tests.failed() + ", errors " + tests.errors() + ", skipped " + tests.skipped());
        }
        if (summary.validUntil() != null) {
            row(out, "valid until", summary.validUntil().toString());
        }
        problems(out, summary);
        row(out, "complete", summary.complete() ? "yes" : "NO: it does not count as evidence");
    }

    private static String format(String title, ReportSummary summary) {
        String version = summary.formatVersion();
        return title + " (" + summary.format() + (version == null ? ")" : ", version " + version + ")");
    }

    private static String run(ToolRun run) {
        StringBuilder text = new StringBuilder(run.tool());
        if (run.version() != null) {
            text.append(' ').append(run.version());
        }
        text.append(": ").append(run.results()).append(" results");
        if (run.evaluated() != null) {
            text.append(", looked at ").append(run.evaluated()).append(' ').append(run.evaluatedUnit());
        }
        if (run.successful() != null) {
            text.append(run.successful() ? ", states success" : ", STATES FAILURE");
        }
        return text.toString();
    }

    private static String severities(ReportSummary summary) {
        return Arrays.stream(Severity.values())
                .filter(severity -> summary.tally().of(severity) > 0)
                .map(severity -> severity.id() + " " + summary.tally().of(severity))
                .collect(Collectors.joining(", "));
    }

    private static String weaknesses(ReportSummary summary) {
        return InspectionJson.weaknesses(summary.tally()).entrySet().stream()
                .map(entry -> "CWE-" + entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void problems(PrintWriter out, ReportSummary summary) {
        for (Problem problem : summary.problems()) {
            row(out, "problem", label(problem.kind()) + ": " + problem);
        }
        long more = summary.problemCount() - summary.problems().size();
        if (more > 0) {
            row(out, "problem", "and " + more + " more");
        }
    }

    private static String label(Problem.Kind kind) {
        return switch (kind) {
            case BAD_ELEMENT -> "left out";
            case TOOL_ERROR -> "the tool failed";
            case MISSING_PART -> "missing";
            case INCOMPLETE -> "incomplete";
            case NOTE -> "note";
        };
    }

    private static void row(PrintWriter out, String label, String text) {
        out.printf("  %-11s %s%n", label, DisplayText.line(text));
    }
}
