package io.jenkins.plugins.compliance.config.keys;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyAlgorithm;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyPem;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jenkins.security.ConfidentialKey;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The key that this controller made for itself. It is made when it is first asked for, and kept encrypted in the controller's
 * secrets directory alone; so is the one whose place it took, for it hands over the ledgers that it signed.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class ControllerKey extends ConfidentialKey {
    @CheckForNull
    private SigningKey key;

    /** The key of this controller, to be had by {@link #get()}. */
    public ControllerKey() {
        super(ControllerKey.class.getName());
    }

    /** The place of this controller's key. */
    static ControllerKey get() {
        return ExtensionList.lookupSingleton(ControllerKey.class);
    }

    /**
     * The key.
     *
     * @param algorithm of a key that has to be made
     */
    synchronized SigningKey signing(KeyAlgorithm algorithm) throws IOException {
        SigningKey now = key;
        if (now == null) {
            byte[] kept = load();
            now = kept == null
                    ? replace(algorithm)
                    : KeyPem.signing(new String(kept, StandardCharsets.US_ASCII), Messages.ControllerKey_name());
            key = now;
        }
        return now;
    }

    /** The key that was made and is kept; empty when none was. */
    synchronized Optional<SigningKey> kept() throws IOException {
        byte[] kept = load();
        return kept == null
                ? Optional.empty()
                : Optional.of(
                        KeyPem.signing(new String(kept, StandardCharsets.US_ASCII), Messages.ControllerKey_name()));
    }

    /** Makes a new key in the place of the one that is there. */
    synchronized SigningKey replace(KeyAlgorithm algorithm) throws IOException {
        byte[] kept = load();
        if (kept != null) {
            FormerControllerKeys.keep(new String(kept, StandardCharsets.US_ASCII));
        }
        SigningKey made = SigningKey.generate(algorithm);
        store(made.secretPem().getBytes(StandardCharsets.US_ASCII));
        key = made;
        return made;
    }
}
