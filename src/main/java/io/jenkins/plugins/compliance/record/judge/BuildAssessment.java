package io.jenkins.plugins.compliance.record.judge;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.record.archive.ArchiveCheck;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.index.IndexEntry;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * What a build came to, judged again at the moment of its own verdict. Judging is a pure function, so that this is what was judged
 * then as long as the policy is the same; when it is another by now, {@link #samePolicy()} says so, and the verdict and the
 * archived assessment of the build are what counted.
 *
 * @param assessment the assessment
 * @param verdict what the build remembers; null when it was not judged
 */
@Restricted(NoExternalUse.class)
public record BuildAssessment(
        Assessment assessment, @CheckForNull GateVerdict verdict) {
    /**
     * Judges a build again; one that was never judged is judged at the moment of its end, or now while it runs.
     *
     * @param yardstick judged by; its tags are for a build that was not judged
     */
    public static BuildAssessment of(Run<?, ?> run, Yardstick yardstick) throws IOException {
        ComplianceRunAction action = ComplianceRunAction.of(run);
        GateVerdict verdict = action.getVerdict();
        Instant asOf = verdict == null ? end(run) : Instant.parse(verdict.getAsOf());
        JobLedger ledger = JobLedger.of(run.getParent());
        List<Evidence> evidence = ArchiveCheck.of(run, ledger.evidence(yardstick.trusted()));
        Tags tags = JobIndex.of(run.getParent())
                .build(run.getNumber())
                .map(IndexEntry::tags)
                .orElseGet(() -> yardstick.inherited().over(action.getTags()));
        AssessmentCache.Key key = new AssessmentCache.Key(
                ledger.folder(),
                AssessmentCache.head(evidence),
                yardstick.policy().pack().digest(),
                tags.toString(),
                String.valueOf(run.getNumber()),
                asOf.toString());
        Assessment assessment = AssessmentCache.get(
                key, () -> yardstick.judge(run.getParent(), String.valueOf(run.getNumber()), tags, evidence, asOf));
        return new BuildAssessment(assessment, verdict);
    }

    /** Whether the policy is the one that the build was judged by; true when it was not judged. */
    public boolean samePolicy() {
        return verdict == null
                || verdict.getPolicyDigest().equals(assessment.policy().digest());
    }

    private static Instant end(Run<?, ?> run) {
        return run.isBuilding()
                ? ControllerClock.now()
                : Instant.ofEpochMilli(run.getStartTimeInMillis() + run.getDuration());
    }
}
