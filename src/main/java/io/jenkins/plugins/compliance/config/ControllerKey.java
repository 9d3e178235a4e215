package io.jenkins.plugins.compliance.config;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.compliance.engine.evidence.KeyAlgorithm;
import io.jenkins.plugins.compliance.engine.evidence.KeyPem;
import io.jenkins.plugins.compliance.engine.evidence.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jenkins.security.ConfidentialKey;

/**
 * The key that this controller signs evidence with. It is made when it is first asked for, and kept encrypted in the
 * controller's secrets directory alone.
 */
@Extension
public final class ControllerKey extends ConfidentialKey {
    private SigningKey key;

    /** The key of this controller, to be had by {@link #get()}. */
    public ControllerKey() {
        super(ControllerKey.class.getName());
    }

    /** The place of this controller's key. */
    public static ControllerKey get() {
        return ExtensionList.lookupSingleton(ControllerKey.class);
    }

    /** The key. */
    public synchronized SigningKey signing() throws IOException {
        if (key == null) {
            byte[] kept = load();
            if (kept == null) {
                SigningKey made = SigningKey.generate(KeyAlgorithm.ED25519);
                store(made.secretPem().getBytes(StandardCharsets.US_ASCII));
                key = made;
            } else {
                key = KeyPem.signing(
                        new String(kept, StandardCharsets.US_ASCII), "the signing key in the secrets directory");
            }
        }
        return key;
    }
}
