package io.jenkins.plugins.compliance.record.judge;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.AssessmentInput;
import io.jenkins.plugins.compliance.engine.assess.Assessor;
import io.jenkins.plugins.compliance.engine.assess.FolderDetailsSource;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import io.jenkins.plugins.compliance.record.waiver.JobWaivers;
import java.time.Instant;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * By what a job is judged. The one place where what judging depends on is put together: whoever judges a build, a job or a past day asks here.
 *
 * @param policy judged by
 * @param trusted the keys whose evidence is trusted
 * @param inherited tags of the job and its folders
 */
@Restricted(NoExternalUse.class)
public record Yardstick(PolicyIndex policy, KeySet trusted, Tags inherited) {
    /**
     * Judges.
     *
     * @param build id of the build; null for the newest that left evidence by the moment
     * @param tags tags of the application
     * @param evidence the ledger of the job
     * @param asOf the moment
     */
    Assessment judge(Job<?, ?> job, @CheckForNull String build, Tags tags, List<Evidence> evidence, Instant asOf) {
        return Assessor.assess(new AssessmentInput(
                policy,
                job.getFullName(),
                build,
                tags,
                evidence,
                new FolderDetailsSource(JobLedger.of(job).folder()),
                JobWaivers.asOf(evidence, asOf),
                asOf));
    }
}
