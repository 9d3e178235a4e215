package io.jenkins.plugins.compliance.cli.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.cli.ExitCode;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.intake.DocumentRecorder;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records reports that something else made. */
@Command(
        name = "report",
        description = {
            "Records reports made elsewhere: test results, a bill of materials, a scan report.",
            "Exit code 3 when they are recorded but do not count."
        },
        mixinStandardHelpOptions = true)
final class RecordReportCommand implements Callable<Integer> {
    /** What a report can be evidence of. */
    enum Kind {
        /** Test results. */
        TEST,
        /** A bill of materials. */
        SBOM,
        /** A scan report. */
        REPORT
    }

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The reports; they become one piece of evidence.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "test, sbom or report.")
    private Kind kind = Kind.REPORT;

    @Option(
            names = "--format",
            paramLabel = "ID",
            description = "Format of the reports. Default: recognised by content.")
    @CheckForNull
    private String format;

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the evidence. Default: the kind.")
    @CheckForNull
    private String name;

    @Mixin
    private final RecordTarget target = new RecordTarget();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        InstantSource clock = InstantSource.system();
        Origin origin = target.recorder.origin(Path.of(""), clock);
        String id = kind.name().toLowerCase(Locale.ROOT);
        try (Ledger ledger = target.recorder.open(
                target.folder, origin, clock, spec.commandLine().getErr())) {
            Evidence evidence = new DocumentRecorder(
                            ledger, ReportReaders.standard(), Limits.DEFAULTS, origin, target.recorder.tags())
                    .record(
                            new DocumentRecorder.Documents(
                                    EvidenceKind.valueOf(kind.name()), name == null ? id : name, format, files, null),
                            clock.instant());
            target.say(evidence, out);
            if (evidence.fact() instanceof Fact.Document document && !document.counts()) {
                document.reasons().forEach(reason -> out.println("  " + DisplayText.line(reason.toString())));
                out.flush();
                return ExitCode.UNVERIFIABLE;
            }
        }
        return ExitCode.OK;
    }
}
