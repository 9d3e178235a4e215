package io.jenkins.plugins.compliance.engine.evidence;

import io.jenkins.plugins.compliance.engine.wording.Argument;
import java.util.Comparator;

/**
 * Names one piece of evidence among those of all ledgers: an application may be judged by several.
 *
 * @param ledger id of the ledger that it stands in, 32 hexadecimal digits
 * @param sequence its place there, from 1
 */
public record EvidenceRef(String ledger, long sequence) implements Comparable<EvidenceRef> {
    private static final Comparator<EvidenceRef> ORDER =
            Comparator.comparingLong(EvidenceRef::sequence).thenComparing(EvidenceRef::ledger);

    /** By sequence, then by ledger. */
    @Override
    public int compareTo(EvidenceRef other) {
        return ORDER.compare(this, other);
    }

    /** As something that a phrase is said about. */
    public Argument argument() {
        return new Argument.Reference(ledger, sequence);
    }

    /** The place alone, which tells it apart within its ledger. */
    @Override
    public String toString() {
        return Long.toString(sequence);
    }
}
