package io.jenkins.plugins.compliance.engine.evidence;

import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of a ledger: an immutable, signed record of something observed.
 *
 * @param ledger id of the ledger that it stands in, 32 hexadecimal digits
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
        String ledger,
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

    /**
     * Whether it is about the ledger or the job itself and of no build, as a change of the key is. Such an entry has its own name
     * in the place of a build's.
     */
    public boolean ofLedger() {
        return kind() == EvidenceKind.PIPELINE && origin.build().equals(name);
    }

    /** What names it among the evidence of all ledgers. */
    public EvidenceRef ref() {
        return new EvidenceRef(ledger, sequence);
    }

    /** Names of the files that it vouches for, beside itself. */
    public List<String> files() {
        List<String> files = new ArrayList<>();
        for (ReportFact report : reports) {
            if (report.file() != null) {
                files.add(report.file());
            }
            ReportFact.Details details = report.details();
            if (details != null) {
                files.add(details.file());
            }
        }
        return files;
    }

    /** The same, that can't be relied on for one reason more. */
    public Evidence broken(Phrase why) {
        List<Phrase> reasons = new ArrayList<>();
        reasons.add(why);
        if (integrity instanceof Integrity.Broken broken) {
            reasons.addAll(broken.reasons());
        }
        return new Evidence(
                ledger,
                sequence,
                name,
                observedAt,
                recordedAt,
                origin,
                tags,
                reports,
                fact,
                digest,
                new Integrity.Broken(reasons));
    }

    /** Whether evidence can be relied on. */
    public sealed interface Integrity {
        /** Signature, chain and files hold. */
        record Verified() implements Integrity {}

        /**
         * Something does not hold.
         *
         * @param reasons what
         */
        record Broken(List<Phrase> reasons) implements Integrity {
            /** Takes a copy of the reasons. */
            public Broken {
                reasons = List.copyOf(reasons);
            }
        }
    }
}
