package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.scan.ScanTool.ExitMeaning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Judges whether a run of a tool counts as evidence. No signal is believed alone: scanners end with code 0 for a path that does
 * not exist, leave an empty file when they crash, and write a valid report without a result when they could parse nothing. A run
 * counts only when all of them agree that the tool looked at something and came to its end.
 */
public final class RunJudge {
    /** File systems keep the time of a file in steps of up to two seconds (FAT). */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    private RunJudge() {}

    /**
     * Judges a run.
     *
     * @param tool the definition of the tool
     * @param execution what whoever ran it observed
     * @param signals what else is known of the run
     */
    public static RunJudgement judge(ScanTool tool, ToolExecution execution, RunSignals signals) {
        ExitMeaning meaning = tool.exitCodes().getOrDefault(execution.exitCode(), ExitMeaning.ERROR);
        if (execution.end() != ToolExecution.End.EXITED) {
            return new RunJudgement(false, ExitMeaning.ERROR, List.of(howItEnded(tool, execution)));
        }
        List<String> reasons = new ArrayList<>();
        if (meaning == ExitMeaning.ERROR) {
            reasons.add(
                    tool.exitCodes().containsKey(execution.exitCode())
                            ? "It failed: exit code " + execution.exitCode() + "."
                            : "It ended with exit code " + execution.exitCode()
                                    + ", which its definition does not know.");
        }
        for (String alarm : signals.alarms()) {
            reasons.add("It printed: " + alarm);
        }
        ReportSeen report = signals.report();
        if (report == null) {
            reasons.add(
                    execution.detail() == null
                            ? "It left no report."
                            : "It left no report: " + execution.detail() + ".");
        } else if (report.size() == 0) {
            reasons.add("Its report is empty.");
        } else {
            if (report.written().isBefore(execution.started().minus(CLOCK_STEP))) {
                reasons.add("Its report was written at " + report.written() + ", before it was started at "
                        + execution.started() + ".");
            }
            readable(tool, report.summary(), reasons);
            reasons.addAll(ReportHealth.failures(report.summary(), tool.health()));
            evaluated(tool, report.summary(), signals.files(), reasons);
            if (meaning == ExitMeaning.FINDINGS
                    && report.summary().complete()
                    && report.summary().results() == 0) {
                reasons.add("Exit code " + execution.exitCode()
                        + " says that it found something, but its report holds no result.");
            }
        }
        return new RunJudgement(reasons.isEmpty(), meaning, reasons);
    }

    private static String howItEnded(ScanTool tool, ToolExecution execution) {
        String detail = execution.detail() == null ? "" : ": " + execution.detail();
        return switch (execution.end()) {
            case ABSENT -> "It is not there to be run" + detail + ".";
            case NOT_STARTED -> "It could not be started" + detail + ".";
            case TIMED_OUT ->
                "It ran over its time of " + tool.timeout().toSeconds() + " s and was killed" + detail + ".";
            case INTERRUPTED -> "It was stopped before its end" + detail + ".";
            case EXITED -> throw new IllegalArgumentException("it ended by itself");
        };
    }

    private static void readable(ScanTool tool, ReportSummary summary, List<String> reasons) {
        String expected = tool.report().format();
        if (summary.format().equals(ReportSummary.UNKNOWN)) {
            reasons.add("Its report is in no known format; expected " + expected + ".");
        } else if (!summary.format().equals(expected)) {
            reasons.add("Its report is of the format " + summary.format() + " instead of " + expected + ".");
        }
    }

    private static void evaluated(ScanTool tool, ReportSummary summary, long files, List<String> reasons) {
        Evaluation evaluation = Evaluation.of(summary);
        long least = tool.health().minEvaluated();
        if (evaluation.stated() && evaluation.count() < Math.max(least, 1)) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "Its report says that it looked at %d %s; at least %d must be.",
                    evaluation.count(),
                    evaluation.unit(),
                    Math.max(least, 1)));
        } else if (!evaluation.stated() && least > 0) {
            reasons.add("Its report does not say how much it looked at.");
        }
        if (files == 0 && !tool.applies().files().isEmpty()) {
            reasons.add("There is no file for it to look at: none matches "
                    + String.join(", ", tool.applies().files()) + ".");
        }
    }
}
