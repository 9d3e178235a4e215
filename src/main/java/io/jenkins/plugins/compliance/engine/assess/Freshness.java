package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Whether evidence is fresh enough for a cadence.
 *
 * @param asOf the moment that is judged
 * @param build the build that is judged
 */
record Freshness(Instant asOf, String build) {

    /** Why the evidence is too old; empty when it is fresh enough. */
    Optional<String> tooOld(Evidence evidence, Cadence cadence) {
        if (cadence instanceof Cadence.EveryBuild) {
            return evidence.origin().build().equals(build)
                    ? Optional.empty()
                    : Optional.of("evidence " + evidence.sequence() + " is of build "
                            + evidence.origin().build() + ", not of build " + build
                            + ", and the cadence is every-build");
        }
        if (cadence instanceof Cadence.Every every) {
            Instant due = evidence.observedAt()
                    .atZone(ZoneOffset.UTC)
                    .plus(every.period())
                    .toInstant();
            return asOf.isAfter(due)
                    ? Optional.of("evidence " + evidence.sequence() + " was observed " + evidence.observedAt()
                            + "; with the cadence " + every + " the next was due " + due)
                    : Optional.empty();
        }
        return Optional.empty();
    }
}
