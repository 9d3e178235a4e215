package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.assess.RequirementResult.AppliedClaim;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Strength;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands.Demand;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands.DemandClaim;
import io.jenkins.plugins.compliance.engine.wording.Argument;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** Rolls the outcomes of procedures up to the requirements that they claim. */
final class RequirementRollup {
    private static final Map<Outcome, Phrase> SUMMARIES = summaries();
    private static final int STRENGTHS = Strength.values().length;

    private final Map<RequirementRef, List<List<String>>> together = new HashMap<>();
    /** By the place of a procedure in the pack. */
    private final Rolled[] rolled;
    /** What a requirement says of a procedure that claims it, made once: by place and, within it, by strength. */
    private final Phrase[] reasons;

    private final IntFunction<ProcedureResult> results;
    private List<DemandClaim> previousClaims = List.of();
    private List<EvidenceRef> previousEvidence = List.of();

    private record Rolled(String procedure, Outcome outcome, List<EvidenceRef> evidence) {}

    /**
     * @param policy the policy
     * @param results gives the result of a procedure by its place in the policy
     */
    RequirementRollup(PolicyPack policy, IntFunction<ProcedureResult> results) {
        this.results = results;
        rolled = new Rolled[policy.procedures().size()];
        reasons = new Phrase[STRENGTHS * rolled.length];
        policy.together()
                .forEach(each -> together.computeIfAbsent(each.requirement(), requirement -> new ArrayList<>())
                        .add(each.procedures()));
    }

    private Rolled rolled(int number) {
        Rolled by = rolled[number];
        if (by == null) {
            ProcedureResult result = results.apply(number);
            by = new Rolled(
                    result.procedure().id(),
                    result.outcome(),
                    ascending(result.explanation().evidence()));
            rolled[number] = by;
        }
        return by;
    }

    private Phrase reason(DemandClaim claim, Rolled by) {
        int place = STRENGTHS * claim.number() + claim.strength().ordinal();
        Phrase reason = reasons[place];
        if (reason == null) {
            reason = OutcomeReason.CLAIM.of(
                    by.procedure, Argument.term(claim.strength().id()), Argument.term(by.outcome.id()));
            reasons[place] = reason;
        }
        return reason;
    }

    RequirementResult rollUp(Demand demand) {
        int size = demand.claims().size();
        AppliedClaim[] applied = new AppliedClaim[size];
        Phrase[] why = new Phrase[size];
        Outcome worst = Outcome.SATISFIED;
        boolean counted = false;
        boolean full = false;
        for (int i = 0; i < size; i++) {
            DemandClaim claim = demand.claims().get(i);
            Rolled by = rolled(claim.number());
            applied[i] = new AppliedClaim(by.procedure, claim.strength(), claim.through(), by.outcome);
            why[i] = reason(claim, by);
            if (claim.strength() != Strength.SUPPORTS) {
                counted = true;
                full |= claim.strength() == Strength.FULL;
                worst = worst.worse(by.outcome);
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
                new Explanation(
                        Objects.requireNonNull(SUMMARIES.get(outcome)), List.of(why), evidence(demand.claims())));
    }

    /** Neighbouring requirements are often claimed by the same procedures, and then share the list. */
    private List<EvidenceRef> evidence(List<DemandClaim> claims) {
        if (!sameProcedures(claims, previousClaims)) {
            List<EvidenceRef> evidence = List.of();
            for (DemandClaim claim : claims) {
                evidence = union(evidence, rolled(claim.number()).evidence);
            }
            previousClaims = claims;
            previousEvidence = evidence;
        }
        return previousEvidence;
    }

    private static boolean sameProcedures(List<DemandClaim> left, List<DemandClaim> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).number() != right.get(i).number()) {
                return false;
            }
        }
        return true;
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

    private static List<EvidenceRef> ascending(List<EvidenceRef> evidence) {
        for (int i = 1; i < evidence.size(); i++) {
            if (evidence.get(i - 1).compareTo(evidence.get(i)) >= 0) {
                return List.copyOf(new TreeSet<>(evidence));
            }
        }
        return evidence;
    }

    /** The evidence of both, each once, ascending as both are; one of the two where it holds the other. */
    private static List<EvidenceRef> union(List<EvidenceRef> left, List<EvidenceRef> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        EvidenceRef[] merged = new EvidenceRef[left.size() + right.size()];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            int order =
                    i == left.size() ? 1 : j == right.size() ? -1 : left.get(i).compareTo(right.get(j));
            merged[size++] = order <= 0 ? left.get(i) : right.get(j);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        if (size == left.size() || size == right.size()) {
            return size == left.size() ? left : right;
        }
        return List.of(size == merged.length ? merged : Arrays.copyOf(merged, size));
    }

    private static Map<Outcome, Phrase> summaries() {
        Map<Outcome, Phrase> summaries = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            summaries.put(outcome, OutcomeReason.CLAIMING_PROCEDURE_IS.of(Argument.term(outcome.id())));
        }
        summaries.put(Outcome.UNMAPPED, OutcomeReason.NOTHING_CLAIMS_IT.of());
        summaries.put(Outcome.PARTIAL, OutcomeReason.PARTLY_COVERED.of());
        summaries.put(Outcome.SATISFIED, OutcomeReason.COVERED.of());
        summaries.put(Outcome.WAIVED, OutcomeReason.COVERED_BY_WAIVER.of());
        return summaries;
    }
}
