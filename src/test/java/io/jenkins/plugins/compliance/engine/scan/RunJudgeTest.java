package io.jenkins.plugins.compliance.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.engine.scan.ScanTool.ExitMeaning;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution.End;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunJudgeTest {
    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
    private static final ScanTool ESLINT = tolerating("expected");
    private static final ScanTool BANDIT = ToolPresets.all().get("bandit").orElseThrow();
    private static final ToolRun GOOD = new ToolRun("t", "1", 0, true, 3L, "files");

    @Test
    void healthyRunCounts() {
        assertThat(judge(ESLINT, 0, seen(summary(0, true, List.of(GOOD)))))
                .isEqualTo(new RunJudgement(true, ExitMeaning.RAN, List.of()));
    }

    @ParameterizedTest
    @EnumSource(value = End.class, mode = EnumSource.Mode.EXCLUDE, names = "EXITED")
    void runThatDidNotEndByItselfNeverCountsWhateverItLeft(End end) {
        ToolExecution execution = execution(end, 0);

        RunJudgement judgement =
                RunJudge.judge(ESLINT, execution, new RunSignals(3, seen(summary(0, true, List.of(GOOD))), List.of()));

        assertThat(judgement.counts()).isFalse();
        assertThat(judgement.reasons()).hasSize(1);
    }

    @Test
    void exitCodeIsTakenAsTheToolMeansIt() {
        ReportSeen report = seen(summary(4, true, List.of(GOOD)));

        assertThat(judge(ESLINT, 1, report).meaning()).isEqualTo(ExitMeaning.FINDINGS);
        assertThat(judge(ESLINT, 1, report).counts()).isTrue();
        assertReason(judge(ESLINT, 2, report), "It failed: exit code 2.");
        assertReason(judge(ESLINT, 137, report), "exit code 137, which its definition does not know");
    }

    @Test
    void absentEmptyOldAndForeignReportsDoNotCount() {
        ReportSummary summary = summary(0, true, List.of(GOOD));

        assertReason(judge(ESLINT, 0, null), "It left no report.");
        assertReason(judge(ESLINT, 0, new ReportSeen(summary, 0, START)), "Its report is empty.");
        assertReason(judge(ESLINT, 0, new ReportSeen(summary, 9, START.minusSeconds(60))), "before it was started");
        assertReason(judge(BANDIT, 0, seen(summary)), "of the format sarif instead of bandit");
        assertReason(judge(ESLINT, 0, seen(summary(0, false, List.of(GOOD)))), "Its report is incomplete");
    }

    @Test
    void exitCodeThatClaimsFindingsWithoutOneIsAContradictionButNotTheOtherWayRound() {
        assertReason(judge(ESLINT, 1, seen(summary(0, true, List.of(GOOD)))), "its report holds no result");
        assertThat(judge(ESLINT, 0, seen(summary(7, true, List.of(GOOD)))).counts())
                .isTrue();
    }

    @Test
    void flagOfTheToolMustBeThereAndTrue() {
        ToolRun failed = new ToolRun("t", "1", 0, false, 3L, "files");
        ToolRun silent = new ToolRun("t", "1", 0, null, 3L, "files");

        assertReason(judge(ESLINT, 0, seen(summary(0, true, List.of(GOOD, failed)))), "did not succeed");
        assertReason(judge(ESLINT, 0, seen(summary(0, true, List.of(silent)))), "does not say that the tool succeeded");
    }

    @Test
    void lookingAtNothingDoesNotCountWhoeverSaysSo() {
        ToolRun nothing = new ToolRun("t", "1", 0, true, 0L, "files");
        ToolRun untold = new ToolRun("t", "1", 0, true, null, null);

        assertReason(judge(ESLINT, 0, seen(summary(0, true, List.of(nothing)))), "looked at 0 files");
        RunSignals noFiles = new RunSignals(0, seen(summary(0, true, List.of(untold))), List.of());
        assertReason(RunJudge.judge(ESLINT, execution(End.EXITED, 0), noFiles), "no file for it to look at");
        ScanTool zap = ToolPresets.all().get("zap-baseline").orElseThrow();
        assertReason(judge(zap, 0, seen(summary(0, true, List.of(untold)))), "does not say how much it looked at");
    }

    @Test
    void errorsOfTheToolCountAgainstItUnlessTheyAreTolerated() {
        Problem error = new Problem(Problem.Kind.TOOL_ERROR, "", "could not parse a.js");
        ReportSummary summary = with(List.of(error), 1, 0);

        assertReason(judge(ESLINT, 0, seen(summary)), "could not parse a.js");
        assertThat(judge(tolerating("could not parse *.js"), 0, seen(summary)).counts())
                .isTrue();
    }

    @Test
    void oneBadResultCostsThatResultAndAllBadTheReport() {
        Problem bad = new Problem(Problem.Kind.BAD_ELEMENT, "results[0]", "no message");

        assertThat(judge(ESLINT, 1, seen(with(List.of(bad), 1, 2))).counts()).isTrue();
        assertReason(judge(ESLINT, 1, seen(with(List.of(bad), 1, 1))), "Not one of its results");
        assertReason(judge(ESLINT, 1, seen(with(List.of(bad), 200, 900))), "200 problems");
    }

    @Test
    void missingPartCountsAgainstTheReportWhenResultsDependOnIt() {
        String part = "runs[0].externalPropertyFileReferences.";
        Problem taxonomy = new Problem(Problem.Kind.MISSING_PART, part + "taxonomies[0]", "elsewhere");
        Problem results = new Problem(Problem.Kind.MISSING_PART, part + "results[0]", "elsewhere");

        assertThat(judge(ESLINT, 0, seen(with(List.of(taxonomy), 1, 0))).counts())
                .isTrue();
        assertReason(judge(ESLINT, 0, seen(with(List.of(results), 1, 0))), "A part of its report is missing");
    }

    @Test
    void lineOfOutputThatAdmitsAFailureCountsAgainstTheRun() {
        RunSignals signals = new RunSignals(3, seen(summary(0, true, List.of(GOOD))), List.of("No files to analyze"));

        assertReason(RunJudge.judge(ESLINT, execution(End.EXITED, 0), signals), "It printed: No files to analyze");
    }

    private static void assertReason(RunJudgement judgement, String part) {
        assertThat(judgement.counts()).isFalse();
        assertThat(judgement.reasons())
                .extracting(Object::toString)
                .anySatisfy(reason -> assertThat(reason).contains(part));
    }

    private static RunJudgement judge(ScanTool tool, int exitCode, @CheckForNull ReportSeen report) {
        return RunJudge.judge(tool, execution(End.EXITED, exitCode), new RunSignals(3, report, List.of()));
    }

    private static ToolExecution execution(End end, int exitCode) {
        return new ToolExecution("eslint", end, exitCode, START, START.plusSeconds(5), null, null, null, null);
    }

    private static ReportSeen seen(ReportSummary summary) {
        return new ReportSeen(summary, 100, START.plusSeconds(4));
    }

    private static ScanTool tolerating(String pattern) {
        ScanTool eslint = ToolPresets.all().get("eslint").orElseThrow();
        ScanTool.Health health = new ScanTool.Health(true, 0, List.of(pattern), List.of());
        return new ScanTool(
                eslint.id(),
                eslint.title(),
                eslint.category(),
                eslint.command(),
                eslint.version(),
                eslint.report(),
                eslint.exitCodes(),
                eslint.applies(),
                health,
                eslint.timeout(),
                eslint.source());
    }

    private static ReportSummary summary(long results, boolean complete, List<ToolRun> runs) {
        return new ReportSummary(
                "sarif",
                "2.1.0",
                runs,
                results,
                0,
                Tally.EMPTY,
                ReportSummary.ComponentCounts.NONE,
                ReportSummary.TestCounts.NONE,
                List.of(),
                0,
                complete);
    }

    private static ReportSummary with(List<Problem> problems, long problemCount, long results) {
        return new ReportSummary(
                "sarif",
                "2.1.0",
                List.of(GOOD),
                results,
                0,
                Tally.EMPTY,
                ReportSummary.ComponentCounts.NONE,
                ReportSummary.TestCounts.NONE,
                problems,
                problemCount,
                true);
    }
}
