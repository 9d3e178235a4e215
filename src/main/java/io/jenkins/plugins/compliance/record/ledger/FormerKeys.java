package io.jenkins.plugins.compliance.record.ledger;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import java.io.IOException;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Keeps keys that signed until another took their place: a ledger is handed over by the key that signed it last. */
@Restricted(NoExternalUse.class)
public interface FormerKeys extends ExtensionPoint {
    /**
     * A key that does not sign any more, and is still in its time.
     *
     * @param id id of the key
     * @return the key; empty when it is not kept, or its time is over
     */
    Optional<SigningKey> former(String id) throws IOException;

    /**
     * Whether a key that can't be had now may still be had later, and would count then. As long as that is so, its ledgers wait for
     * it.
     *
     * @param id id of the key
     */
    default boolean isExpected(String id) throws IOException {
        return false;
    }

    /** Whether somebody expects a key to be there again. */
    static boolean isAwaited(String id) throws IOException {
        for (FormerKeys each : ExtensionList.lookup(FormerKeys.class)) {
            if (each.isExpected(id)) {
                return true;
            }
        }
        return false;
    }

    /** A former key, wherever it is kept. */
    static Optional<SigningKey> find(String id) throws IOException {
        for (FormerKeys each : ExtensionList.lookup(FormerKeys.class)) {
            Optional<SigningKey> key = each.former(id);
            if (key.isPresent()) {
                return key;
            }
        }
        return Optional.empty();
    }
}
