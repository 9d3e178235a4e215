package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.assess.RequirementResult.AppliedClaim;
import io.jenkins.plugins.compliance.engine.policy.Demands.Demand;
import io.jenkins.plugins.compliance.engine.policy.Demands.DemandClaim;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Strength;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Rolls the outcomes of procedures up to the requirements that they claim. */
final class RequirementRollup {
    private static final Map<Outcome, String> SUMMARIES = summaries();

    private final Map<RequirementRef, List<List<String>>> together = new HashMap<>();
    /** By the place of a procedure in the pack. */
    private final Rolled[] rolled;

    /** What every requirement says alike of a procedure that claims it, made once. */
    private static final class Rolled {
        private final ProcedureResult result;
        private final String[] reasons = new String[Strength.values().length];
        private final List<Long> evidence;

        Rolled(ProcedureResult result) {
            this.result = result;
            this.evidence = ascending(result.explanation().evidence());
        }

        String reason(Strength strength) {
            String reason = reasons[strength.ordinal()];
            if (reason == null) {
                reason = result.procedure().id() + " (" + strength.id() + "): "
                        + result.outcome().id();
                reasons[strength.ordinal()] = reason;
            }
            return reason;
        }
    }

    /**
     * @param policy the policy
     * @param results the result of each of its procedures, in its order
     */
    RequirementRollup(PolicyPack policy, List<ProcedureResult> results) {
        rolled = results.stream().map(Rolled::new).toArray(Rolled[]::new);
        policy.together()
                .forEach(each -> together.computeIfAbsent(each.requirement(), requirement -> new ArrayList<>())
                        .add(each.procedures()));
    }

    RequirementResult rollUp(Demand demand) {
        int size = demand.claims().size();
        AppliedClaim[] applied = new AppliedClaim[size];
        String[] reasons = new String[size];
        List<Long> evidence = List.of();
        Outcome worst = Outcome.SATISFIED;
        boolean counted = false;
        boolean full = false;
        for (int i = 0; i < size; i++) {
            DemandClaim claim = demand.claims().get(i);
            Rolled by = rolled[claim.number()];
            Outcome outcome = by.result.outcome();
            applied[i] = new AppliedClaim(by.result.procedure().id(), claim.strength(), claim.through(), outcome);
            reasons[i] = by.reason(claim.strength());
            evidence = union(evidence, by.evidence);
            if (claim.strength() != Strength.SUPPORTS) {
                counted = true;
                full |= claim.strength() == Strength.FULL;
                worst = worst.worse(outcome);
            }
        }
        List<AppliedClaim> claims = List.of(applied);
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
                new Explanation(SUMMARIES.getOrDefault(outcome, ""), List.of(reasons), evidence));
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

    private static List<Long> ascending(List<Long> evidence) {
        for (int i = 1; i < evidence.size(); i++) {
            if (evidence.get(i - 1) >= evidence.get(i)) {
                return List.copyOf(new TreeSet<>(evidence));
            }
        }
        return evidence;
    }

    /** The evidence of both, each once, ascending as both are. */
    private static List<Long> union(List<Long> left, List<Long> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        Long[] merged = new Long[left.size() + right.size()];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            int order = i == left.size() ? 1 : j == right.size() ? -1 : Long.compare(left.get(i), right.get(j));
            merged[size++] = order <= 0 ? left.get(i) : right.get(j);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return List.of(Arrays.copyOf(merged, size));
    }

    private static Map<Outcome, String> summaries() {
        Map<Outcome, String> summaries = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            summaries.put(outcome, "A procedure that claims it is " + outcome.id() + ".");
        }
        summaries.put(Outcome.UNMAPPED, "An archetype demands it and no procedure that applies claims it.");
        summaries.put(
                Outcome.PARTIAL,
                "Every procedure that claims it is satisfied, but together they claim only part of it.");
        summaries.put(Outcome.SATISFIED, "Every procedure that claims it is satisfied, and they cover it.");
        summaries.put(Outcome.WAIVED, "A waiver covers what is not satisfied.");
        return summaries;
    }
}
