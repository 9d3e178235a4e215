package io.jenkins.plugins.compliance.cli.run;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.scan.RunFolder;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan.PlannedScan;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs planned tools on this machine, several at a time. When it is interrupted, or the program is stopped while it runs, it ends
 * every process that it started and everything those started, and returns nothing: half a scan is no evidence.
 *
 * @param parallel how many tools run at a time, at least 1
 * @param limits bounds on reports and logs
 * @param clock tells the time
 * @param environment environment of the caller
 */
public record LocalRunner(int parallel, Limits limits, InstantSource clock, Map<String, String> environment) {

    /** Takes a copy of the environment. */
    public LocalRunner {
        environment = Map.copyOf(environment);
        if (parallel < 1) {
            throw new IllegalArgumentException("at least one tool must run at a time, not " + parallel);
        }
    }

    /**
     * Runs tools to their end.
     *
     * @param scans what to run
     * @param directory the directory to scan
     * @param work a directory for reports and logs; each tool gets a new directory of its id in it
     * @param listener is told how it goes on
     * @return what was observed, in the order of the scans
     * @throws InterruptedException when it was interrupted; nothing runs any more
     * @throws IOException when the work directory can't be written
     */
    public List<ToolExecution> run(List<PlannedScan> scans, Path directory, Path work, RunListener listener)
            throws IOException, InterruptedException {
        Path scanned = directory.toRealPath();
        Files.createDirectories(work);
        Path reports = work.toRealPath();
        listener.planned(scans.stream().map(scan -> scan.tool().id()).toList());
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(parallel, Math.max(1, scans.size())));
        LiveProcesses live = new LiveProcesses();
        Thread atExit = new Thread(live::killAll, "end scan tools");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            List<Future<ToolExecution>> futures = new ArrayList<>();
            for (PlannedScan scan : scans) {
                RunFolder folder = new RunFolder(reports.resolve(scan.tool().id()));
                ScanRun run = new ScanRun(this, scan, scanned, folder, live, listener);
                futures.add(threads.submit(run));
            }
            List<ToolExecution> executions = new ArrayList<>();
            for (Future<ToolExecution> future : futures) {
                executions.add(future.get());
            }
            if (live.stopped()) {
                throw new InterruptedException("the scan was stopped");
            }
            return executions;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            live.killAll();
            threads.shutdownNow();
            forget(atExit);
        }
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook with it.
            return;
        }
    }
}
