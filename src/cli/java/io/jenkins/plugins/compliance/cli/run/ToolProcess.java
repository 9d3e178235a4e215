package io.jenkins.plugins.compliance.cli.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One process of a scan tool, from its start to the end of everything that it started. */
final class ToolProcess {
    private static final long DRAIN_MILLIS = 10_000;

    private final Process process;
    private final ProcessTree tree;
    private final List<OutputPump> pumps;
    private volatile boolean killed;

    private ToolProcess(Process process, ProcessTree tree, List<OutputPump> pumps) {
        this.process = process;
        this.tree = tree;
        this.pumps = pumps;
    }

    /**
     * Starts a process; its standard input is empty.
     *
     * @param arguments program and arguments
     * @param directory working directory
     * @param environment all of its environment variables
     * @param out takes its standard output; closed at the end
     * @param err takes its standard error; closed at the end
     * @throws IOException when it can't be started
     */
    static ToolProcess start(
            List<String> arguments, Path directory, Map<String, String> environment, OutputStream out, OutputStream err)
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
        Process process = builder.start();
        ProcessTree tree = new ProcessTree(process, mark, launcher != null);
        process.getOutputStream().close();
        return new ToolProcess(
                process,
                tree,
                List.of(new OutputPump(process.getInputStream(), out), new OutputPump(process.getErrorStream(), err)));
    }

    /**
     * Waits for its end, then ends what it left behind. Kills it when it takes too long or the wait is interrupted.
     *
     * @param timeout how long it may take
     * @return whether it ended by itself in time
     */
    boolean await(Duration timeout) throws InterruptedException {
        try {
            boolean inTime = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime) {
                kill();
            }
            tree.killLeftovers();
            for (OutputPump pump : pumps) {
                pump.await(DRAIN_MILLIS);
            }
            return inTime && !killed;
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
    }

    /** Its exit code; only after its end. */
    int exitCode() {
        return process.exitValue();
    }

    /** Ends it and everything that it started. */
    void kill() {
        killed = true;
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
}
