package io.jenkins.plugins.compliance.cli;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Bundle;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compliance bundle}: evidence to take away. */
@Command(
        name = "bundle",
        description = {
            "Put evidence into one archive that compliance verify takes.",
            "The whole ledger goes in, and the reports of the entries that are asked for; of all entries without an option."
        },
        mixinStandardHelpOptions = true)
final class BundleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FOLDER", description = "The evidence folder, or a zip archive of one.")
    private Path folder = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.zip",
            required = true,
            description = "The archive to write.")
    private Path file = Path.of("");

    @Option(names = "--build", paramLabel = "ID", description = "Reports of this build alone.")
    private @CheckForNull String build;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Reports recorded on this day (UTC) or later.",
            converter = DayConverter.class)
    private @CheckForNull LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Reports recorded on this day (UTC) or earlier.",
            converter = DayConverter.class)
    private @CheckForNull LocalDate to;

    @Mixin
    private KeysOption keys = new KeysOption();

    @Override
    public Integer call() throws IOException {
        if (from != null && to != null && to.isBefore(from)) {
            throw new ParameterException(spec.commandLine(), "--to " + to + " is before --from " + from);
        }
        Bundle.Contents contents = Bundle.write(folder, this::chosen, keys.read(), file, Limits.DEFAULTS);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        out.println(file + ": " + contents.entries() + " entries, reports of " + contents.chosen() + " of them ("
                + contents.files() + " files)");
        out.println("verify it with: compliance verify " + file + " --key PUBLIC-KEY");
        out.flush();
        contents.absent()
                .forEach(
                        name -> err.println("compliance bundle: " + DisplayText.line(name) + " is not there any more"));
        if (contents.chosen() == 0) {
            err.println("compliance bundle: no entry is of that build or time");
        }
        err.flush();
        return contents.chosen() == 0 || !contents.absent().isEmpty() ? ExitCode.NOT_SATISFIED : ExitCode.OK;
    }

    private boolean chosen(Evidence entry) {
        LocalDate day = LocalDate.ofInstant(entry.recordedAt(), ZoneOffset.UTC);
        return (build == null || build.equals(entry.origin().build()))
                && (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to));
    }
}
