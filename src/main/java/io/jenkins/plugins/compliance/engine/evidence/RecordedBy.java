package io.jenkins.plugins.compliance.engine.evidence;

import java.time.Instant;
import java.util.List;

/**
 * What a ledger held at a moment. The clock of a recorder may be set back, and then entries are dated earlier than those before
 * them; the chain still tells the order. So what stands before an entry of the moment was there, whatever its own date.
 */
public final class RecordedBy {
    private RecordedBy() {}

    /**
     * The entries that were there at a moment.
     *
     * @param ledger entries in the order of the ledger
     */
    public static List<Evidence> moment(List<Evidence> ledger, Instant moment) {
        for (int i = ledger.size(); i > 0; i--) {
            if (!ledger.get(i - 1).recordedAt().isAfter(moment)) {
                return ledger.subList(0, i);
            }
        }
        return List.of();
    }
}
