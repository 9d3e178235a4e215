package io.jenkins.plugins.compliance.config.keys;

import hudson.Extension;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyPem;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.record.ledger.FormerKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import jenkins.security.ConfidentialKey;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Keys that the controller made and that do not sign any more, kept encrypted in its secrets directory; and the one that it made
 * and that gave way to one of the credentials, or the other way round. Each hands over to its follower the ledgers that it signed,
 * when something is recorded in them the next time.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class FormerControllerKeys implements FormerKeys {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    @Override
    public Optional<SigningKey> former(String id) throws IOException {
        if (!ID.matcher(id).matches() || Keys.get().isOver(id)) {
            return Optional.empty();
        }
        Optional<SigningKey> kept = new Kept(id).get();
        if (kept.isPresent()) {
            return kept;
        }
        Optional<SigningKey> own =
                ControllerKey.get().kept().filter(key -> key.id().equals(id));
        return own.isPresent() ? own : KeyCredentials.withKey(id);
    }

    @Override
    public boolean isExpected(String id) throws IOException {
        return ID.matcher(id).matches() && Keys.get().isKnown(id) && !Keys.get().isOver(id);
    }

    /** Keeps a key that is about to be replaced. */
    static void keep(String pem) throws IOException {
        new Kept(KeyPem.signing(pem, Messages.ControllerKey_name()).id()).put(pem);
    }

    private static final class Kept extends ConfidentialKey {
        Kept(String id) {
            super(FormerControllerKeys.class.getName() + "." + id);
        }

        void put(String pem) throws IOException {
            store(pem.getBytes(StandardCharsets.US_ASCII));
        }

        Optional<SigningKey> get() throws IOException {
            byte[] kept = load();
            return kept == null
                    ? Optional.empty()
                    : Optional.of(
                            KeyPem.signing(new String(kept, StandardCharsets.US_ASCII), Messages.ControllerKey_name()));
        }
    }
}
