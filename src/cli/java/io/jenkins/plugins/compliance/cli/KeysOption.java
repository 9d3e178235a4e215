package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.evidence.key.KeyFiles;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --key}: the public keys that are trusted. */
final class KeysOption {
    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "A public key in PEM, or a set of keys in JSON, that you have from the recorder and not from the"
                            + " folder itself. May be repeated.")
    private List<Path> files = new ArrayList<>();

    /** Whether there is none. */
    boolean isEmpty() {
        return files.isEmpty();
    }

    /** The keys. */
    KeySet read() throws IOException {
        return KeyFiles.trusted(files, Limits.DEFAULTS);
    }
}
