package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Instant;
import java.util.List;

/**
 * What judging one check gave, before waivers.
 *
 * @param outcome the outcome
 * @param explanation why
 * @param changesAt before this moment time alone changes nothing; null when it never does
 */
record Judgement(
        Outcome outcome,
        Explanation explanation,
        @CheckForNull Instant changesAt) {

    static Judgement of(Outcome outcome, Phrase summary, List<Phrase> reasons, List<Evidence> evidence) {
        EvidenceRef[] refs = new EvidenceRef[evidence.size()];
        for (int i = 0; i < refs.length; i++) {
            refs[i] = evidence.get(i).ref();
        }
        return new Judgement(outcome, new Explanation(summary, reasons, List.of(refs)), null);
    }

    static Judgement missing(Phrase summary) {
        return new Judgement(Outcome.MISSING, new Explanation(summary, List.of(), List.of()), null);
    }

    /** The same, until a moment at which time may change it; null for never. */
    Judgement until(@CheckForNull Instant moment) {
        return new Judgement(outcome, explanation, moment);
    }
}
