package io.jenkins.plugins.compliance.cli.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One process of a scan tool, from its start to the end of everything that it started. */
final class ToolProcess {
    private static final long DRAIN_MILLIS = 10_000;
    private static final long LOOK_MILLIS = 250;

    private final Process process;
    private final ProcessTree tree;
    private final List<OutputPump> pumps;
    private final List<Outlet.File> files;
    private volatile boolean stopped;

    private ToolProcess(Process process, ProcessTree tree, List<OutputPump> pumps, List<Outlet.File> files) {
        this.process = process;
        this.tree = tree;
        this.pumps = pumps;
        this.files = files;
    }

    /**
     * Starts a process; its standard input is empty.
     *
     * @param arguments program and arguments
     * @param directory working directory
     * @param environment all of its environment variables
     * @param out where its standard output goes
     * @param err where its standard error goes
     * @throws IOException when it can't be started
     */
    static ToolProcess start(
            List<String> arguments, Path directory, Map<String, String> environment, Outlet out, Outlet err)
            throws IOException {
        String mark = UUID.randomUUID().toString();
        Path launcher = ProcessTree.groupLauncher();
        List<String> command = new ArrayList<>();
        if (launcher != null) {
            command.add(launcher.toString());
        }
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put(ProcessTree.MARK, mark);
        List<Outlet.File> files = new ArrayList<>();
        if (out instanceof Outlet.File file) {
            builder.redirectOutput(file.file().toFile());
            files.add(file);
        }
        if (err instanceof Outlet.File file) {
            builder.redirectError(file.file().toFile());
            files.add(file);
        }
        Process process = builder.start();
        List<OutputPump> pumps = new ArrayList<>();
        if (out instanceof Outlet.Log log) {
            pumps.add(new OutputPump(process.getInputStream(), log.capture()));
        }
        if (err instanceof Outlet.Log log) {
            pumps.add(new OutputPump(process.getErrorStream(), log.capture()));
        }
        process.getOutputStream().close();
        return new ToolProcess(process, new ProcessTree(process, mark, launcher != null), pumps, files);
    }

    /**
     * Waits for its end, then ends what it left behind. Ends it when it takes too long, writes too much, or the wait is
     * interrupted.
     *
     * @param timeout how long it may take
     * @return whether it was in time
     */
    boolean await(Duration timeout) throws InterruptedException, IOException {
        try {
            boolean inTime = waitFor(timeout);
            tree.killLeftovers();
            for (OutputPump pump : pumps) {
                pump.await(DRAIN_MILLIS);
            }
            for (Outlet.File file : files) {
                cut(file);
            }
            return inTime;
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
    }

    /** Its exit code; only after its end. */
    int exitCode() {
        return process.exitValue();
    }

    /** Whether somebody ended it from outside. */
    boolean stopped() {
        return stopped;
    }

    /** Ends it and everything that it started. */
    void kill() {
        stopped = true;
        tree.kill();
    }

    /** Why a part of its output was lost; null when none was. */
    @CheckForNull
    String lostOutput() {
        for (OutputPump pump : pumps) {
            String lost = pump.lost();
            if (lost != null) {
                return "its output could not be kept: " + lost;
            }
        }
        return null;
    }

    private boolean waitFor(Duration timeout) throws InterruptedException, IOException {
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                tree.kill();
                return false;
            }
            if (process.waitFor(Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)), TimeUnit.NANOSECONDS)) {
                return true;
            }
            for (Outlet.File file : files) {
                if (Files.size(file.file()) > file.limit()) {
                    tree.kill();
                    return true;
                }
            }
        }
    }

    private static void cut(Outlet.File file) throws IOException {
        if (Files.size(file.file()) > file.limit()) {
            try (FileChannel channel = FileChannel.open(file.file(), StandardOpenOption.WRITE)) {
                channel.truncate(file.limit() + 1);
            }
        }
    }
}
