package io.jenkins.plugins.compliance.record.judge;

import hudson.model.Job;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.RecordedBy;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.index.IndexEntry;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Judges a job at a moment, by what its ledger had by then. No build is loaded: what the application was then is told by the index
 * and by the evidence itself.
 */
@Restricted(NoExternalUse.class)
public final class JobAssessment {
    /** How old a judgement of today may be before it is made anew though no evidence came. */
    private static final Duration TODAY = Duration.ofMinutes(1);

    private JobAssessment() {}

    /**
     * What the job satisfied on a day in the past, with the tags that it had then.
     *
     * @param yardstick judged by; its tags are for a job that had no build by then
     * @param asOf the moment
     */
    public static Assessment of(Job<?, ?> job, Yardstick yardstick, Instant asOf) throws IOException {
        List<Evidence> evidence = JobLedger.of(job).evidence(yardstick.trusted());
        Optional<IndexEntry> build = JobIndex.of(job).asOf(asOf);
        Tags tags = build.map(IndexEntry::tags).or(() -> newest(evidence, asOf)).orElse(yardstick.inherited());
        return judge(job, yardstick, evidence, tags, build, asOf, asOf.toString());
    }

    /**
     * What the job satisfies now, or did a minute ago.
     *
     * @param yardstick judged by
     */
    public static Assessment now(Job<?, ?> job, Yardstick yardstick) throws IOException {
        List<Evidence> evidence = JobLedger.of(job).evidence(yardstick.trusted());
        Instant now = RecordedBy.now(evidence, ControllerClock.now());
        Optional<IndexEntry> build = JobIndex.of(job).newest();
        Tags tags = build.map(IndexEntry::tags).or(() -> newest(evidence, now)).orElse(Tags.NONE);
        String minute = "now " + now.toEpochMilli() / TODAY.toMillis();
        return judge(job, yardstick, evidence, yardstick.inherited().over(tags), build, now, minute);
    }

    private static Assessment judge(
            Job<?, ?> job,
            Yardstick yardstick,
            List<Evidence> evidence,
            Tags tags,
            Optional<IndexEntry> build,
            Instant asOf,
            String moment) {
        String number = build.map(each -> String.valueOf(each.build())).orElse(null);
        AssessmentCache.Key key = new AssessmentCache.Key(
                JobLedger.of(job).folder(),
                AssessmentCache.head(evidence),
                yardstick.policy().pack().digest(),
                tags.toString(),
                String.valueOf(number),
                moment);
        return AssessmentCache.get(key, () -> yardstick.judge(job, number, tags, evidence, asOf));
    }

    private static Optional<Tags> newest(List<Evidence> evidence, Instant asOf) {
        List<Evidence> there = RecordedBy.moment(evidence, asOf);
        for (int i = there.size() - 1; i >= 0; i--) {
            if (!there.get(i).tags().values().isEmpty()) {
                return Optional.of(there.get(i).tags());
            }
        }
        return Optional.empty();
    }
}
