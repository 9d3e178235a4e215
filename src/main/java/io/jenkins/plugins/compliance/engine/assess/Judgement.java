package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import java.util.List;

/**
 * What judging one check gave, before waivers.
 *
 * @param outcome the outcome
 * @param explanation why
 */
record Judgement(Outcome outcome, Explanation explanation) {

    static Judgement of(Outcome outcome, String summary, List<String> reasons, List<Evidence> evidence) {
        return new Judgement(
                outcome,
                new Explanation(
                        summary,
                        reasons,
                        evidence.stream().map(Evidence::sequence).toList()));
    }

    static Judgement missing(String summary) {
        return new Judgement(Outcome.MISSING, new Explanation(summary, List.of(), List.of()));
    }
}
