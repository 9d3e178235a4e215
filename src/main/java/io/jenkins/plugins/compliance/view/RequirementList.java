package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Requirements, narrowed by what the address asks for.
 *
 * @param filters what they are narrowed by
 * @param page the page of the list
 */
record RequirementList(Filters filters, PageOf<RequirementRow> page) {
    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.UNVERIFIABLE,
            Outcome.NOT_SATISFIED,
            Outcome.MISSING,
            Outcome.STALE,
            Outcome.WAIVED,
            Outcome.UNMAPPED,
            Outcome.PARTIAL,
            Outcome.SATISFIED);

    /**
     * Narrows a list.
     *
     * @param byFramework whether a framework can be chosen
     */
    static RequirementList of(AssessmentViewModel shown, List<RequirementResult> all, boolean byFramework) {
        Query query = Query.current();
        Filter<Outcome> outcome =
                Filter.of(query, "outcome", Messages.Filter_outcome(), OUTCOMES, Outcome::id, Filters::words);
        Filter<String> archetype = Filter.of(
                query,
                "archetype",
                Messages.Filter_archetype(),
                shown.assessment().archetypes(),
                id -> id,
                id -> id);
        List<Filter<?>> choices = new ArrayList<>(List.of(outcome));
        Filter<String> framework = Filter.of(
                query,
                "framework",
                Messages.Filter_framework(),
                all.stream()
                        .map(each -> each.requirement().framework())
                        .distinct()
                        .toList(),
                id -> id,
                id -> title(shown, id));
        if (byFramework) {
            choices.add(framework);
        }
        if (shown.assessment().archetypes().size() > 1) {
            choices.add(archetype);
        }
        Filters filters = Filters.of(query, choices.toArray(new Filter<?>[0]));
        List<RequirementResult> found = all.stream()
                .filter(each -> outcome.admits(each.outcome()))
                .filter(each -> framework.admits(each.requirement().framework()))
                .filter(each -> archetype.chosen() == null || each.archetypes().contains(archetype.chosen()))
                .filter(each -> filters.admits(String.valueOf(each.requirement()), each.title()))
                .toList();
        return new RequirementList(filters, PageOf.of(found, shown::row, query, filters));
    }

    private static String title(AssessmentViewModel shown, String id) {
        var framework = shown.policy().frameworks().get(id);
        return framework == null ? id : framework.title();
    }
}
