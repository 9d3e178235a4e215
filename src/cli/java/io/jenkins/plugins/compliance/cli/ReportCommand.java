package io.jenkins.plugins.compliance.cli;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyOptions;
import io.jenkins.plugins.compliance.engine.export.AssessmentExport;
import io.jenkins.plugins.compliance.engine.export.ExportOptions;
import io.jenkins.plugins.compliance.engine.export.Exports;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.file.AtomicFile;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes an assessment in one of the export formats. */
@Command(
        name = "report",
        description =
                "Judges recorded evidence and writes the result: html, json, oscal, sarif, junit, csv or markdown.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "Evidence folder.")
    private Path folder = Path.of("");

    @Mixin
    private final PolicyOption policy = new PolicyOption();

    @Option(
            names = "--format",
            paramLabel = "ID",
            defaultValue = "html",
            description = "Format. Default: ${DEFAULT-VALUE}.")
    private String format = "html";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to write; - for standard output. Default: the format's own name in this directory.")
    @CheckForNull
    private String output;

    @Option(
            names = "--findings",
            paramLabel = "N",
            defaultValue = "10",
            description = "Findings shown for one procedure. Default: ${DEFAULT-VALUE}.")
    private int findings = 10;

    @Mixin
    private final AssessOptions options = new AssessOptions();

    @Mixin
    private final KeysOption keys = new KeysOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PolicyIndex index = PolicyIndex.of(policy.load());
        Verification verification =
                LedgerReader.read(folder, OwnKey.orOwn(keys), VerifyOptions.DEFAULTS, Limits.DEFAULTS);
        Judged judged = Judged.of(
                index,
                folder,
                verification.evidence(),
                options.build,
                options.tags(
                        verification.evidence(),
                        index.pack(),
                        spec.commandLine().getErr()),
                options.waivers(),
                options.moment(verification.evidence(), Instant.now()));
        AssessmentExport export = Exports.byId(
                        format, ExportOptions.DEFAULTS.withFindings(findings).withWaivers(judged.waivers()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "--format " + format + ": expected one of " + String.join(", ", Exports.ids())));
        String target = output == null ? export.fileName() : output;
        if ("-".equals(target)) {
            OutputStream out = new FileOutputStream(FileDescriptor.out);
            export.write(judged.assessment(), judged.findings(), out);
            out.flush();
        } else {
            AtomicFile.write(Path.of(target), stream -> export.write(judged.assessment(), judged.findings(), stream));
            PrintWriter out = spec.commandLine().getOut();
            out.println("wrote " + target);
            out.flush();
        }
        return ExitCode.OK;
    }
}
