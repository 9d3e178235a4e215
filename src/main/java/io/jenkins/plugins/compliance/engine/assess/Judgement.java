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
        Long[] sequences = new Long[evidence.size()];
        for (int i = 0; i < sequences.length; i++) {
            sequences[i] = evidence.get(i).sequence();
        }
        return new Judgement(outcome, new Explanation(summary, reasons, List.of(sequences)));
    }

    static Judgement missing(String summary) {
        return new Judgement(Outcome.MISSING, new Explanation(summary, List.of(), List.of()));
    }
}
