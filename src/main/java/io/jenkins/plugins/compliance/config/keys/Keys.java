package io.jenkins.plugins.compliance.config.keys;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.key.TrustedKey;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The keys of this controller: the one that it signs evidence with, and all that it ever signed with. */
@Extension
@Restricted(NoExternalUse.class)
public final class Keys {
    private static final Logger LOGGER = Logger.getLogger(Keys.class.getName());

    private InstantSource clock = ControllerClock.source();

    @CheckForNull
    private KeyHistory history;

    /** The keys of this controller. */
    public static Keys get() {
        return ExtensionList.lookupSingleton(Keys.class);
    }

    /** Another clock, for tests. */
    void use(InstantSource other) {
        clock = other;
    }

    /**
     * The key that signs now.
     *
     * @throws IOException when it can't be had; the message says what to do
     */
    public SigningKey signing() throws IOException {
        SigningConfiguration configuration = SigningConfiguration.get();
        String id = configuration.getCredentialsId();
        SigningKey key =
                id == null ? ControllerKey.get().signing(configuration.algorithm()) : KeyCredentials.signing(id);
        if (history().signs(key.publicKey(), clock.instant())) {
            LedgerHandOver.begin(key);
        }
        return key;
    }

    /**
     * All keys whose signatures count, each in its time. What was signed before is verified even while the key that should
     * sign can't be had.
     *
     * @throws IOException when there is none; the message says what to do
     */
    public KeySet trusted() throws IOException {
        try {
            signing();
        } catch (IOException e) {
            KeySet known = history().trusted();
            if (known.isEmpty()) {
                throw e;
            }
            LOGGER.log(Level.WARNING, "nothing can be signed now", e);
            return known;
        }
        return history().trusted();
    }

    /** Whether the controller ever signed with a key. */
    boolean isKnown(String id) throws IOException {
        return history().trusted().get(id).isPresent();
    }

    /** Whether the time of a key that the controller signed with is over: what it signs from now on does not count. */
    boolean isOver(String id) throws IOException {
        Instant last = history().trusted().get(id).map(TrustedKey::notAfter).orElse(null);
        return last != null && clock.instant().isAfter(last);
    }

    /**
     * Makes a new key in the place of the one that the controller made for itself. What that one signed stays good.
     *
     * @throws IOException when it can't be made, or the key is one of the credentials, which are changed there
     */
    synchronized SigningKey rotate() throws IOException {
        SigningConfiguration configuration = SigningConfiguration.get();
        String id = configuration.getCredentialsId();
        if (id != null) {
            throw new IOException(Messages.Keys_inCredentials(id));
        }
        signing();
        ControllerKey.get().replace(configuration.algorithm());
        return signing();
    }

    /** Goes on with handing over ledgers, should that have been cut short. */
    @Initializer(after = InitMilestone.JOB_CONFIG_ADAPTED)
    public static void handOver() {
        Keys keys = get();
        try {
            if (keys.history().isChanging(keys.clock.instant())) {
                LedgerHandOver.begin(keys.signing());
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "ledgers can't be handed over to the key that signs now", e);
        }
    }

    private synchronized KeyHistory history() {
        KeyHistory known = history;
        if (known == null) {
            known = new KeyHistory(Jenkins.get().getRootDir().toPath().resolve("compliance"));
            history = known;
        }
        return known;
    }
}
