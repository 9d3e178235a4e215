package io.jenkins.plugins.compliance.record.index;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.OverallOutcome;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * What a job's index says of one build.
 *
 * @param build number of the build
 * @param at the moment that was judged
 * @param tags tags of the application in that build
 * @param procedures how many applicable procedures have which outcome
 * @param requirements how many requirements have which outcome
 * @param gate how strict the gate was
 * @param open whether it was open
 * @param policy id of the policy
 * @param policyVersion version of the policy
 * @param policyDigest digest of the policy
 */
@Restricted(NoExternalUse.class)
public record IndexEntry(
        int build,
        Instant at,
        Tags tags,
        Map<Outcome, Long> procedures,
        Map<Outcome, Long> requirements,
        Gate.Mode gate,
        boolean open,
        String policy,
        String policyVersion,
        String policyDigest) {

    /** Takes copies of the counts. */
    public IndexEntry {
        procedures = copy(procedures);
        requirements = copy(requirements);
    }

    /** What a build came to. */
    public static IndexEntry of(int build, Assessment assessment, Gate.Decision decision) {
        return new IndexEntry(
                build,
                assessment.asOf(),
                assessment.tags(),
                assessment.procedureCounts(),
                assessment.requirementCounts(),
                decision.mode(),
                decision.open(),
                assessment.policy().id(),
                assessment.policy().version(),
                assessment.policy().digest());
    }

    /** What the build came to as a whole. */
    public Outcome overall() {
        return OverallOutcome.of(procedures, requirements);
    }

    private static Map<Outcome, Long> copy(Map<Outcome, Long> counts) {
        Map<Outcome, Long> copy = new EnumMap<>(Outcome.class);
        copy.putAll(counts);
        return Collections.unmodifiableMap(copy);
    }
}
