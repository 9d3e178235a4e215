package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.assess.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * An assessment for programs, without its lists: those have addresses of their own.
 *
 * @param outcome the worst outcome
 * @param asOf the moment, ISO 8601
 * @param policy id of the policy
 * @param policyVersion version of the policy
 * @param policyDigest digest of the policy
 * @param archetypes ids of the archetypes of the application
 * @param procedures how many procedures that apply have which outcome
 * @param requirements how many demanded requirements have which outcome
 * @param frameworks the frameworks of which something is demanded
 * @param actions the first procedures that somebody must act on
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record AssessmentBean(
        @Exported String outcome,
        @Exported String asOf,
        @Exported String policy,
        @Exported String policyVersion,
        @Exported String policyDigest,
        @Exported List<String> archetypes,
        @Exported Map<String, Long> procedures,
        @Exported Map<String, Long> requirements,
        @Exported List<FrameworkRow> frameworks,
        @Exported List<ProcedureRow> actions) {
    static AssessmentBean of(AssessmentViewModel shown, List<ProcedureRow> actions) {
        return new AssessmentBean(
                shown.verdict().id(),
                shown.assessment().asOf().toString(),
                shown.policy().id(),
                shown.policy().version(),
                shown.policy().digest(),
                shown.assessment().archetypes(),
                counts(shown.assessment().procedureCounts()),
                counts(shown.assessment().requirementCounts()),
                FrameworkRow.of(shown),
                actions);
    }

    private static Map<String, Long> counts(Map<Outcome, Long> counts) {
        Map<String, Long> words = new TreeMap<>();
        counts.forEach((outcome, count) -> words.put(outcome.id(), count));
        return words;
    }
}
