package io.jenkins.plugins.compliance.engine.evidence.intake;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ScannedPart;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.scan.LogAlarms;
import io.jenkins.plugins.compliance.engine.scan.ReportSeen;
import io.jenkins.plugins.compliance.engine.scan.RunJudge;
import io.jenkins.plugins.compliance.engine.scan.RunJudgement;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.scan.RunSignals;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan.PlannedScan;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ToolDigest;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes evidence of a scan: first the plan, in which a tool that is absent leaves its trace, then each run with its report and
 * the judgement whether it counts.
 */
public final class ScanIntake {
    private static final String PLAN = "plan";

    private final Ledger ledger;
    private final ReportIntake intake;
    private final Origin origin;
    private final Tags tags;
    private final EarlierFindings earlier;

    /**
     * @param ledger takes the evidence
     * @param readers readers of all formats
     * @param limits bounds to hold
     * @param origin whose evidence it is
     * @param tags tags of the application
     * @param earlier findings of earlier evidence, by which findings are new or outstanding
     */
    public ScanIntake(
            Ledger ledger, ReportReaders readers, Limits limits, Origin origin, Tags tags, EarlierFindings earlier) {
        this.ledger = ledger;
        this.intake = new ReportIntake(readers, limits);
        this.origin = origin;
        this.tags = tags;
        this.earlier = earlier;
    }

    /**
     * Records what was planned and every run of it.
     *
     * @param plan the plan
     * @param executions what was observed of each planned tool, in any order
     * @param planned when the plan was made
     * @return the entries, the plan first
     * @throws IllegalArgumentException when a planned tool has no execution
     * @throws IOException when an entry could not be written; those before it stand
     */
    public List<Evidence> record(ScanPlan plan, List<ToolExecution> executions, Instant planned) throws IOException {
        List<Evidence> entries = new ArrayList<>();
        List<Fact.PlannedTool> tools = new ArrayList<>();
        for (PlannedScan scan : plan.tools()) {
            tools.add(planned(scan, execution(scan, executions)));
        }
        entries.add(recordPlan(tools, planned));
        for (PlannedScan scan : plan.tools()) {
            record(scan, execution(scan, executions), null).ifPresent(entries::add);
        }
        return entries;
    }

    /**
     * Records what was planned.
     *
     * @param tools every tool that policy demanded and that had something to look at
     * @param planned when the plan was made
     * @throws IOException when it could not be written; then nothing was recorded
     */
    public Evidence recordPlan(List<Fact.PlannedTool> tools, Instant planned) throws IOException {
        return ledger.append(new Observation(PLAN, planned, origin, tags, List.of(), new Fact.Plan(tools)));
    }

    /**
     * Records one run.
     *
     * @param scan what was planned
     * @param execution what was observed
     * @param part what of the workspace it looked at; null for all of it
     * @return the entry; empty for a tool that was absent, of which only the plan tells
     * @throws IOException when it could not be written; then nothing of this run was recorded
     */
    public Optional<Evidence> record(PlannedScan scan, ToolExecution execution, @CheckForNull ScannedPart part)
            throws IOException {
        if (execution.end() == ToolExecution.End.ABSENT) {
            return Optional.empty();
        }
        ScanTool tool = scan.tool();
        Path report = execution.report();
        Path log = execution.log();
        List<String> alarms =
                log == null ? List.of() : LogAlarms.in(log, tool.health().alarms());
        ReportIntake.Taken taken = report == null
                ? null
                : intake.take(
                        ledger,
                        tool.id(),
                        report,
                        tool.report().format(),
                        !tool.report().sensitive(),
                        earlier.of(tool.id(), part == null ? "" : part.directory(), origin.build()));
        ReportSeen seen = report == null || taken == null
                ? null
                : new ReportSeen(
                        taken.summary(),
                        taken.fact().size(),
                        Files.getLastModifiedTime(report).toInstant());
        RunJudgement judgement =
                RunJudge.judge(tool, execution, new RunSignals(scan.files().size(), seen, alarms));
        ToolRun run = taken == null
                ? null
                : taken.summary().runs().stream().findFirst().orElse(null);
        Fact.Scan fact = new Fact.Scan(
                tool.id(),
                run == null ? null : OneLine.of(run.tool()),
                version(execution, run),
                tool.category(),
                ToolDigest.of(tool),
                execution.exitCode(),
                word(execution.end()),
                word(judgement.meaning()),
                execution.started(),
                execution.finished(),
                judgement.counts(),
                judgement.reasons().stream()
                        .map(reason -> reason.withTexts(OneLine::of))
                        .toList(),
                part);
        List<ReportFact> reports = taken == null ? List.of() : List.of(taken.fact());
        return Optional.of(
                ledger.append(new Observation("scan-" + tool.id(), execution.finished(), origin, tags, reports, fact)));
    }

    private static ToolExecution execution(PlannedScan scan, List<ToolExecution> executions) {
        return executions.stream()
                .filter(each -> each.tool().equals(scan.tool().id()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing was observed of the planned tool "
                        + scan.tool().id()));
    }

    /** What the plan says of a tool that was to be run. */
    public static Fact.PlannedTool planned(PlannedScan scan, ToolExecution execution) {
        boolean present = execution.end() != ToolExecution.End.ABSENT;
        Phrase detail = execution.detail() == null ? RunReason.ABSENT.of() : execution.detail();
        return new Fact.PlannedTool(
                scan.tool().id(), scan.tool().category(), present, present ? null : detail.withTexts(OneLine::of));
    }

    /** What the tool said when it was asked; reports of some tools state a version that is not theirs. */
    @CheckForNull
    private static String version(ToolExecution execution, @CheckForNull ToolRun run) {
        String version = execution.version() != null ? execution.version() : run == null ? null : run.version();
        return version == null ? null : OneLine.of(version);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
