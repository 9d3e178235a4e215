package io.jenkins.plugins.compliance.engine.policy;

import io.jenkins.plugins.compliance.engine.policy.Demands.Demand;
import io.jenkins.plugins.compliance.engine.policy.Demands.DemandClaim;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pack prepared for many questions: requirements and procedures by id, and the claims on every requirement, stated or
 * translated by a crosswalk. Built once a pack; immutable and safe for use by many threads. What an application is asked for
 * then costs time in proportion to the procedures, the demanded requirements and their claims.
 */
public final class PolicyIndex {
    private final PolicyPack pack;
    private final Map<RequirementRef, Framework.Requirement> requirements = new HashMap<>();
    private final Map<String, Integer> procedureNumbers = new HashMap<>();
    private final Map<RequirementRef, List<DemandClaim>> claims;
    /** Whatever some archetype demands, in order. */
    private final List<Demandable> demandable = new ArrayList<>();
    /** By archetype, the places of its requirements in {@link #demandable}. */
    private final List<BitSet> demandedBy = new ArrayList<>();

    /**
     * A requirement that some archetype demands, with all that is asked of it in the order in which it is asked.
     */
    private record Demandable(RequirementRef ref, String title, List<DemandClaim> claims) {}

    private PolicyIndex(PolicyPack pack) {
        this.pack = pack;
        pack.frameworks()
                .forEach((id, framework) -> framework
                        .requirements()
                        .forEach(each -> requirements.put(new RequirementRef(id, each.id()), each)));
        for (int i = 0; i < pack.procedures().size(); i++) {
            procedureNumbers.put(pack.procedures().get(i).id(), i);
        }
        claims = new ClaimTranslation(pack.crosswalks()).claims(pack.procedures());
        TreeSet<RequirementRef> demanded = new TreeSet<>();
        pack.archetypes().forEach(each -> demanded.addAll(each.requires()));
        List<RequirementRef> refs = List.copyOf(demanded);
        refs.forEach(ref -> demandable.add(demandable(ref)));
        for (Archetype archetype : pack.archetypes()) {
            BitSet mine = new BitSet(refs.size());
            for (RequirementRef each : archetype.requires()) {
                mine.set(Collections.binarySearch(refs, each));
            }
            demandedBy.add(mine);
        }
    }

    private Demandable demandable(RequirementRef ref) {
        Framework.Requirement requirement = requirements.get(ref);
        return new Demandable(ref, requirement == null ? "" : requirement.title(), claims(ref));
    }

    /** Prepares a pack. */
    public static PolicyIndex of(PolicyPack pack) {
        return new PolicyIndex(pack);
    }

    /** The pack. */
    public PolicyPack pack() {
        return pack;
    }

    /** The requirement that a reference names. */
    public Optional<Framework.Requirement> requirement(RequirementRef ref) {
        return Optional.ofNullable(requirements.get(ref));
    }

    /** The procedure with this id. */
    public Optional<Procedure> procedure(String id) {
        Integer number = procedureNumbers.get(id);
        return number == null ? Optional.empty() : Optional.of(pack.procedures().get(number));
    }

    /**
     * All claims on a requirement, stated or translated by one hop of a crosswalk, in the order of the procedures; at most one
     * a procedure. Whether a procedure applies to an application is not considered.
     */
    public List<DemandClaim> claims(RequirementRef requirement) {
        return claims.getOrDefault(requirement, List.of());
    }

    /** What the pack demands of an application with these tags. */
    public Demands demands(Tags tags) {
        List<Archetype> archetypes = new ArrayList<>();
        List<BitSet> sets = new ArrayList<>();
        BitSet union = new BitSet(demandable.size());
        for (int i = 0; i < demandedBy.size(); i++) {
            Archetype archetype = pack.archetypes().get(i);
            if (archetype.when().matches(tags)) {
                archetypes.add(archetype);
                sets.add(demandedBy.get(i));
                union.or(demandedBy.get(i));
            }
        }
        boolean[] selected = selected(tags);
        boolean[] applies = new boolean[selected.length];
        List<Demand> demands = new ArrayList<>(union.cardinality());
        for (int place = union.nextSetBit(0); place >= 0; place = union.nextSetBit(place + 1)) {
            Demandable each = demandable.get(place);
            List<String> by = demanding(archetypes, sets, place);
            demands.add(new Demand(each.ref(), each.title(), by, applied(each, selected, applies)));
        }
        return new Demands(archetypes, demands, ids(applies));
    }

    private boolean[] selected(Tags tags) {
        boolean[] selected = new boolean[pack.procedures().size()];
        for (int i = 0; i < selected.length; i++) {
            selected[i] = pack.procedures().get(i).when().matches(tags);
        }
        return selected;
    }

    private static List<DemandClaim> applied(Demandable each, boolean[] selected, boolean[] applies) {
        boolean all = true;
        for (DemandClaim claim : each.claims()) {
            all &= selected[claim.number()];
            applies[claim.number()] |= selected[claim.number()];
        }
        return all
                ? each.claims()
                : each.claims().stream()
                        .filter(claim -> selected[claim.number()])
                        .toList();
    }

    private static List<String> demanding(List<Archetype> archetypes, List<BitSet> sets, int place) {
        if (archetypes.size() == 1) {
            return List.of(archetypes.get(0).id());
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            if (sets.get(i).get(place)) {
                ids.add(archetypes.get(i).id());
            }
        }
        return ids;
    }

    private Set<String> ids(boolean[] applies) {
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < applies.length; i++) {
            if (applies[i]) {
                ids.add(pack.procedures().get(i).id());
            }
        }
        return ids;
    }
}
