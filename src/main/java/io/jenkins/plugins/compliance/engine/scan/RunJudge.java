package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.scan.ScanTool.ExitMeaning;
import io.jenkins.plugins.compliance.engine.wording.Argument;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
        List<Phrase> reasons = new ArrayList<>();
        if (meaning == ExitMeaning.ERROR) {
            reasons.add((tool.exitCodes().containsKey(execution.exitCode())
                            ? RunReason.FAILED
                            : RunReason.UNKNOWN_EXIT_CODE)
                    .of(execution.exitCode()));
        }
        for (String alarm : signals.alarms()) {
            reasons.add(RunReason.PRINTED.of(alarm));
        }
        ReportSeen report = signals.report();
        if (report == null) {
            reasons.add(RunReason.NO_REPORT.of(execution.detail()));
        } else if (report.size() == 0) {
            reasons.add(RunReason.REPORT_EMPTY.of());
        } else {
            if (report.written().isBefore(execution.started().minus(CLOCK_STEP))) {
                reasons.add(RunReason.REPORT_TOO_OLD.of(report.written(), execution.started()));
            }
            readable(tool, report.summary(), reasons);
            reasons.addAll(ReportHealth.failures(report.summary(), tool.health()));
            evaluated(tool, report.summary(), signals.files(), reasons);
            if (meaning == ExitMeaning.FINDINGS
                    && report.summary().complete()
                    && report.summary().results() == 0) {
                reasons.add(RunReason.NO_RESULT_FOR_EXIT_CODE.of(execution.exitCode()));
            }
        }
        return new RunJudgement(reasons.isEmpty(), meaning, reasons);
    }

    private static Phrase howItEnded(ScanTool tool, ToolExecution execution) {
        Phrase why = execution.detail();
        return switch (execution.end()) {
            case ABSENT -> RunReason.NOT_THERE.of(why);
            case NOT_STARTED -> RunReason.NOT_STARTED.of(why);
            case TIMED_OUT -> RunReason.TIMED_OUT.of(tool.timeout().toSeconds(), why);
            case INTERRUPTED -> RunReason.INTERRUPTED.of(why);
            case EXITED -> throw new IllegalArgumentException("it ended by itself");
        };
    }

    private static void readable(ScanTool tool, ReportSummary summary, List<Phrase> reasons) {
        String expected = tool.report().format();
        if (summary.format().equals(ReportSummary.UNKNOWN)) {
            reasons.add(RunReason.FORMAT_UNKNOWN.of(expected));
        } else if (!summary.format().equals(expected)) {
            reasons.add(RunReason.OTHER_FORMAT.of(summary.format(), expected));
        }
    }

    private static void evaluated(ScanTool tool, ReportSummary summary, long files, List<Phrase> reasons) {
        Evaluation evaluation = Evaluation.of(summary);
        long least = tool.health().minEvaluated();
        if (evaluation.stated() && evaluation.count() < Math.max(least, 1)) {
            reasons.add(RunReason.LITTLE_EVALUATED.of(
                    evaluation.count(), Argument.term(evaluation.unit()), Math.max(least, 1)));
        } else if (!evaluation.stated() && least > 0) {
            reasons.add(RunReason.EVALUATION_UNKNOWN.of());
        }
        if (files == 0 && !tool.applies().files().isEmpty()) {
            reasons.add(RunReason.NO_FILE_MATCHES.of(tool.applies().files()));
        }
    }
}
