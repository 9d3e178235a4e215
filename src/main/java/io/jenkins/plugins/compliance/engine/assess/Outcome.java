package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Locale;
import java.util.Optional;

/** What judging gives, worst first. */
public enum Outcome {
    /** Evidence exists but its signature, digest, chain or completeness does not hold. */
    UNVERIFIABLE,
    /** The check was evaluated on verified evidence and does not hold. */
    NOT_SATISFIED,
    /** No evidence of that kind was ever recorded. */
    MISSING,
    /** The newest evidence is older than the cadence, or the attestation has expired. */
    STALE,
    /** One of the four above, covered by a waiver in force. */
    WAIVED,
    /** Requirement only: the archetype demands it and no procedure claims it. */
    UNMAPPED,
    /** Requirement only: every procedure that claims it is satisfied, but together they claim only part of it. */
    PARTIAL,
    /** The check holds on verified evidence that is fresh enough. */
    SATISFIED,
    /** The selector does not match the tags. */
    NOT_APPLICABLE;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word used in policy, statements and exports. */
    public String id() {
        return id;
    }

    /** The outcome with this {@link #id}; empty when there is none. */
    public static Optional<Outcome> ofId(@CheckForNull String id) {
        for (Outcome outcome : values()) {
            if (outcome.id.equals(id)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    /** Whether this outcome is one that a waiver can cover. */
    public boolean waivable() {
        return this == UNVERIFIABLE || this == NOT_SATISFIED || this == MISSING || this == STALE;
    }

    /** The worse of two outcomes. */
    public Outcome worse(Outcome other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
