package io.jenkins.plugins.compliance.cli.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.scan.CommandLine;
import io.jenkins.plugins.compliance.engine.scan.MinimalEnvironment;
import io.jenkins.plugins.compliance.engine.scan.Presence;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan.PlannedScan;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution.End;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One run of one tool, from looking for its program to what it left behind. */
final class ScanRun implements Callable<ToolExecution> {
    /** Systems allow 128 KiB and more (Linux 2 MiB, Windows 32 KiB); the environment takes its part. */
    private static final int MOST_ARGUMENT_BYTES = java.io.File.separatorChar == '\\' ? 30_000 : 1_000_000;

    private final LocalRunner runner;
    private final ScanTool tool;
    private final CommandLine.Surroundings on;
    private final Path folder;
    private final LiveProcesses live;
    private final RunListener listener;

    ScanRun(
            LocalRunner runner,
            PlannedScan scan,
            Path directory,
            Path folder,
            LiveProcesses live,
            RunListener listener) {
        this.runner = runner;
        this.tool = scan.tool();
        this.folder = folder;
        this.live = live;
        this.listener = listener;
        on = new CommandLine.Surroundings(
                directory,
                folder.resolve("report").resolve(tool.report().file()),
                folder.resolve("files.txt"),
                scan.files(),
                runner.environment()::get);
    }

    @Override
    public ToolExecution call() throws IOException, InterruptedException {
        ToolExecution execution = execute();
        listener.finished(execution);
        return execution;
    }

    private ToolExecution execute() throws IOException, InterruptedException {
        List<String> unset = CommandLine.unset(tool);
        if (!unset.isEmpty()) {
            return never(End.ABSENT, RunReason.SETTING_UNSET.of(unset));
        }
        CommandLine line = CommandLine.of(tool, on);
        Presence presence = Presence.of(line, runner.environment());
        Path program = presence.program();
        if (program == null) {
            return never(End.ABSENT, presence.missing());
        }
        for (Path target : line.targets()) {
            if (!Files.exists(target)) {
                return never(End.NOT_STARTED, RunReason.FILE_ABSENT.of(target.toString()));
            }
        }
        List<String> command = new ArrayList<>(line.arguments());
        command.set(0, program.toString());
        long bytes = command.stream().mapToLong(each -> each.length() + 1L).sum();
        if (bytes > MOST_ARGUMENT_BYTES) {
            return never(
                    End.NOT_STARTED,
                    RunReason.COMMAND_LINE_TOO_LONG.of(on.files().size(), bytes, MOST_ARGUMENT_BYTES, "${files.list}"));
        }
        Files.createDirectory(folder);
        Files.createDirectory(folder.resolve("report"));
        Files.write(on.filesList(), on.files().stream().map(file -> "./" + file).toList(), StandardCharsets.UTF_8);
        return run(command, MinimalEnvironment.of(runner.environment(), line.environment()));
    }

    private ToolExecution run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        BoundedCapture out = new BoundedCapture(runner.limits().logBytes());
        BoundedCapture err = new BoundedCapture(runner.limits().logBytes());
        Instant started = runner.clock().instant();
        listener.started(tool.id(), started);
        CompletableFuture<String> version = askVersion(environment);
        End end;
        int exitCode = 0;
        Phrase detail = null;
        try {
            ToolProcess process = live.start(() -> ToolProcess.start(
                    command,
                    on.directory(),
                    environment,
                    outlet(ScanTool.Stream.STDOUT, out),
                    outlet(ScanTool.Stream.STDERR, err)));
            boolean inTime = process.await(tool.timeout());
            live.ended(process);
            end = process.stopped() ? End.INTERRUPTED : inTime ? End.EXITED : End.TIMED_OUT;
            exitCode = inTime ? process.exitCode() : 0;
            detail = process.lostOutput() == null ? null : RunReason.SYSTEM_ERROR.of(process.lostOutput());
        } catch (IOException e) {
            end = End.NOT_STARTED;
            detail = RunReason.SYSTEM_ERROR.of(String.valueOf(e.getMessage()));
        }
        Instant finished = runner.clock().instant();
        Path log = ScanLog.write(folder.resolve("log.txt"), command, out, err);
        Path report =
                detail == null && Files.isRegularFile(on.report(), LinkOption.NOFOLLOW_LINKS) ? on.report() : null;
        return new ToolExecution(tool.id(), end, exitCode, started, finished, result(version), report, log, detail);
    }

    private Outlet outlet(ScanTool.Stream stream, BoundedCapture log) {
        return tool.report().stream() == stream
                ? new Outlet.File(on.report(), runner.limits().reportBytes())
                : new Outlet.Log(log);
    }

    private CompletableFuture<String> askVersion(Map<String, String> environment) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread asking = new Thread(
                () -> {
                    try {
                        answer.complete(new VersionQuery(live, on, runner.environment()).ask(tool, environment));
                    } catch (InterruptedException e) {
                        answer.complete(null);
                    } catch (RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                },
                "version of " + tool.id());
        asking.setDaemon(true);
        asking.start();
        return answer;
    }

    @CheckForNull
    private static String result(CompletableFuture<String> version) throws InterruptedException {
        try {
            return version.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private ToolExecution never(End end, @CheckForNull Phrase detail) {
        Instant now = runner.clock().instant();
        return new ToolExecution(tool.id(), end, 0, now, now, null, null, null, detail);
    }
}
