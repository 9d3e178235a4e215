package io.jenkins.plugins.compliance.cli.key;

import io.jenkins.plugins.compliance.cli.ExitCode;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyFiles;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyOptions;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compliance key rotate FOLDER --from OLD --to NEW}. */
@Command(
        name = "rotate",
        description = {
            "Hand a ledger over to another key.",
            "The old key signs an entry that names the new one; from then on evidence is recorded with the new key."
                    + " Whoever verifies needs both public keys."
        },
        mixinStandardHelpOptions = true)
final class KeyRotateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FOLDER", description = "The evidence folder.")
    private Path folder = Path.of("");

    @Option(names = "--from", paramLabel = "KEY", required = true, description = "The private key in use until now.")
    private Path from = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "KEY",
            required = true,
            description = "The private key to be used from now on.")
    private Path to = Path.of("");

    @Override
    public Integer call() throws IOException {
        SigningKey old = KeyFiles.signing(from);
        SigningKey next = KeyFiles.signing(to);
        PrintWriter err = spec.commandLine().getErr();
        KeyFiles.exposure(to).ifPresent(warning -> err.println("warning: " + warning));
        LedgerIdentity identity = identity(old);
        Origin origin = new Origin(identity.controller(), identity.job(), Ledger.KEY_ROTATION, null, null, null, null);
        try (Ledger ledger = Ledger.open(folder, identity, old, Clock.systemUTC(), Limits.DEFAULTS)) {
            ledger.recovered().forEach(note -> err.println("note: " + DisplayText.line(note)));
            ledger.rotate(next, origin);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("handed over from key " + old.id());
        out.println("             to key " + next.id());
        out.flush();
        return ExitCode.OK;
    }

    private LedgerIdentity identity(SigningKey old) throws IOException {
        Verification found = LedgerReader.verify(
                folder, KeySet.of(old.publicKey()), VerifyOptions.DEFAULTS.withoutFiles(), Limits.DEFAULTS);
        LedgerHead head = found.head();
        if (head == null) {
            throw new IOException(folder + " holds no ledger that could be handed over");
        }
        if (found.verdict() == Verdict.BROKEN) {
            throw new IOException(folder + " holds a ledger that is broken; compliance verify says where");
        }
        return head.identity();
    }
}
