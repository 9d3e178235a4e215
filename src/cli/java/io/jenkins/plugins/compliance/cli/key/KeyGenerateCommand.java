package io.jenkins.plugins.compliance.cli.key;

import io.jenkins.plugins.compliance.cli.ExitCode;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyAlgorithm;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyFiles;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code compliance key generate -o FILE}. */
@Command(
        name = "generate",
        description = {
            "Make a key that signs evidence.",
            "Writes the private key to FILE, readable by you alone, and the public key to FILE.pub. Neither may exist."
        },
        mixinStandardHelpOptions = true)
final class KeyGenerateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--algorithm",
            paramLabel = "ALGORITHM",
            description = "One of ${COMPLETION-CANDIDATES}, in any case; default: ${DEFAULT-VALUE}.")
    private KeyAlgorithm algorithm = KeyAlgorithm.ED25519;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write the private key.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        SigningKey key = SigningKey.generate(algorithm);
        KeyFiles.create(file, key);
        PrintWriter out = spec.commandLine().getOut();
        out.println("private key  " + file + " (keep it secret; it is not encrypted)");
        out.println("public key   " + KeyFiles.publicFile(file) + " (give it to whoever verifies)");
        out.println("key id       " + key.id());
        out.flush();
        return ExitCode.OK;
    }
}
