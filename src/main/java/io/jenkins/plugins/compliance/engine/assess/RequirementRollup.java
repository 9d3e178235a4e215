package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.assess.RequirementResult.AppliedClaim;
import io.jenkins.plugins.compliance.engine.policy.Demands.Demand;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Strength;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Rolls the outcomes of procedures up to the requirements that they claim. */
final class RequirementRollup {
    private final Map<String, ProcedureResult> results;
    private final Map<RequirementRef, List<List<String>>> together = new HashMap<>();

    RequirementRollup(PolicyPack policy, Map<String, ProcedureResult> results) {
        this.results = new HashMap<>(results);
        policy.together()
                .forEach(each -> together.computeIfAbsent(each.requirement(), requirement -> new ArrayList<>())
                        .add(each.procedures()));
    }

    RequirementResult rollUp(Demand demand) {
        List<AppliedClaim> claims = new ArrayList<>(demand.claims().size());
        List<ProcedureResult> claiming = new ArrayList<>(demand.claims().size());
        Outcome worst = Outcome.SATISFIED;
        boolean counted = false;
        boolean full = false;
        for (var claim : demand.claims()) {
            ProcedureResult result = results.get(claim.procedure().id());
            if (result == null || result.outcome() == Outcome.NOT_APPLICABLE) {
                continue;
            }
            claiming.add(result);
            claims.add(new AppliedClaim(claim.procedure().id(), claim.strength(), claim.through(), result.outcome()));
            if (claim.strength() != Strength.SUPPORTS) {
                counted = true;
                full |= claim.strength() == Strength.FULL;
                worst = worst.worse(result.outcome());
            }
        }
        Outcome outcome;
        if (!counted) {
            outcome = Outcome.UNMAPPED;
        } else if (worst != Outcome.SATISFIED) {
            outcome = worst;
        } else {
            outcome = full || coveredTogether(demand.requirement(), claims) ? Outcome.SATISFIED : Outcome.PARTIAL;
        }
        return new RequirementResult(
                demand.requirement(),
                demand.title(),
                demand.archetypes(),
                outcome,
                claims,
                explain(outcome, claims, claiming));
    }

    private boolean coveredTogether(RequirementRef requirement, List<AppliedClaim> claims) {
        for (List<String> procedures : together.getOrDefault(requirement, List.of())) {
            boolean all = true;
            for (String procedure : procedures) {
                all &= claims.stream()
                        .anyMatch(claim -> claim.procedure().equals(procedure) && claim.strength() == Strength.PARTIAL);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private static Explanation explain(Outcome outcome, List<AppliedClaim> claims, List<ProcedureResult> claiming) {
        List<String> reasons = new ArrayList<>(claims.size());
        for (AppliedClaim claim : claims) {
            reasons.add(claim.procedure() + " (" + claim.strength().id() + "): "
                    + claim.outcome().id());
        }
        return new Explanation(summary(outcome), reasons, evidence(claiming));
    }

    /** The evidence of all, each once, ascending. */
    private static List<Long> evidence(List<ProcedureResult> claiming) {
        TreeSet<Long> evidence = new TreeSet<>();
        for (ProcedureResult result : claiming) {
            evidence.addAll(result.explanation().evidence());
        }
        return List.copyOf(evidence);
    }

    private static String summary(Outcome outcome) {
        return switch (outcome) {
            case UNMAPPED -> "An archetype demands it and no procedure that applies claims it.";
            case PARTIAL -> "Every procedure that claims it is satisfied, but together they claim only part of it.";
            case SATISFIED -> "Every procedure that claims it is satisfied, and they cover it.";
            case WAIVED -> "A waiver covers what is not satisfied.";
            default -> "A procedure that claims it is " + outcome.id() + ".";
        };
    }
}
