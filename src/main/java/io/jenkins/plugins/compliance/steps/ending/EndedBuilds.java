package io.jenkins.plugins.compliance.steps.ending;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TopLevelItem;
import hudson.model.listeners.RunListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sees every build end and has it judged, a few at a time and on no thread that a build needs. A controller that stops before that
 * judges those builds no more; the ledger still tells what they gave.
 */
@Extension
public final class EndedBuilds extends RunListener<Run<?, ?>> {
    private static final Logger LOGGER = Logger.getLogger(EndedBuilds.class.getName());
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 10_000;
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            new NamingThreadFactory(new DaemonThreadFactory(), "compliance of ended builds"));

    /** Lets its threads end when there is nothing to do. */
    public EndedBuilds() {
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void onFinalized(@NonNull Run<?, ?> run) {
        if (run.getParent() instanceof TopLevelItem) {
            try {
                threads.execute(() -> end(run));
            } catch (RejectedExecutionException e) {
                LOGGER.log(Level.WARNING, e, () -> run + " is not judged: too many builds wait for it");
            }
        }
    }

    private static void end(Run<?, ?> run) {
        try (ACLContext system = ACL.as2(ACL.SYSTEM2)) {
            if (run.getRootDir().isDirectory()) {
                new EndOfBuild(run).end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOGGER.log(Level.WARNING, e, () -> run + " could not be judged at its end");
        }
    }

    /** Whether no build waits for its verdict. */
    boolean isIdle() {
        return threads.getActiveCount() == 0 && threads.getQueue().isEmpty();
    }
}
