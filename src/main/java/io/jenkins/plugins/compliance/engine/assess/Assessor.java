package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.demand.Applicability;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges. A pure function: the same input gives the same assessment, whenever and wherever it is asked. Linear in procedures,
 * requirements and evidence.
 */
public final class Assessor {
    private Assessor() {}

    /** One outcome for each procedure of the policy and for each requirement that the application's archetypes demand. */
    public static Assessment assess(AssessmentInput input) {
        PolicyPack policy = input.policy().pack();
        Applicability applicability = input.policy().applicability(input.tags());
        String given = input.build();
        EvidenceIndex view = new EvidenceIndex(input.evidence(), input.asOf(), given);
        String build = given == null ? view.newestBuild() : given;
        Freshness freshness = new Freshness(input.asOf(), build);

        ProcedureJudging procedures = new ProcedureJudging(input, applicability, view, freshness);
        RequirementRollup rollup = new RequirementRollup(policy, procedures::result);
        List<RequirementResult> requirements = new ArrayList<>(applicability.size());
        for (int place = 0; place < applicability.size(); place++) {
            requirements.add(rollup.rollUp(applicability.demand(place)));
        }
        return new Assessment(
                input.asOf(),
                policy,
                input.job(),
                build,
                input.tags(),
                applicability.archetypes().stream().map(Archetype::id).toList(),
                procedures.results(),
                requirements,
                view.all());
    }
}
