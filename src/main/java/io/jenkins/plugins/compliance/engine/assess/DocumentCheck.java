package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
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
         * Which rules do not hold, each one sentence; empty when all hold.
         *
         * @throws IOException when the elements that a rule needs can't be read
         */
        List<String> violated(List<Evidence> evidence) throws IOException;
    }

    static Judgement judge(List<Evidence> evidence, String what, Cadence cadence, Freshness freshness, Rules rules) {
        if (evidence.isEmpty()) {
            return Judgement.missing("No " + what + " was ever recorded.");
        }
        List<String> doubts = new ArrayList<>();
        evidence.forEach(each -> doubts.addAll(EvidenceDoubts.doubts(each)));
        if (!doubts.isEmpty()) {
            return Judgement.of(Outcome.UNVERIFIABLE, "The " + what + " can't be relied on.", doubts, evidence);
        }
        List<String> violated;
        try {
            violated = rules.violated(evidence);
        } catch (IOException e) {
            return Judgement.of(
                    Outcome.UNVERIFIABLE,
                    "The elements of the " + what + " can't be looked at.",
                    List.of(String.valueOf(e.getMessage())),
                    evidence);
        }
        if (!violated.isEmpty()) {
            return Judgement.of(Outcome.NOT_SATISFIED, "The " + what + " breaks a rule.", violated, evidence);
        }
        List<String> old = new ArrayList<>();
        evidence.forEach(each -> freshness.tooOld(each, cadence).ifPresent(old::add));
        if (!old.isEmpty()) {
            return Judgement.of(Outcome.STALE, "The newest " + what + " is too old.", old, evidence);
        }
        return Judgement.of(Outcome.SATISFIED, "The " + what + " holds.", List.of(), evidence);
    }
}
