package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.List;

/**
 * Why an outcome is what it is.
 *
 * @param summary one sentence
 * @param reasons what was held against what
 * @param evidence the evidence that decided
 */
public record Explanation(Phrase summary, List<Phrase> reasons, List<EvidenceRef> evidence) {
    /** Takes copies of the lists. */
    public Explanation {
        reasons = List.copyOf(reasons);
        evidence = List.copyOf(evidence);
    }
}
