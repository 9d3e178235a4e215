package io.jenkins.plugins.compliance.engine.evidence;

import java.time.Instant;
import java.util.List;

/**
 * What a ledger held at a moment. The clock of a recorder may be set back, and then entries are dated earlier than those before
 * them. The moment of an entry is therefore the latest that its ledger had recorded by then, its own included: nothing that is
 * recorded later can change what was there at a moment.
 */
public final class RecordedBy {
    private RecordedBy() {}

    /**
     * The entries that were there at a moment.
     *
     * @param ledger entries in the order of the ledger
     */
    public static List<Evidence> moment(List<Evidence> ledger, Instant moment) {
        int end = 0;
        while (end < ledger.size() && !ledger.get(end).recordedAt().isAfter(moment)) {
            end++;
        }
        return ledger.subList(0, end);
    }

    /**
     * This moment, by the time of a ledger: where the clock was set back, the ledger is ahead of it until time has caught up.
     *
     * @param ledger entries in the order of the ledger
     * @param clock what the clock says
     */
    public static Instant now(List<Evidence> ledger, Instant clock) {
        Instant now = clock;
        for (Evidence each : ledger) {
            now = each.recordedAt().isAfter(now) ? each.recordedAt() : now;
        }
        return now;
    }
}
