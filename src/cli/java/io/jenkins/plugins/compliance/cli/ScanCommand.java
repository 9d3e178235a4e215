package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.cli.record.RecorderOptions;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scans a project as policy demands, records the evidence and judges it. */
@Command(
        name = "scan",
        description = {
            "Runs the scan tools that policy demands of a project, records signed evidence, and judges it.",
            "Exit code 0: satisfied or waived; 1: not; 3: something can't be told."
        },
        mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Directory of the project.")
    private Path directory = Path.of("");

    @Mixin
    private final PolicyOption policy = new PolicyOption();

    @Mixin
    private final ToolsOption tools = new ToolsOption();

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
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        ScanTools configured = tools.read();
        if (ToolsOption.printProblems(configured, err)) {
            return ExitCode.USAGE;
        }
        PolicyPack pack = policy.load();
        Scanning scanning = new Scanning(
                PolicyIndex.of(pack),
                tools.given() ? configured.tools() : InstalledTools.of(configured.tools(), System.getenv()),
                recorder.tags(pack, err),
                directory,
                options.folder,
                options.parallel);
        Origin origin = recorder.origin(directory, InstantSource.system());
        return run(scanning, recorder, options, origin, out, err).exitCode();
    }

    /**
     * What came of a scan.
     *
     * @param exitCode what the verdict is for a script
     * @param plan what had to run
     * @param entries what was recorded
     */
    record Scanned(int exitCode, ScanPlan plan, List<Evidence> entries) {}

    /** The scan itself, as the demonstration runs it too. */
    static Scanned run(
            Scanning scanning,
            RecorderOptions recorder,
            ScanOptions options,
            Origin origin,
            PrintWriter out,
            PrintWriter err)
            throws IOException, InterruptedException {
        var waivers = options.waivers();
        recorder.check(options.folder, origin, err);
        ScanResult result = new ScanResult(out);
        ScanPlan plan = scanning.plan();
        result.plan(plan);
        ToolLogs logs = new ToolLogs(scanning.folder().resolve("logs"));
        List<Evidence> entries = scanning.run(plan, recorder, origin, logs, out, err);
        result.recorded(entries, logs);
        int verdict = result.judge(scanning, origin.build(), recorder.key(), waivers, options.detail.all);
        return new Scanned(verdict, plan, entries);
    }
}
