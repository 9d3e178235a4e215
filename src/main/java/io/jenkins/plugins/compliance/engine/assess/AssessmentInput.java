package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.time.Instant;
import java.util.List;

/**
 * All that an assessment depends on.
 *
 * @param policy the policy
 * @param job full name of the job
 * @param build id of the build that is judged; null to judge the newest build that left evidence by the moment. Evidence of
 *     later builds does not count for it: that is known where builds are numbered
 * @param tags tags of the application
 * @param evidence the job's evidence in the order of its ledger; what was recorded after the moment is not looked at. The
 *     order counts where a clock was set back: what stands before an entry of the moment was there
 * @param details gives back the elements of reports
 * @param waivers accepted deviations
 * @param asOf the moment
 */
public record AssessmentInput(
        PolicyIndex policy,
        String job,
        @CheckForNull String build,
        Tags tags,
        List<Evidence> evidence,
        DetailsSource details,
        List<Waiver> waivers,
        Instant asOf) {

    /** Takes copies of the lists. */
    public AssessmentInput {
        evidence = List.copyOf(evidence);
        waivers = List.copyOf(waivers);
    }
}
