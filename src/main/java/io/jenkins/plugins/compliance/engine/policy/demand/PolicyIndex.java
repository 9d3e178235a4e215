package io.jenkins.plugins.compliance.engine.policy.demand;

import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands.DemandClaim;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final DemandTable table;

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
        table = new DemandTable(pack.archetypes(), this::row);
    }

    private DemandTable.Row row(RequirementRef ref) {
        Framework.Requirement requirement = requirements.get(ref);
        return new DemandTable.Row(ref, requirement == null ? "" : requirement.title(), claims(ref));
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

    /** What of the pack applies to an application with these tags. */
    public Applicability applicability(Tags tags) {
        return new Applicability(pack, table, tags);
    }

    /** What the pack demands of an application with these tags. */
    public Demands demands(Tags tags) {
        return applicability(tags).demands();
    }
}
