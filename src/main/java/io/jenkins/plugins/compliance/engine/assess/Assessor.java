package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Demands;
import io.jenkins.plugins.compliance.engine.policy.Demands.Demand;
import io.jenkins.plugins.compliance.engine.policy.Demands.DemandClaim;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
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
        Demands demands = input.policy().demands(input.tags());
        String given = input.build();
        EvidenceView view = new EvidenceView(input.evidence(), input.asOf(), given);
        String build = given == null ? view.newestBuild() : given;
        Freshness freshness = new Freshness(input.asOf(), build);

        boolean[] applies = applying(demands, policy.procedures().size());
        List<ProcedureResult> procedures = new ArrayList<>(applies.length);
        for (int number = 0; number < applies.length; number++) {
            Procedure procedure = policy.procedures().get(number);
            procedures.add(
                    applies[number]
                            ? Waivers.apply(judge(procedure, view, input.details(), freshness), procedure, input)
                            : notApplicable(procedure, input, demands));
        }
        RequirementRollup rollup = new RequirementRollup(policy, procedures);
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

    /** By the place of a procedure in the pack, whether it applies: whether a demanded requirement has a claim of it. */
    private static boolean[] applying(Demands demands, int procedures) {
        boolean[] applies = new boolean[procedures];
        for (Demand demand : demands.requirements()) {
            for (DemandClaim claim : demand.claims()) {
                applies[claim.number()] = true;
            }
        }
        return applies;
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
