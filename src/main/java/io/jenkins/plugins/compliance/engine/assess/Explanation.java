package io.jenkins.plugins.compliance.engine.assess;

import java.util.List;

/**
 * Why an outcome is what it is.
 *
 * @param summary one sentence
 * @param reasons what was held against what, each one sentence
 * @param evidence sequence numbers of the evidence that decided
 */
public record Explanation(String summary, List<String> reasons, List<Long> evidence) {
    /** Takes copies of the lists. */
    public Explanation {
        reasons = List.copyOf(reasons);
        evidence = List.copyOf(evidence);
    }
}
