package io.jenkins.plugins.compliance.cli;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyOptions;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compliance verify}: whether evidence is what was recorded. */
@Command(
        name = "verify",
        description = {
            "Verify signed evidence in a folder or a zip archive.",
            "Exit code 0: something was verified and all of it held; 1: something does not hold; 2: called wrongly;"
                    + " 3: it could not be told, for instance without the key."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PLACE", description = "An evidence folder, a zip archive of one, or a bundle.")
    private Path place = Path.of("");

    @Mixin
    private KeysOption keys = new KeysOption();

    @Option(
            names = "--head",
            paramLabel = "DIGEST",
            description = "Digest of the last entry as you noted it earlier; the ledger must hold that entry.")
    private @CheckForNull String head;

    @Option(
            names = "--at-least",
            paramLabel = "N",
            description = "The ledger must have come to entry N at least, as you noted earlier.")
    private long atLeast;

    @Option(names = "--job", paramLabel = "NAME", description = "The ledger must be of this job.")
    private @CheckForNull String job;

    @Option(
            names = "--every-signature",
            description = "Check the signature of every entry; else that of the head and at each change of key, below"
                    + " which the chain of digests binds every entry.")
    private boolean everySignature;

    @Option(names = "--no-files", description = "Leave out the kept reports and look at the ledger alone.")
    private boolean noFiles;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Verification verification;
        try {
            verification = LedgerReader.verify(place, keys.read(), options(), Limits.DEFAULTS);
        } catch (MalformedInputException | LimitExceededException e) {
            spec.commandLine()
                    .getErr()
                    .println("compliance verify: " + DisplayText.line(String.valueOf(e.getMessage())));
            return ExitCode.UNVERIFIABLE;
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(VerificationText.json(verification));
        } else {
            VerificationText.print(verification, keys.isEmpty(), out);
        }
        out.flush();
        return exitCode(verification.verdict());
    }

    /** The exit code that a verdict gives. */
    static int exitCode(Verdict verdict) {
        return switch (verdict) {
            case HELD -> ExitCode.OK;
            case BROKEN -> ExitCode.NOT_SATISFIED;
            case UNDECIDED -> ExitCode.UNVERIFIABLE;
        };
    }

    private VerifyOptions options() {
        try {
            return new VerifyOptions(everySignature, !noFiles, head, atLeast, job);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--head: " + e.getMessage(), e);
        }
    }
}
