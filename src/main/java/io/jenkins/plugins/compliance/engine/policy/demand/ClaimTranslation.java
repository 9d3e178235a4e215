package io.jenkins.plugins.compliance.engine.policy.demand;

import io.jenkins.plugins.compliance.engine.policy.Crosswalk;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk.Mapping;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk.Relation;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Claim;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Strength;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands.DemandClaim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which procedures bear on which requirements: as their claims state it, and through one hop of a crosswalk. A claim on
 * X keeps its strength on Y where X is equal to Y or a superset of it; where X is a subset of Y or intersects it, it is at
 * most partial. Through a moderate mapping it loses a step, for a part of a part is little; through a weak one it only
 * supports. Two hops would compound two judgements into a claim that nobody made.
 */
final class ClaimTranslation {
    private record Step(RequirementRef to, Relation relation, Crosswalk.Strength strength) {}

    private final Map<RequirementRef, List<Step>> steps = new HashMap<>();

    ClaimTranslation(List<Crosswalk> crosswalks) {
        for (Crosswalk crosswalk : crosswalks) {
            for (Mapping mapping : crosswalk.mappings()) {
                RequirementRef from = new RequirementRef(crosswalk.from(), mapping.from());
                RequirementRef to = new RequirementRef(crosswalk.to(), mapping.to());
                add(from, new Step(to, mapping.relation(), mapping.strength()));
                add(to, new Step(from, mapping.relation().inverse(), mapping.strength()));
            }
        }
    }

    private void add(RequirementRef from, Step step) {
        steps.computeIfAbsent(from, key -> new ArrayList<>()).add(step);
    }

    /**
     * The claims on each requirement, in the order of the procedures; at most one a procedure. A claim that is stated wins over
     * a translated one, a stronger translated one over a weaker one.
     */
    Map<RequirementRef, List<DemandClaim>> claims(List<Procedure> procedures) {
        Map<RequirementRef, List<DemandClaim>> all = new HashMap<>();
        for (int number = 0; number < procedures.size(); number++) {
            of(procedures.get(number), number)
                    .forEach((requirement, claim) -> all.computeIfAbsent(requirement, key -> new ArrayList<>())
                            .add(claim));
        }
        all.replaceAll((requirement, claims) -> List.copyOf(claims));
        return all;
    }

    private Map<RequirementRef, DemandClaim> of(Procedure procedure, int number) {
        Map<RequirementRef, DemandClaim> mine = new LinkedHashMap<>();
        for (Claim claim : procedure.satisfies()) {
            RequirementRef stated = claim.requirement();
            for (Step step : steps.getOrDefault(stated, List.of())) {
                DemandClaim translated = new DemandClaim(procedure, number, through(step, claim.strength()), stated);
                mine.merge(step.to(), translated, ClaimTranslation::better);
            }
        }
        for (Claim claim : procedure.satisfies()) {
            RequirementRef stated = claim.requirement();
            mine.put(stated, new DemandClaim(procedure, number, claim.strength(), stated));
        }
        return mine;
    }

    private static Strength through(Step step, Strength claimed) {
        Strength most = switch (step.relation()) {
            case EQUAL, SUPERSET -> Strength.FULL;
            case SUBSET, INTERSECTS -> Strength.PARTIAL;
        };
        Strength kept = switch (step.strength()) {
            case STRONG -> claimed;
            case MODERATE -> claimed == Strength.FULL ? Strength.PARTIAL : Strength.SUPPORTS;
            case WEAK -> Strength.SUPPORTS;
        };
        return most.compareTo(kept) >= 0 ? most : kept;
    }

    private static DemandClaim better(DemandClaim left, DemandClaim right) {
        int byStrength = left.strength().compareTo(right.strength());
        if (byStrength != 0) {
            return byStrength < 0 ? left : right;
        }
        return left.through().compareTo(right.through()) <= 0 ? left : right;
    }
}
