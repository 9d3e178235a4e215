package io.jenkins.plugins.compliance.cli;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.cli.record.RecorderOptions;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.intake.DocumentRecorder;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.file.FileListing;
import io.jenkins.plugins.compliance.engine.io.file.Glob;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.scan.ScanToolFile;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the whole way on the small application that comes with the sources. */
@Command(
        name = "demo",
        description = {
            "Prepares the demonstration's application and scanners, scans it, and judges it under the bundled policy.",
            "Needs a checkout of the sources. Exit codes:",
            "0: it ran to its end, whatever the verdict;",
            "1: with --strict, a scanner left no evidence that counts;",
            "2: wrong usage, or the application could not be prepared."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String POLICY = "bundled:compliance-stages";

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "Checkout of the sources. Default: where this jar was built, or the current directory.")
    @CheckForNull
    private Path sources;

    @Option(names = "--skip-prepare", description = "The application and the scanners are prepared already.")
    private boolean skipPrepare;

    @ArgGroup(exclusive = false)
    private StrictOptions strict = new StrictOptions();

    @Mixin
    private final RecorderOptions recorder = new RecorderOptions();

    @Mixin
    private final ScanOptions options = new ScanOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path demo = demo();
        ScanTools tools = ScanToolFile.read(demo.resolve("tools.yaml"), Limits.DEFAULTS);
        if (ToolsOption.printProblems(tools, err)) {
            return ExitCode.USAGE;
        }
        strict.check(tools.tools());
        if (!skipPrepare && !prepare(demo, out)) {
            return ExitCode.USAGE;
        }
        PolicyPack pack = PolicyPacks.load(POLICY, Limits.DEFAULTS).orThrow();
        Tags tags = recorder.tags(pack, err).over(Tags.of(DemoTags.VALUES));
        PolicyIndex policy = PolicyIndex.of(pack);
        Scanning scanning =
                new Scanning(policy, tools.tools(), tags, demo.resolve("app"), options.folder, options.parallel);
        Origin origin = recorder.origin(scanning.directory(), InstantSource.system());
        tests(scanning, origin, err);
        ScanCommand.Scanned scanned = ScanCommand.run(scanning, recorder, options, origin, out, err);
        ScannerCheck check = ScannerCheck.of(tools.tools(), scanned.plan(), scanned.entries());
        check.print(out);
        out.printf(
                "%nThe demonstration's application has flaws on purpose; a scan of it ends with exit code %d.%n",
                scanned.exitCode());
        out.flush();
        return strict.satisfiedBy(check) ? ExitCode.OK : ExitCode.NOT_SATISFIED;
    }

    /** Test results are evidence that no scanner makes: the build of the application left them. */
    private void tests(Scanning scanning, Origin origin, PrintWriter err) throws IOException {
        List<Path> results = FileListing.of(scanning.directory(), Limits.DEFAULTS)
                .matching(List.of(Glob.of("target/surefire-reports/TEST-*.xml")), List.of())
                .stream()
                .map(scanning.directory()::resolve)
                .toList();
        if (results.isEmpty()) {
            return;
        }
        InstantSource clock = InstantSource.system();
        try (Ledger ledger = recorder.open(scanning.folder(), origin, clock, err)) {
            new DocumentRecorder(ledger, ReportReaders.standard(), Limits.DEFAULTS, origin, scanning.tags())
                    .record(
                            new DocumentRecorder.Documents(EvidenceKind.TEST, "test-surefire", "junit", results, null),
                            clock.instant());
        }
    }

    private static boolean prepare(Path demo, PrintWriter out) throws IOException, InterruptedException {
        out.println("preparing the application and its scanners (a few minutes the first time)");
        out.flush();
        Process process = new ProcessBuilder("bash", demo.resolve("prepare").toString())
                .inheritIO()
                .start();
        return process.waitFor() == 0;
    }

    private Path demo() throws IOException {
        Path named = sources;
        List<Path> places = named != null
                ? List.of(named)
                : List.of(builtFrom(), Path.of("").toAbsolutePath());
        for (Path place : places) {
            for (Path folder = place.toAbsolutePath(); folder != null; folder = folder.getParent()) {
                Path demo = folder.resolve("src").resolve("demo");
                if (Files.isRegularFile(demo.resolve("tools.yaml"))) {
                    return demo;
                }
            }
        }
        throw new NoSuchFileException(
                "src/demo", null, "the demonstration is not here; run it in a checkout, or name one with --sources");
    }

    private static Path builtFrom() {
        try {
            return Path.of(DemoCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            return Path.of("").toAbsolutePath();
        }
    }
}
