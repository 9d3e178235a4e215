package io.jenkins.plugins.compliance.config.keys;

import hudson.model.Job;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.util.Timer;

/** Has every ledger handed over to the key that signs now, as long as the earlier key may still say so. */
final class LedgerHandOver {
    private static final Logger LOGGER = Logger.getLogger(LedgerHandOver.class.getName());

    private LedgerHandOver() {}

    /** Begins, and goes on by itself. */
    static void begin(SigningKey key) {
        Timer.get().execute(() -> all(key));
    }

    private static void all(SigningKey key) {
        try (ACLContext everything = ACL.as2(ACL.SYSTEM2)) {
            int count = 0;
            for (Job<?, ?> job : Jenkins.get().allItems(Job.class)) {
                if (Jenkins.get().isTerminating()) {
                    // The rest follows when the controller starts again.
                    return;
                }
                count += one(job, key) ? 1 : 0;
            }
            LOGGER.log(Level.INFO, "{0} ledgers are signed with key {1} from now on", new Object[] {count, key.id()});
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "not every ledger was handed over", e);
        }
    }

    private static boolean one(Job<?, ?> job, SigningKey key) {
        try {
            return JobLedger.of(job).handOver(key);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "the ledger of " + job.getFullName() + " was not handed over");
            return false;
        }
    }
}
