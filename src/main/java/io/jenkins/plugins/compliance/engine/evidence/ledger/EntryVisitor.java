package io.jenkins.plugins.compliance.engine.evidence.ledger;

import java.io.IOException;

/** Sees the entries of a ledger while it is walked. */
interface EntryVisitor {
    /** Sees an entry. Whether the chain above it holds is not known yet. */
    void entry(WalkedEntry entry) throws IOException;

    /** Hears why one entry does not hold, whatever the chain says. */
    void broken(long index, String reason);
}
