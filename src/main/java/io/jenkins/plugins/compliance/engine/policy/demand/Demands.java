package io.jenkins.plugins.compliance.engine.policy.demand;

import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a pack demands of an application with certain tags.
 *
 * @param archetypes the archetypes that it is of, in the order of the pack
 * @param requirements the requirements that they demand, in order of framework and number
 * @param procedures ids of the procedures that apply, in the order of the pack: their selector matches, and at least one of
 *     their claims bears on a demanded requirement, directly or through a crosswalk
 */
public record Demands(List<Archetype> archetypes, List<Demand> requirements, Set<String> procedures) {

    /** Takes copies of the collections; the procedures keep their order. */
    public Demands {
        archetypes = List.copyOf(archetypes);
        requirements = List.copyOf(requirements);
        procedures = Collections.unmodifiableSet(new LinkedHashSet<>(procedures));
    }

    /**
     * A demanded requirement.
     *
     * @param requirement the requirement
     * @param title its title
     * @param archetypes ids of the archetypes that demand it, in the order of the pack
     * @param claims the claims of procedures that apply, in the order of the pack
     */
    public record Demand(RequirementRef requirement, String title, List<String> archetypes, List<DemandClaim> claims) {
        /** Takes copies of the lists. */
        public Demand {
            archetypes = List.copyOf(archetypes);
            claims = List.copyOf(claims);
        }

        /** Whether no procedure that applies claims it, full or partial. */
        public boolean unmapped() {
            return claims.stream().allMatch(claim -> claim.strength() == Procedure.Strength.SUPPORTS);
        }
    }

    /**
     * A procedure's claim on a demanded requirement.
     *
     * @param procedure the procedure
     * @param number its place in the pack, from 0
     * @param strength how strongly it claims the demanded requirement
     * @param through the requirement that the pack states, when a crosswalk translates it to the demanded one; the demanded
     *     one itself otherwise
     */
    public record DemandClaim(Procedure procedure, int number, Procedure.Strength strength, RequirementRef through) {}
}
