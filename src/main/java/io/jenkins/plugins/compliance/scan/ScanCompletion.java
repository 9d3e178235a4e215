package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.intake.ScanIntake;
import io.jenkins.plugins.compliance.engine.report.finding.SourceRoot;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import io.jenkins.plugins.compliance.engine.scan.ToolDigest;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.record.ScanEvidenceRecorder;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Records a scan when all its runs have ended. */
final class ScanCompletion {
    private final ScanContext build;
    private final ScanState state;
    private final ScanTools tools;

    /**
     * @param tools the definitions as they are now
     */
    ScanCompletion(ScanContext build, ScanState state, ScanTools tools) {
        this.build = build;
        this.state = state;
        this.tools = tools;
    }

    /**
     * Records it, unless that is done already.
     *
     * @param collected what each run left
     * @return the entries of the runs
     */
    List<Evidence> record(Map<String, CollectedRun> collected) throws IOException, InterruptedException {
        List<Fact.PlannedTool> planned = new ArrayList<>();
        List<ScanEvidenceRecorder.Observed> observed = new ArrayList<>();
        for (ToolRun run : state.runs()) {
            ScanTool tool = tools.get(run.tool()).orElse(null);
            if (tool == null) {
                planned.add(new Fact.PlannedTool(run.tool(), "", false, RunReason.DEFINITION_REMOVED.of()));
            } else if (run.is(ToolRun.Phase.LEFT_OUT)) {
                planned.add(new Fact.PlannedTool(tool.id(), tool.category(), true, whyLeftOut(run)));
            } else {
                ScanPlan.PlannedScan scan = new ScanPlan.PlannedScan(
                        tool, List.of(), Collections.nCopies(run.files().found(), "."));
                ToolExecution execution =
                        execution(run, tool, collected.getOrDefault(run.tool(), CollectedRun.NOTHING));
                planned.add(ScanIntake.planned(scan, execution));
                observed.add(new ScanEvidenceRecorder.Observed(
                        scan, execution, run.files().in(state.part())));
            }
        }
        return new ScanEvidenceRecorder(
                        build.run(),
                        build.node(),
                        Keys.get().signing(),
                        Keys.get().trusted(),
                        build.tags(),
                        build.settings().limits(),
                        build.listener())
                .record(
                        Objects.requireNonNull(state.planned(), "it is planned"),
                        planned,
                        observed,
                        SourceRoot.of(state.roots()));
    }

    @CheckForNull
    private Phrase whyLeftOut(ToolRun run) {
        boolean nothingHere = run.files().found() == 0 && run.files().elsewhere() > 0;
        return nothingHere ? RunReason.NOTHING_HERE.of(state.part()) : null;
    }

    /** A run under one definition is not judged by another one. */
    private static ToolExecution execution(ToolRun run, ScanTool tool, CollectedRun left) {
        if (run.end() == ToolExecution.End.ABSENT || ToolDigest.of(tool).equals(run.definition())) {
            return run.execution(left.version(), left.report(), left.log());
        }
        ToolExecution execution = run.execution(null, null, null);
        Instant started = execution.started();
        return new ToolExecution(
                tool.id(),
                ToolExecution.End.NOT_STARTED,
                0,
                started,
                execution.finished(),
                null,
                null,
                null,
                RunReason.DEFINITION_CHANGED.of());
    }
}
