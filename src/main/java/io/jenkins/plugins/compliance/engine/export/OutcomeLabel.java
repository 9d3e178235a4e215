package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.assess.Outcome;
import java.util.List;

/** Outcomes for people: a word and a symbol, so that colour never has to tell them apart. */
public final class OutcomeLabel {
    /** The outcomes in the order of a bar or legend: what holds first, then worse and worse. */
    public static final List<Outcome> BEST_FIRST = List.of(
            Outcome.SATISFIED,
            Outcome.PARTIAL,
            Outcome.WAIVED,
            Outcome.UNMAPPED,
            Outcome.STALE,
            Outcome.MISSING,
            Outcome.NOT_SATISFIED,
            Outcome.UNVERIFIABLE,
            Outcome.NOT_APPLICABLE);

    private OutcomeLabel() {}

    /** The outcome in words, for instance {@code not satisfied}. */
    public static String words(Outcome outcome) {
        return outcome.id().replace('-', ' ');
    }

    /** One character that no other outcome has. */
    public static String symbol(Outcome outcome) {
        return switch (outcome) {
            case UNVERIFIABLE -> "\u26A0";
            case NOT_SATISFIED -> "\u2717";
            case MISSING -> "\u25CB";
            case STALE -> "\u25F7";
            case WAIVED -> "\u2298";
            case UNMAPPED -> "\u25A1";
            case PARTIAL -> "\u25D0";
            case SATISFIED -> "\u2713";
            case NOT_APPLICABLE -> "\u2013";
        };
    }

    /** What an outcome means, one sentence. */
    public static String meaning(Outcome outcome) {
        return switch (outcome) {
            case UNVERIFIABLE ->
                "Evidence exists, but its signature, digest, chain or completeness does not hold, so nothing can be concluded from it.";
            case NOT_SATISFIED -> "The check was evaluated on verified evidence and does not hold.";
            case MISSING -> "No evidence of that kind was ever recorded.";
            case STALE -> "The newest evidence is older than the cadence allows, or the attestation has expired.";
            case WAIVED -> "One of unverifiable, not satisfied, missing or stale, accepted by a waiver in force.";
            case UNMAPPED -> "The archetype demands the requirement and no procedure claims it.";
            case PARTIAL ->
                "Every procedure that claims the requirement is satisfied, but together they claim only part of it.";
            case SATISFIED -> "The check holds on verified evidence that is fresh enough.";
            case NOT_APPLICABLE -> "The procedure's selector does not match the tags of this application.";
        };
    }
}
