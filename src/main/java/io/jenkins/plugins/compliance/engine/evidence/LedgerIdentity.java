package io.jenkins.plugins.compliance.engine.evidence;

import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;

/**
 * Whose ledger it is. One ledger holds the evidence of one job of one recorder; that it is called otherwise from some entry on is
 * a signed entry of the ledger itself ({@link Ledger#move}).
 *
 * @param controller the recorder, as in {@link Origin#controller()}
 * @param job full name of the job, as in {@link Origin#job()}
 */
public record LedgerIdentity(String controller, String job) {
    @Override
    public String toString() {
        return "job " + job + " of " + controller;
    }
}
