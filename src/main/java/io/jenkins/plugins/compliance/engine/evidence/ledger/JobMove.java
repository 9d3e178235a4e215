package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import java.util.Map;
import java.util.Optional;

/**
 * An entry that says that the job of a ledger has another name, or its recorder another address, from this entry on.
 *
 * @param from whose ledger it was
 * @param to whose it is
 */
record JobMove(LedgerIdentity from, LedgerIdentity to) {
    private static final String CONTROLLER = Ledger.JOB_MOVED + ".from-controller";
    private static final String JOB = Ledger.JOB_MOVED + ".from-job";

    /** The fact that states it. Where the job is now is told by the origin of the entry. */
    Fact fact() {
        return new Fact.Pipeline(Map.of(CONTROLLER, from.controller(), JOB, from.job()));
    }

    /** The move that an observation is; empty when it is none. */
    static Optional<JobMove> of(String name, Origin origin, Fact fact) {
        if (name.equals(Ledger.JOB_MOVED) && fact instanceof Fact.Pipeline pipeline) {
            Map<String, String> facts = pipeline.facts();
            if (facts.containsKey(CONTROLLER) && facts.containsKey(JOB)) {
                return Optional.of(
                        new JobMove(new LedgerIdentity(facts.get(CONTROLLER), facts.get(JOB)), origin.identity()));
            }
        }
        return Optional.empty();
    }
}
