package io.jenkins.plugins.compliance.cli;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyAlgorithm;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyFiles;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The key that this user signs evidence with: the file that was named, or one in the user's configuration directory that is made
 * on first use.
 *
 * @param file the private key
 * @param named whether the user named it
 */
public record OwnKey(Path file, boolean named) {

    /**
     * @param named the file that the user named; null when none was
     * @param environment environment of the caller
     */
    public static OwnKey of(@CheckForNull Path named, Map<String, String> environment) {
        if (named != null) {
            return new OwnKey(named, true);
        }
        String configured = environment.get("XDG_CONFIG_HOME");
        Path home = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(configured);
        return new OwnKey(home.resolve("compliance-stages").resolve("signing-key.pem"), false);
    }

    /** The keys that were named, or else the user's own. */
    static KeySet orOwn(KeysOption keys) throws IOException {
        if (!keys.isEmpty()) {
            return keys.read();
        }
        OwnKey own = of(null, System.getenv());
        return own.exists() ? KeySet.of(own.load().publicKey()) : KeySet.EMPTY;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Reads the key; the user's default key is made when it is not there. */
    public SigningKey load() throws IOException {
        if (!named && !exists()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            KeyFiles.create(file, SigningKey.generate(KeyAlgorithm.ED25519));
        }
        return KeyFiles.signing(file);
    }
}
