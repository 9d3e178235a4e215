package io.jenkins.plugins.compliance.config;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.compliance.engine.evidence.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.SigningKey;
import java.io.IOException;

/** The keys of this controller: the one that it signs evidence with, and all that it ever signed with. */
@Extension
public final class Keys {
    /** The keys of this controller. */
    public static Keys get() {
        return ExtensionList.lookupSingleton(Keys.class);
    }

    /**
     * The key that signs now.
     *
     * @throws IOException when it can't be had; the message says what to do
     */
    public SigningKey signing() throws IOException {
        return ControllerKey.get().signing();
    }

    /**
     * All keys whose signatures count, each in its time.
     *
     * @throws IOException when they can't be had; the message says what to do
     */
    public KeySet trusted() throws IOException {
        return KeySet.of(signing().publicKey());
    }
}
