package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The part that is alike for all checks on recorded documents: is there any, can it be relied on, does it hold, is it fresh.
 * The order keeps judging monotone: fresher or better evidence never gives a worse outcome.
 */
final class DocumentCheck {
    private DocumentCheck() {}

    /** What makes one check differ from another. */
    @FunctionalInterface
    interface Rules {
        /**
         * Which rules do not hold; empty when all hold.
         *
         * @throws IOException when the elements that a rule needs can't be read
         */
        List<Phrase> violated(List<Evidence> evidence) throws IOException;
    }

    static Judgement judge(List<Evidence> evidence, Phrase what, Cadence cadence, Freshness freshness, Rules rules) {
        if (evidence.isEmpty()) {
            return Judgement.missing(OutcomeReason.NEVER_RECORDED.of(what));
        }
        List<Phrase> doubts = new ArrayList<>();
        evidence.forEach(each -> doubts.addAll(EvidenceDoubts.doubts(each)));
        if (!doubts.isEmpty()) {
            return Judgement.of(Outcome.UNVERIFIABLE, OutcomeReason.UNRELIABLE.of(what), doubts, evidence);
        }
        List<Phrase> violated;
        try {
            violated = rules.violated(evidence);
        } catch (DetailsException e) {
            return Judgement.of(Outcome.UNVERIFIABLE, OutcomeReason.UNREADABLE.of(what), List.of(e.phrase()), evidence);
        } catch (IOException e) {
            return Judgement.of(
                    Outcome.UNVERIFIABLE,
                    OutcomeReason.UNREADABLE.of(what),
                    List.of(OutcomeReason.DETAILS_UNREADABLE.of(String.valueOf(e.getMessage()))),
                    evidence);
        }
        if (!violated.isEmpty()) {
            return Judgement.of(Outcome.NOT_SATISFIED, OutcomeReason.BREAKS_RULE.of(what), violated, evidence);
        }
        List<Phrase> old = new ArrayList<>();
        evidence.forEach(each -> freshness.tooOld(each, cadence).ifPresent(old::add));
        if (!old.isEmpty()) {
            return Judgement.of(Outcome.STALE, OutcomeReason.TOO_OLD.of(what), old, evidence);
        }
        return Judgement.of(Outcome.SATISFIED, OutcomeReason.HOLDS.of(what), List.of(), evidence)
                .until(freshness.staleAt(evidence, cadence));
    }
}
