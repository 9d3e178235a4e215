package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import java.util.List;

/**
 * The outcome of one requirement that an archetype of the application demands.
 *
 * @param requirement the requirement
 * @param title its title
 * @param archetypes ids of the archetypes that demand it
 * @param outcome its outcome
 * @param claims the applicable procedures that claim it
 * @param explanation why
 */
public record RequirementResult(
        RequirementRef requirement,
        String title,
        List<String> archetypes,
        Outcome outcome,
        List<AppliedClaim> claims,
        Explanation explanation) {

    /** Takes copies of the lists. */
    public RequirementResult {
        archetypes = List.copyOf(archetypes);
        claims = List.copyOf(claims);
    }

    /**
     * A procedure's claim on a requirement.
     *
     * @param procedure id of the procedure
     * @param strength how strongly it claims the requirement
     * @param through the requirement of another framework that the pack states, when a crosswalk translates it to this one;
     *     the requirement itself otherwise
     * @param outcome outcome of the procedure
     */
    public record AppliedClaim(
            String procedure, Procedure.Strength strength, RequirementRef through, Outcome outcome) {}
}
