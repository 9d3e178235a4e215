package io.jenkins.plugins.compliance.ending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.TopLevelItem;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.RunListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Sees every build end and has it judged, a few at a time and on no thread that a build needs. A controller that stops finishes what it
 * has begun; what waits is judged when it is there again. So is what was running when the controller was killed, and does not go on.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class EndedBuilds extends RunListener<Run<?, ?>> {
    private static final Logger LOGGER = Logger.getLogger(EndedBuilds.class.getName());
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 10_000;
    private static final int IDLE_SECONDS = 30;
    private static final int PATIENCE_SECONDS = 10;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            new NamingThreadFactory(new DaemonThreadFactory(), "compliance of ended builds"));

    /** Where it is remembered that a build runs. */
    private final Map<Run<?, ?>, Path> running = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    /** Lets its threads end when there is nothing to do. */
    public EndedBuilds() {
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void onStarted(Run<?, ?> run, TaskListener listener) {
        if (run.getParent() instanceof TopLevelItem) {
            remember(run, WaitingBuilds.add(run));
        }
    }

    private void remember(Run<?, ?> run, @CheckForNull Path remembered) {
        if (remembered != null) {
            running.put(run, remembered);
        }
    }

    @Override
    public void onDeleted(@NonNull Run<?, ?> run) {
        WaitingBuilds.remove(running.remove(run));
    }

    @Override
    public void onFinalized(@NonNull Run<?, ?> run) {
        if (run.getParent() instanceof TopLevelItem) {
            Path known = running.remove(run);
            Path remembered = known == null ? WaitingBuilds.add(run) : known;
            if (!execute(() -> end(run, remembered)) && !stopping) {
                LOGGER.log(Level.WARNING, "{0} is judged when the controller starts again: too many builds wait", run);
            }
        }
    }

    /** Judges what waited or ran when the controller stopped, once every job is there and pipelines go on. */
    @Extension
    public static final class Start extends ItemListener {
        @Override
        public void onLoaded() {
            goOn();
        }
    }

    private static void goOn() {
        EndedBuilds ended = ExtensionList.lookupSingleton(EndedBuilds.class);
        try {
            for (Path remembered : WaitingBuilds.all()) {
                ended.execute(() -> ended.end(remembered));
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "what waited when the controller stopped is not judged", e);
        }
    }

    /** Finishes what was begun: nothing is written any more when the controller has stopped. */
    @Terminator
    public static void finish() throws InterruptedException {
        for (EndedBuilds each : ExtensionList.lookup(EndedBuilds.class)) {
            each.stop();
        }
    }

    void stop() throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
            LOGGER.log(Level.INFO, "builds that have ended are judged when the controller starts again");
        }
    }

    /**
     * Has something done on one of its threads, unless the controller stops before that.
     *
     * @return whether it is going to be done
     */
    boolean execute(Runnable what) {
        try {
            threads.execute(() -> {
                if (!stopping) {
                    try (ACLContext system = ACL.as2(ACL.SYSTEM2)) {
                        what.run();
                    }
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "nothing more is taken", e);
            return false;
        }
    }

    private void end(Path remembered) {
        try {
            Run<?, ?> run = WaitingBuilds.read(remembered);
            if (run == null) {
                WaitingBuilds.remove(remembered);
            } else if (!goesOn(run, remembered)) {
                end(run, remembered);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "the build that " + remembered + " names can't be judged");
        }
    }

    /** Whether a build has outlived the controller, and will say itself when it ends. */
    private boolean goesOn(Run<?, ?> run, Path remembered) {
        if (!run.isLogUpdated()) {
            return false;
        }
        running.put(run, remembered);
        // It may have ended just before that.
        return run.isLogUpdated() || !running.remove(run, remembered);
    }

    private void end(Run<?, ?> run, @CheckForNull Path remembered) {
        try {
            if (run.getRootDir().isDirectory()) {
                new EndOfBuild(run).end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (Exception e) {
            LOGGER.log(Level.WARNING, e, () -> run + " could not be judged at its end");
        }
        WaitingBuilds.remove(remembered);
    }

    /** Whether no build waits for its verdict. */
    boolean isIdle() {
        return threads.getActiveCount() == 0 && threads.getQueue().isEmpty();
    }
}
