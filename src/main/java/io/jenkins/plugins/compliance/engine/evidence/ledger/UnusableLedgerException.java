package io.jenkins.plugins.compliance.engine.evidence.ledger;

import java.io.IOException;
import java.nio.file.Path;

/** A recorder can't go on with a ledger. Nothing in the folder was changed. */
final class UnusableLedgerException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param folder the evidence folder
     * @param why why not, and what to do
     */
    public UnusableLedgerException(Path folder, String why) {
        super("can't record into " + folder + ": " + why);
    }
}
