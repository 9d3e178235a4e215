package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * A requirement that a procedure claims.
 *
 * @param requirement link to the requirement
 * @param strength how strongly the procedure claims it, in the reader's language
 * @param through the requirement of another framework that a crosswalk translates; empty when the pack states the claim itself
 */
@Restricted(NoExternalUse.class)
public record ClaimedRequirement(Link requirement, String strength, String through) {
    static ClaimedRequirement of(RequirementResult result, String procedure, AssessmentViewModel shown) {
        return result.claims().stream()
                .filter(claim -> claim.procedure().equals(procedure))
                .findFirst()
                .map(claim -> new ClaimedRequirement(
                        shown.link(result),
                        Words.strength(claim.strength().id()),
                        claim.through().equals(result.requirement()) ? "" : String.valueOf(claim.through())))
                .orElseGet(() -> new ClaimedRequirement(shown.link(result), "", ""));
    }
}
