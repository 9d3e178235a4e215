package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.cli.record.RecorderOptions;
import io.jenkins.plugins.compliance.cli.run.LocalRunner;
import io.jenkins.plugins.compliance.cli.run.Progress;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.intake.EarlierFindings;
import io.jenkins.plugins.compliance.engine.evidence.intake.ScanIntake;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyOptions;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.file.FileListing;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.report.finding.SourceRoot;
import io.jenkins.plugins.compliance.engine.scan.ScanDemands;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ScanPlanner;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * One scan of a directory, from what policy demands to recorded evidence.
 *
 * @param policy the policy
 * @param tools the scan tools that are configured
 * @param tags what the application is
 * @param directory the directory to scan
 * @param folder the evidence folder
 * @param parallel how many tools run at a time
 */
record Scanning(PolicyIndex policy, List<ScanTool> tools, Tags tags, Path directory, Path folder, int parallel) {

    /** The plan: the tools that policy demands and that have something to look at. */
    ScanPlan plan() throws IOException {
        return ScanPlanner.plan(ScanDemands.of(policy, tags), tools, tags, FileListing.of(directory, Limits.DEFAULTS));
    }

    /**
     * Runs the planned tools and records what was observed. Nothing is recorded when it is interrupted.
     *
     * @param logs keeps the logs of the runs that do not count
     * @return the entries that were recorded
     */
    List<Evidence> run(
            ScanPlan plan, RecorderOptions recorder, Origin origin, ToolLogs logs, PrintWriter out, PrintWriter err)
            throws IOException, InterruptedException {
        InstantSource clock = InstantSource.system();
        Instant planned = clock.instant();
        try (TemporaryFolder work = new TemporaryFolder("compliance-scan")) {
            List<ToolExecution> executions;
            try (Progress progress = new Progress(out, Progress.onTerminal(), clock)) {
                executions = new LocalRunner(parallel, Limits.DEFAULTS, clock, System.getenv())
                        .run(plan.tools(), directory, work.path(), progress);
            }
            try (Ledger ledger = recorder.open(folder, origin, clock, err)) {
                List<Evidence> before = earlier(KeySet.of(recorder.key().load().publicKey()));
                List<Evidence> entries = new ScanIntake(
                                ledger,
                                ReportReaders.standard()
                                        .about(SourceRoot.of(
                                                directory
                                                        .toAbsolutePath()
                                                        .normalize()
                                                        .toString(),
                                                directory.toRealPath().toString())),
                                Limits.DEFAULTS,
                                origin,
                                tags,
                                EarlierFindings.in(before, folder, Limits.DEFAULTS))
                        .record(plan, executions, planned);
                logs.keep(plan, executions, entries);
                return entries;
            }
        }
    }

    private List<Evidence> earlier(KeySet keys) throws IOException {
        return Files.exists(folder.resolve(LedgerLayout.LEDGER))
                ? LedgerReader.read(folder, keys, VerifyOptions.DEFAULTS, Limits.DEFAULTS)
                        .evidence()
                : List.of();
    }
}
