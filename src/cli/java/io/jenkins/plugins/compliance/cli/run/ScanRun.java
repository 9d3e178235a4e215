package io.jenkins.plugins.compliance.cli.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.scan.Host;
import io.jenkins.plugins.compliance.engine.scan.Launch;
import io.jenkins.plugins.compliance.engine.scan.LaunchSite;
import io.jenkins.plugins.compliance.engine.scan.LaunchTemplate;
import io.jenkins.plugins.compliance.engine.scan.RunFolder;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan.PlannedScan;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution.End;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One run of one tool, from looking for its program to what it left behind. */
final class ScanRun implements Callable<ToolExecution> {
    private final LocalRunner runner;
    private final ScanTool tool;
    private final LaunchSite site;
    private final LiveProcesses live;
    private final RunListener listener;

    ScanRun(
            LocalRunner runner,
            PlannedScan scan,
            Path directory,
            RunFolder folder,
            LiveProcesses live,
            RunListener listener) {
        this.runner = runner;
        this.tool = scan.tool();
        this.site = LaunchSite.of(Host.here(runner.environment()), directory, folder, scan.files());
        this.live = live;
        this.listener = listener;
    }

    @Override
    public ToolExecution call() throws IOException, InterruptedException {
        ToolExecution execution = execute();
        listener.finished(execution);
        return execution;
    }

    private ToolExecution execute() throws IOException, InterruptedException {
        Launch launch = Launch.of(LaunchTemplate.of(tool), site);
        if (launch instanceof Launch.Refused refused) {
            return never(refused);
        }
        site.folder().create(site.files());
        return run((Launch.Ready) launch);
    }

    private ToolExecution run(Launch.Ready launch) throws IOException, InterruptedException {
        BoundedCapture out = new BoundedCapture(runner.limits().logBytes());
        BoundedCapture err = new BoundedCapture(runner.limits().logBytes());
        Instant started = runner.clock().instant();
        listener.started(tool.id(), started);
        CompletableFuture<String> version = askVersion(launch);
        End end;
        int exitCode = 0;
        Phrase detail = null;
        try {
            ToolProcess process = live.start(() -> ToolProcess.start(
                    launch.command(),
                    launch.directory(),
                    launch.environment(),
                    outlet(launch, ScanTool.Stream.STDOUT, out),
                    outlet(launch, ScanTool.Stream.STDERR, err)));
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
        Path log = ScanLog.write(site.folder().path().resolve("log.txt"), launch.command(), out, err);
        Path report = detail == null && Files.isRegularFile(launch.report(), LinkOption.NOFOLLOW_LINKS)
                ? launch.report()
                : null;
        return new ToolExecution(tool.id(), end, exitCode, started, finished, result(version), report, log, detail);
    }

    private Outlet outlet(Launch.Ready launch, ScanTool.Stream stream, BoundedCapture log) {
        return launch.stream() == stream
                ? new Outlet.File(launch.report(), runner.limits().reportBytes())
                : new Outlet.Log(log);
    }

    private CompletableFuture<String> askVersion(Launch.Ready launch) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread asking = new Thread(
                () -> {
                    try {
                        answer.complete(new VersionQuery(live, launch).ask(tool.version()));
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

    private ToolExecution never(Launch.Refused refused) {
        Instant now = runner.clock().instant();
        return new ToolExecution(tool.id(), refused.end(), 0, now, now, null, null, null, refused.why());
    }
}
