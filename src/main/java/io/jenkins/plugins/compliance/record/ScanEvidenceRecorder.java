package io.jenkins.plugins.compliance.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ScannedPart;
import io.jenkins.plugins.compliance.engine.evidence.intake.EarlierFindings;
import io.jenkins.plugins.compliance.engine.evidence.intake.ScanIntake;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.report.finding.SourceRoot;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import io.jenkins.plugins.compliance.record.archive.EvidenceArchive;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import io.jenkins.plugins.compliance.record.origin.BuildOrigin;
import io.jenkins.plugins.compliance.record.unwritten.Unwritten;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecord;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecords;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Records a scan of a build: in the ledger of its job, and among its artifacts. Whoever was cut short does it again with the
 * same observations; what is recorded already is not recorded twice.
 */
@Restricted(NoExternalUse.class)
public final class ScanEvidenceRecorder {
    private final Run<?, ?> run;
    private final JobLedger job;
    private final Origin origin;
    private final SigningKey key;
    private final KeySet trusted;
    private final Tags tags;
    private final Limits limits;
    private final TaskListener listener;

    /**
     * @param run the build
     * @param node name of the node that was scanned on, empty for the built-in one
     * @param key signs
     * @param trusted signatures of these count
     * @param tags tags of the build
     * @param limits bounds of reports
     * @param listener is told what happens
     */
    public ScanEvidenceRecorder(
            Run<?, ?> run,
            String node,
            SigningKey key,
            KeySet trusted,
            Tags tags,
            Limits limits,
            TaskListener listener) {
        this.run = run;
        this.job = JobLedger.of(run.getParent());
        this.origin = BuildOrigin.of(job.identity(), run, node);
        this.key = key;
        this.trusted = trusted;
        this.tags = tags;
        this.limits = limits;
        this.listener = listener;
    }

    /**
     * What was observed of a planned tool.
     *
     * @param scan what was planned
     * @param execution what was observed; its moments tell it from any other run of the tool
     * @param part what of the workspace it looked at; null for all of it
     */
    public record Observed(
            ScanPlan.PlannedScan scan,
            ToolExecution execution,
            @CheckForNull ScannedPart part) {}

    /**
     * Records a scan.
     *
     * @param planned when it was planned, which tells it from any other scan of the build
     * @param tools what the plan says of each tool
     * @param runs what was observed of those that were to run
     * @param root what absolute paths in reports begin with
     * @return the entries of the runs; none of a tool that was absent
     * @throws IOException when an entry could not be written; those before it stand
     */
    public List<Evidence> record(Instant planned, List<Fact.PlannedTool> tools, List<Observed> runs, SourceRoot root)
            throws IOException, InterruptedException {
        List<Evidence> entries;
        try {
            entries =
                    UnwrittenRecords.watch(run, UnwrittenRecord.What.LEDGER, () -> append(planned, tools, runs, root));
        } catch (IOException e) {
            throw Unwritten.because(run, e);
        }
        new EvidenceArchive(run, listener).archive(key, trusted);
        return entries;
    }

    private List<Evidence> append(Instant planned, List<Fact.PlannedTool> tools, List<Observed> runs, SourceRoot root)
            throws IOException {
        List<Evidence> entries = new ArrayList<>();
        try (Ledger ledger = job.open(key, listener)) {
            List<Evidence> before = job.evidence(trusted);
            ScanIntake recorder = new ScanIntake(
                    ledger,
                    ReportReaders.standard().about(root),
                    limits,
                    origin,
                    tags,
                    EarlierFindings.in(before, job.folder(), limits));
            if (recorded(before, each -> isPlan(each, planned)).isEmpty()) {
                recorder.recordPlan(tools, planned);
            }
            for (Observed each : runs) {
                Optional<Evidence> earlier = recorded(before, entry -> isOf(entry, each.execution()));
                (earlier.isPresent() ? earlier : recorder.record(each.scan(), each.execution(), each.part()))
                        .ifPresent(entries::add);
            }
        }
        return entries;
    }

    private Optional<Evidence> recorded(List<Evidence> ledger, Predicate<Evidence> which) {
        return ledger.stream()
                .filter(entry -> entry.origin().build().equals(origin.build()))
                .filter(which)
                .findFirst();
    }

    private static boolean isPlan(Evidence entry, Instant planned) {
        return entry.fact() instanceof Fact.Plan && entry.observedAt().equals(planned);
    }

    private static boolean isOf(Evidence entry, ToolExecution execution) {
        return entry.fact() instanceof Fact.Scan scan
                && scan.tool().equals(execution.tool())
                && scan.started().equals(execution.started())
                && scan.finished().equals(execution.finished());
    }
}
