package io.jenkins.plugins.compliance.engine.evidence.form;

import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import java.time.Instant;

/**
 * The signed statement of where a ledger ends. Without it, nobody could tell a ledger from one whose last entries were cut off.
 *
 * @param ledger id of the ledger, 32 hexadecimal digits
 * @param identity whose ledger it is
 * @param from sequence of the first entry that it vouches for; 1 but for a span of a ledger
 * @param last sequence of the last entry
 * @param digest digest of the last envelope, 64 lower-case hexadecimal digits
 * @param recordedAt when the last entry was recorded
 */
public record LedgerHead(
        String ledger, LedgerIdentity identity, long from, long last, String digest, Instant recordedAt) {

    /** How many entries it vouches for. */
    public long entries() {
        return last - from + 1;
    }
}
