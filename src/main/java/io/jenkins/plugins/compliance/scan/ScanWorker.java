package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Computer;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.FilePathUtils;

/**
 * Drives a scan in the background. While the agent is away it waits; what fails though the agent is there is tried again a few
 * times.
 */
final class ScanWorker {
    private static final Logger LOGGER = Logger.getLogger(ScanWorker.class.getName());

    /** How often a step may fail in a row while the agent is there. */
    private static final int ATTEMPTS = 4;

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

    /** So long an agent that was removed may take to come back. */
    private static final Duration REMOVED = Duration.ofMinutes(5);

    private final Host host;
    private final Object turn = new Object();

    private volatile boolean over;
    private boolean told;
    private volatile String status = "begins";

    @CheckForNull
    private volatile Future<?> task;

    @CheckForNull
    private Scan scan;

    @CheckForNull
    private Instant awaySince;

    private int failures;

    ScanWorker(Host host) {
        this.host = host;
    }

    /** Whose scan it is. */
    interface Host {
        /** Name of the node. */
        String node();

        /** Absolute path of the workspace on it. */
        String workspace();

        /** The scan, with the state that it has. */
        Scan open() throws IOException, InterruptedException;

        ScanLog log() throws IOException, InterruptedException;

        void succeed(boolean complete);

        void fail(Throwable cause);
    }

    void begin() {
        submit();
    }

    String status() {
        return status;
    }

    /** Ends it: nothing of it runs any more when the host hears of the failure. */
    void stop(Throwable cause) {
        over = true;
        Future<?> running = task;
        if (running != null) {
            running.cancel(true);
        }
        Computer.threadPoolForRemoting.submit(() -> end(cause));
    }

    private void schedule(Duration wait) {
        Timer.get().schedule(this::submit, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void submit() {
        task = Computer.threadPoolForRemoting.submit(this::step);
    }

    private void step() {
        synchronized (turn) {
            if (over) {
                return;
            }
            try {
                FilePath workspace = FilePathUtils.find(host.node(), host.workspace());
                if (workspace == null) {
                    away();
                    return;
                }
                Optional<Duration> wait = scan().advance(workspace);
                succeeded();
                if (wait.isPresent()) {
                    status = "looks again in " + wait.get().toMillis() + " ms";
                    schedule(wait.get());
                } else {
                    over = true;
                    told = true;
                    close();
                    host.succeed(scan().complete());
                }
            } catch (InterruptedException e) {
                interrupted(e);
            } catch (AbortException e) {
                end(e);
            } catch (IOException | RuntimeException e) {
                failed(e);
            }
        }
    }

    private void interrupted(InterruptedException e) {
        // Whoever interrupted it to stop it ends it; a remote call that was interrupted by itself is a failure.
        if (!over) {
            failed(e);
        }
    }

    private void succeeded() throws IOException, InterruptedException {
        failures = 0;
        if (awaySince != null) {
            awaySince = null;
            host.log().back(host.node());
        }
    }

    private void failed(Exception e) {
        LOGGER.log(Level.FINE, e, () -> "a step of a scan on " + host.node() + " failed");
        if (over) {
            return;
        }
        try {
            if (!isThere()) {
                away();
                return;
            }
        } catch (InterruptedException | IOException failure) {
            e.addSuppressed(failure);
        }
        failures++;
        status = "failed " + failures + " times: " + e;
        if (failures < ATTEMPTS) {
            schedule(RETRY.multipliedBy(failures));
        } else {
            end(e);
        }
    }

    private boolean isThere() {
        Computer computer = Jenkins.get().getComputer(host.node());
        return computer != null && computer.getChannel() != null && computer.isOnline();
    }

    private void away() throws IOException, InterruptedException {
        Instant since = awaySince;
        if (since == null) {
            since = ControllerClock.now();
            awaySince = since;
            host.log().away(host.node());
        }
        Duration gone = Duration.between(since, ControllerClock.now());
        status = "waits for " + host.node() + " since " + since;
        boolean removed = !host.node().isEmpty() && Jenkins.get().getNode(host.node()) == null;
        if (removed && gone.compareTo(REMOVED) > 0) {
            end(new AbortException(Messages.ScanWorker_removed(host.node())));
            return;
        }
        Duration wait = RETRY.plus(gone.dividedBy(10));
        schedule(wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait);
    }

    private void end(Throwable cause) {
        over = true;
        synchronized (turn) {
            if (told) {
                return;
            }
            told = true;
            // The interruption was for the step that it cut short.
            Thread.interrupted();
            try {
                FilePath workspace = FilePathUtils.find(host.node(), host.workspace());
                ScanLog log = host.log();
                if (workspace == null) {
                    log.notKilled(Messages.ScanWorker_offline(host.node()));
                } else {
                    log.killing();
                    scan().kill(workspace);
                }
            } catch (IOException | InterruptedException | RuntimeException e) {
                cause.addSuppressed(e);
            }
            try {
                close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
            host.fail(cause);
        }
    }

    private Scan scan() throws IOException, InterruptedException {
        Scan open = scan;
        if (open == null) {
            open = host.open();
            scan = open;
        }
        return open;
    }

    private void close() throws IOException {
        Scan open = scan;
        if (open != null) {
            open.close();
        }
    }
}
