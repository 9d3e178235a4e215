package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLink;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import java.time.Instant;

/**
 * Where a ledger stands between two appends.
 *
 * @param ledger id of the ledger
 * @param sequence sequence of the last entry; 0 when there is none
 * @param digest digest of the last envelope; {@link ChainLink#NONE} when there is none
 * @param recordedAt when the last entry was recorded; null when there is none
 * @param nextKey id of the key that the last entry hands over to; null when it does not
 * @param length bytes of the ledger's file
 */
record LedgerState(
        String ledger,
        long sequence,
        String digest,
        @CheckForNull Instant recordedAt,
        @CheckForNull String nextKey,
        long length) {

    /** The state before the first entry. */
    static LedgerState begin(String ledger) {
        return new LedgerState(ledger, 0, ChainLink.NONE, null, null, 0);
    }

    /** The state after an entry. */
    static LedgerState after(ChainLink link, String digest, long length) {
        return new LedgerState(link.ledger(), link.sequence(), digest, link.recordedAt(), link.nextKey(), length);
    }

    /** The head that names the last entry; only when there is one. */
    LedgerHead head(LedgerIdentity identity) {
        if (recordedAt == null) {
            throw new IllegalStateException("a ledger without entries has no head");
        }
        return new LedgerHead(ledger, identity, 1, sequence, digest, recordedAt);
    }
}
