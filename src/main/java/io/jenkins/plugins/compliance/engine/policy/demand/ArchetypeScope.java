package io.jenkins.plugins.compliance.engine.policy.demand;

import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands.DemandClaim;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What binds the applications of one archetype, whatever their other tags.
 *
 * @param archetype the archetype
 * @param requirements the requirements that it demands
 * @param procedures ids of the procedures that can apply: they claim one of those requirements, and their selector does not
 *     exclude the archetype
 */
public record ArchetypeScope(Archetype archetype, Set<RequirementRef> requirements, Set<String> procedures) {

    /** The scope of each archetype by its id. */
    public static Map<String, ArchetypeScope> all(PolicyPack pack) {
        PolicyIndex index = PolicyIndex.of(pack);
        Map<String, ArchetypeScope> scopes = new TreeMap<>();
        for (Archetype archetype : pack.archetypes()) {
            Set<String> procedures = new TreeSet<>();
            for (RequirementRef requirement : archetype.requires()) {
                for (DemandClaim claim : index.claims(requirement)) {
                    if (meet(archetype, claim.procedure())) {
                        procedures.add(claim.procedure().id());
                    }
                }
            }
            scopes.put(archetype.id(), new ArchetypeScope(archetype, new TreeSet<>(archetype.requires()), procedures));
        }
        return scopes;
    }

    /** Whether some application is of the archetype and selected by the procedure. */
    public static boolean meet(Archetype archetype, Procedure procedure) {
        List<Selector.Term> both = new ArrayList<>(archetype.when().terms());
        both.addAll(procedure.when().terms());
        return new Selector(both, "").canMatch();
    }
}
