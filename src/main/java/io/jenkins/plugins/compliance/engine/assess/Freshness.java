package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;

/**
 * The one place that decides whether evidence is fresh enough for a cadence, and when it will not be any more.
 *
 * @param asOf the moment that is judged
 * @param build the build that is judged
 */
record Freshness(Instant asOf, String build) {

    /** Why the evidence is too old; empty when it is fresh enough. */
    Optional<Phrase> tooOld(Evidence evidence, Cadence cadence) {
        if (cadence instanceof Cadence.EveryBuild) {
            return evidence.origin().build().equals(build)
                    ? Optional.empty()
                    : Optional.of(OutcomeReason.OF_OTHER_BUILD.of(
                            evidence.ref().argument(), evidence.origin().build(), build));
        }
        if (cadence instanceof Cadence.Every every) {
            Instant due = due(evidence, every);
            return asOf.isBefore(due)
                    ? Optional.empty()
                    : Optional.of(OutcomeReason.OBSERVED_TOO_LONG_AGO.of(
                            evidence.ref().argument(), evidence.observedAt(), every.toString(), due));
        }
        return Optional.empty();
    }

    /** The first moment at which one of these, all fresh enough now, is too old; null when none ever is by time alone. */
    @CheckForNull
    Instant staleAt(Collection<Evidence> evidence, Cadence cadence) {
        if (!(cadence instanceof Cadence.Every every)) {
            return null;
        }
        Instant first = null;
        for (Evidence each : evidence) {
            first = earlier(first, due(each, every));
        }
        return first;
    }

    /** The moment, when it lies ahead; null otherwise. */
    @CheckForNull
    Instant ahead(@CheckForNull Instant moment) {
        return moment == null || !moment.isAfter(asOf) ? null : moment;
    }

    /** The earlier of two moments, of which null is never. */
    @CheckForNull
    static Instant earlier(@CheckForNull Instant one, @CheckForNull Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** From when on the next is due: evidence is fresh for the whole of its period, and not at its end. */
    private static Instant due(Evidence evidence, Cadence.Every every) {
        return evidence.observedAt().atZone(ZoneOffset.UTC).plus(every.period()).toInstant();
    }
}
