package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult.AppliedClaim;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A requirement in a table.
 *
 * @param framework id of its framework
 * @param id its id within the framework
 * @param title its title
 * @param archetypes ids of the archetypes that demand it
 * @param result its outcome
 * @param summary why, one sentence
 * @param claims the procedures that claim it
 * @param url its address, relative to the root of Jenkins
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record RequirementRow(
        @Exported String framework,
        @Exported String id,
        @Exported String title,
        @Exported List<String> archetypes,
        OutcomeView result,
        Phrase summary,
        @Exported List<ClaimRow> claims,
        @Exported String url) {

    /** Takes copies of the lists. */
    public RequirementRow {
        archetypes = List.copyOf(archetypes);
        claims = List.copyOf(claims);
    }

    /**
     * A procedure that claims a requirement.
     *
     * @param procedure link to the procedure
     * @param strength how strongly
     * @param through the requirement of another framework that a crosswalk translates; empty when the pack states the claim itself
     * @param evidence the evidence that decided about the procedure
     */
    @ExportedBean(defaultVisibility = 9)
    public record ClaimRow(
            @Exported Link procedure,
            @Exported String strength,
            @Exported String through,
            @Exported List<Link> evidence) {
        /** Takes a copy of the links. */
        public ClaimRow {
            evidence = List.copyOf(evidence);
        }

        /** The strength in the reader's language. */
        public String strengthWords() {
            return Words.strength(strength);
        }
    }

    static RequirementRow of(RequirementResult result, AssessmentViewModel shown) {
        return new RequirementRow(
                result.requirement().framework(),
                result.requirement().requirement(),
                result.title(),
                result.archetypes(),
                new OutcomeView(result.outcome()),
                result.explanation().summary(),
                result.claims().stream()
                        .map(claim -> claim(claim, result, shown))
                        .toList(),
                shown.urls().requirement(result.requirement()));
    }

    private static ClaimRow claim(AppliedClaim claim, RequirementResult result, AssessmentViewModel shown) {
        boolean stated = claim.through().equals(result.requirement());
        return new ClaimRow(
                shown.chain()
                        .procedure(claim.procedure())
                        .map(shown::link)
                        .orElseGet(() -> new Link(
                                claim.procedure(),
                                claim.procedure(),
                                shown.urls().procedure(claim.procedure()),
                                new OutcomeView(claim.outcome()))),
                claim.strength().id(),
                stated ? "" : String.valueOf(claim.through()),
                shown.chain()
                        .procedure(claim.procedure())
                        .map(each -> shown.chain().evidenceOf(each).stream()
                                .map(shown::link)
                                .toList())
                        .orElse(List.of()));
    }

    /** Why, in English. */
    @Exported(name = "summary")
    public String summaryText() {
        return summary.toString();
    }

    /** Why, for programs. */
    @Exported
    public PhraseBean summaryCode() {
        return PhraseBean.of(summary);
    }

    /** Why, in the reader's language. */
    public String summaryWords() {
        return PageWording.of(summary);
    }

    /** The word of its outcome. */
    @Exported(name = "outcome")
    public String outcomeId() {
        return result.id();
    }
}
