package io.jenkins.plugins.compliance.engine.evidence;

import io.jenkins.plugins.compliance.engine.policy.Tags;
import java.time.Instant;
import java.util.List;

/**
 * An entry of a ledger: an immutable, signed record of something observed.
 *
 * @param sequence place in the ledger, from 1
 * @param name short name chosen by the recorder, for instance {@code scan-spotbugs}
 * @param observedAt when it was observed
 * @param recordedAt when it was recorded; what "as of" goes by
 * @param origin whose evidence it is
 * @param tags tags of the application at that moment
 * @param reports reports behind it
 * @param fact what was observed
 * @param digest digest of its envelope, 64 lower-case hexadecimal digits
 * @param integrity whether it can be relied on
 */
public record Evidence(
        long sequence,
        String name,
        Instant observedAt,
        Instant recordedAt,
        Origin origin,
        Tags tags,
        List<ReportFact> reports,
        Fact fact,
        String digest,
        Integrity integrity) {

    /** Takes a copy of the reports. */
    public Evidence {
        reports = List.copyOf(reports);
    }

    /** What sort of thing was observed. */
    public EvidenceKind kind() {
        return fact.kind();
    }

    /** Whether evidence can be relied on. */
    public sealed interface Integrity {
        /** Signature, chain and files hold. */
        record Verified() implements Integrity {}

        /**
         * Something does not hold.
         *
         * @param reasons what, each one sentence
         */
        record Broken(List<String> reasons) implements Integrity {
            /** Takes a copy of the reasons. */
            public Broken {
                reasons = List.copyOf(reasons);
            }
        }
    }
}
