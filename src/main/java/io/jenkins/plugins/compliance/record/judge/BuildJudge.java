package io.jenkins.plugins.compliance.record.judge;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.FolderDetailsSource;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.evidence.RecordedBy;
import io.jenkins.plugins.compliance.engine.export.AssessmentExport;
import io.jenkins.plugins.compliance.engine.export.DetailsFindings;
import io.jenkins.plugins.compliance.engine.export.Exports;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.record.archive.ArchiveCheck;
import io.jenkins.plugins.compliance.record.archive.BuildArchive;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.index.BuildLine;
import io.jenkins.plugins.compliance.record.index.IndexEntry;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import io.jenkins.plugins.compliance.record.log.BuildLog;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecord;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecords;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Judges a build by what the ledger of its job holds, and leaves the verdict and the assessment with the build. */
@Restricted(NoExternalUse.class)
public final class BuildJudge {
    private static final List<String> ACCOUNTS = List.of("html", "json");

    private final Yardstick yardstick;

    /** @param yardstick judged by */
    public BuildJudge(Yardstick yardstick) {
        this.yardstick = yardstick;
    }

    /**
     * Judges a build and lays an account of it among its artifacts. Whatever follows from the decision is for the caller to do; it is
     * recorded already.
     */
    public Gate.Decision judge(Run<?, ?> run, Gate.Mode mode, TaskListener listener)
            throws IOException, InterruptedException {
        Assessment assessment = assess(run);
        Gate.Decision decision = record(run, assessment, mode);
        try {
            UnwrittenRecords.<Boolean, InterruptedException>watch(
                    run, UnwrittenRecord.What.ARTIFACTS, () -> archive(run, assessment, listener));
        } catch (IOException e) {
            BuildLog.of(listener).line(Messages.BuildJudge_notArchived(String.valueOf(e.getMessage())));
        }
        return decision;
    }

    /**
     * Judges a build that asked for nothing, in as few words as possible: a verdict and a line of the index.
     *
     * @return empty when policy has nothing to say of it; then nothing is recorded
     */
    public Optional<Gate.Decision> note(Run<?, ?> run, Gate.Mode mode) throws IOException {
        Assessment assessment = assess(run);
        return assessment.applicable().isEmpty() && assessment.requirements().isEmpty()
                ? Optional.empty()
                : Optional.of(record(run, assessment, mode));
    }

    private Assessment assess(Run<?, ?> run) throws IOException {
        List<Evidence> evidence =
                ArchiveCheck.of(run, JobLedger.of(run.getParent()).evidence(yardstick.trusted()));
        Tags tags = yardstick.inherited().over(ComplianceRunAction.of(run).getTags());
        Instant now = RecordedBy.now(evidence, ControllerClock.now());
        return yardstick.judge(run.getParent(), String.valueOf(run.getNumber()), tags, evidence, now);
    }

    private static Gate.Decision record(Run<?, ?> run, Assessment assessment, Gate.Mode mode) throws IOException {
        Gate.Decision decision = Gate.decide(assessment, mode);
        GateVerdict verdict = new GateVerdict(assessment, decision);
        return UnwrittenRecords.watch(run, UnwrittenRecord.What.VERDICT, () -> {
            ComplianceRunAction.update(run, action -> action.withVerdict(verdict));
            IndexEntry entry = IndexEntry.of(run.getNumber(), assessment, decision);
            BuildLine.write(run, entry);
            JobIndex.of(run.getParent()).put(entry);
            return decision;
        });
    }

    /** An account of a build tells of the evidence that it rests on, and of what the build itself gave; not of the whole ledger. */
    private static Assessment account(Assessment assessment) {
        Set<EvidenceRef> named = new HashSet<>();
        assessment.procedures().forEach(each -> named.addAll(each.explanation().evidence()));
        List<Evidence> evidence = assessment.evidence().stream()
                .filter(each ->
                        named.contains(each.ref()) || each.origin().build().equals(assessment.build()))
                .toList();
        return new Assessment(
                assessment.asOf(),
                assessment.policy(),
                assessment.job(),
                assessment.build(),
                assessment.tags(),
                assessment.archetypes(),
                assessment.procedures(),
                assessment.requirements(),
                evidence);
    }

    private static boolean archive(Run<?, ?> run, Assessment whole, TaskListener listener)
            throws IOException, InterruptedException {
        Assessment assessment = account(whole);
        DetailsFindings findings = new DetailsFindings(
                assessment.evidence(),
                new FolderDetailsSource(JobLedger.of(run.getParent()).folder()));
        try (BuildArchive archive = new BuildArchive(run, listener)) {
            for (String id : ACCOUNTS) {
                AssessmentExport export = Exports.byId(id).orElseThrow();
                archive.add(export.fileName(), out -> export.write(assessment, findings, out));
            }
            findings.unreadable().forEach(BuildLog.of(listener)::line);
            archive.archive();
        }
        return true;
    }
}
