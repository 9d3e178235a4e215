package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The result of judging one application at one moment.
 *
 * @param asOf the moment
 * @param policy the policy that it was judged under
 * @param job full name of the job
 * @param build the build that was judged; empty when there is none
 * @param tags tags of the application
 * @param archetypes ids of its archetypes
 * @param procedures one result for each procedure of the policy, in its order
 * @param requirements one result for each requirement that its archetypes demand, in order of framework and number
 * @param evidence the evidence that was there at the moment
 */
public record Assessment(
        Instant asOf,
        PolicyPack policy,
        String job,
        String build,
        Tags tags,
        List<String> archetypes,
        List<ProcedureResult> procedures,
        List<RequirementResult> requirements,
        List<Evidence> evidence) {

    /** Takes copies of the lists. */
    public Assessment {
        archetypes = List.copyOf(archetypes);
        procedures = List.copyOf(procedures);
        requirements = List.copyOf(requirements);
        evidence = List.copyOf(evidence);
    }

    /** The procedures that apply to the application. */
    public List<ProcedureResult> applicable() {
        return procedures.stream()
                .filter(each -> each.outcome() != Outcome.NOT_APPLICABLE)
                .toList();
    }

    /** How many applicable procedures have which outcome. */
    public Map<Outcome, Long> procedureCounts() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        applicable().forEach(each -> counts.merge(each.outcome(), 1L, Long::sum));
        return counts;
    }

    /** How many requirements have which outcome. */
    public Map<Outcome, Long> requirementCounts() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        requirements.forEach(each -> counts.merge(each.outcome(), 1L, Long::sum));
        return counts;
    }

    /**
     * Before this moment time alone changes no outcome: evidence grows too old, attestations expire, waivers begin and end. At it, it is
     * to be judged again; null when time changes nothing.
     */
    public @CheckForNull Instant changesAt() {
        return procedures.stream()
                .map(ProcedureResult::changesAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What it comes to as a whole, see {@link OverallOutcome}. */
    public Outcome overall() {
        return OverallOutcome.of(procedureCounts(), requirementCounts());
    }
}
