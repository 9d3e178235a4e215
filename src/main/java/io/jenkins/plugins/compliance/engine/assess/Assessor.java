package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Demands;
import io.jenkins.plugins.compliance.engine.policy.Demands.Demand;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges. A pure function: the same input gives the same assessment, whenever and wherever it is asked. Linear in procedures,
 * requirements and evidence.
 */
public final class Assessor {
    private Assessor() {}

    /** One outcome for each procedure of the policy and for each requirement that the application's archetypes demand. */
    public static Assessment assess(AssessmentInput input) {
        PolicyPack policy = input.policy().pack();
        Demands demands = input.policy().demands(input.tags());
        EvidenceView view = new EvidenceView(input.evidence(), input.asOf());
        String given = input.build();
        String build = given == null ? view.newestBuild() : given;
        Freshness freshness = new Freshness(input.asOf(), build);

        List<ProcedureResult> procedures = new ArrayList<>(policy.procedures().size());
        Map<String, ProcedureResult> byId = new HashMap<>();
        for (Procedure procedure : policy.procedures()) {
            ProcedureResult result = demands.procedures().contains(procedure.id())
                    ? Waivers.apply(judge(procedure, view, input.details(), freshness), procedure, input)
                    : notApplicable(procedure, input, demands);
            procedures.add(result);
            byId.put(procedure.id(), result);
        }
        RequirementRollup rollup = new RequirementRollup(policy, byId);
        List<RequirementResult> requirements =
                new ArrayList<>(demands.requirements().size());
        for (Demand demand : demands.requirements()) {
            requirements.add(rollup.rollUp(demand));
        }
        return new Assessment(
                input.asOf(),
                policy,
                input.job(),
                build,
                input.tags(),
                demands.archetypes().stream().map(Archetype::id).toList(),
                procedures,
                requirements,
                view.all());
    }

    private static Judgement judge(Procedure procedure, EvidenceView view, DetailsSource details, Freshness freshness) {
        Check check = procedure.check();
        Cadence cadence = procedure.cadence();
        if (check instanceof Check.Scan scan) {
            return ScanCheck.judge(scan, cadence, view, freshness);
        }
        if (check instanceof Check.Report report) {
            return ReportCheck.judge(report, cadence, view, freshness);
        }
        if (check instanceof Check.Sbom sbom) {
            return SbomCheck.judge(sbom, cadence, view, details, freshness);
        }
        if (check instanceof Check.Test test) {
            return TestCheck.judge(test, cadence, view, details, freshness);
        }
        if (check instanceof Check.Attestation attestation) {
            return AttestationCheck.judge(attestation, cadence, view, freshness);
        }
        if (check instanceof Check.Approval approval) {
            return ApprovalCheck.judge(approval, cadence, view, freshness);
        }
        return PipelineCheck.judge((Check.PipelineFact) check, cadence, view, freshness);
    }

    private static ProcedureResult notApplicable(Procedure procedure, AssessmentInput input, Demands demands) {
        String why = procedure.when().matches(input.tags())
                ? "None of the application's archetypes "
                        + demands.archetypes().stream().map(Archetype::id).toList()
                        + " demands a requirement that it claims."
                : "Its selector \"" + procedure.when() + "\" does not match the tags "
                        + (input.tags().values().isEmpty() ? "(none)" : input.tags()) + ".";
        return new ProcedureResult(
                procedure, Outcome.NOT_APPLICABLE, null, null, new Explanation(why, List.of(), List.of()));
    }
}
