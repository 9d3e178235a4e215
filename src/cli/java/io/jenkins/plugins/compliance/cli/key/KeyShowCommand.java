package io.jenkins.plugins.compliance.cli.key;

import io.jenkins.plugins.compliance.cli.ExitCode;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyFiles;
import io.jenkins.plugins.compliance.engine.evidence.key.VerificationKey;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compliance key show FILE}. */
@Command(
        name = "show",
        description = "Show the id, the algorithm and the public half of a private or public key.",
        mixinStandardHelpOptions = true)
final class KeyShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A private or public key in PEM.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        VerificationKey key = KeyFiles.anyHalf(file);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(toJson(key));
        } else {
            out.println("key id     " + key.id());
            out.println("algorithm  " + key.algorithm().id());
            out.print(key.pem());
        }
        out.flush();
        return ExitCode.OK;
    }

    private static String toJson(VerificationKey key) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput object = JsonOutput.indented(bytes)) {
            object.beginObject()
                    .member("keyid", key.id())
                    .member("algorithm", key.algorithm().id())
                    .member("publicKey", key.pem())
                    .endObject()
                    .line();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
