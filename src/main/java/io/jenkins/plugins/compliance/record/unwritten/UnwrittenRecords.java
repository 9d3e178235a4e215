package io.jenkins.plugins.compliance.record.unwritten;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Remembers what could not be written down, for administrators to be told, until the same is written for the same job. It is kept
 * in memory alone: on a disk that takes nothing it could not be kept otherwise.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class UnwrittenRecords {
    /** How many it remembers: of more jobs than that, those that failed last. */
    public static final int CAPACITY = 200;

    private record Key(String job, UnwrittenRecord.What what) {}

    private final Map<Key, UnwrittenRecord> records = new LinkedHashMap<>();

    /** What could not be written on this controller. */
    public static UnwrittenRecords get() {
        return ExtensionList.lookupSingleton(UnwrittenRecords.class);
    }

    /**
     * What writes something.
     *
     * @param <T> what comes of it
     * @param <X> what it throws beside {@link IOException}
     */
    @FunctionalInterface
    public interface Writing<T, X extends Exception> {
        T write() throws IOException, X;
    }

    /** Writes something of a build, and remembers whether that was possible. */
    public static <T, X extends Exception> T watch(Run<?, ?> run, UnwrittenRecord.What what, Writing<T, X> writing)
            throws IOException, X {
        return get().watched(run.getParent(), run.getNumber(), what, writing);
    }

    /** Writes something of a job, and remembers whether that was possible. */
    public static <T, X extends Exception> T watch(Job<?, ?> job, UnwrittenRecord.What what, Writing<T, X> writing)
            throws IOException, X {
        return get().watched(job, null, what, writing);
    }

    /** The same for what a build came to, in the index of its job. */
    public static void watchIndex(Job<?, ?> job, int build, Writing<Boolean, RuntimeException> writing)
            throws IOException {
        get().watched(job, build, UnwrittenRecord.What.INDEX, writing);
    }

    private <T, X extends Exception> T watched(
            Job<?, ?> job, @CheckForNull Integer build, UnwrittenRecord.What what, Writing<T, X> writing)
            throws IOException, X {
        T written;
        try {
            written = writing.write();
        } catch (IOException e) {
            if (!isSomebodysWill(e)) {
                List<Integer> builds = build == null ? List.of() : List.of(build);
                var now = ControllerClock.now();
                add(new UnwrittenRecord(job.getFullName(), what, builds, now, now, Unwritten.said(e)));
            }
            throw e;
        }
        remove(new Key(job.getFullName(), what));
        return written;
    }

    /** A build that is aborted, or given what it can't take, says nothing of what can be written. */
    private static boolean isSomebodysWill(IOException e) {
        return e instanceof AbortException
                || e instanceof InterruptedIOException
                || e instanceof ClosedByInterruptException;
    }

    private synchronized void add(UnwrittenRecord failed) {
        Key key = new Key(failed.job(), failed.what());
        UnwrittenRecord before = records.remove(key);
        records.put(key, before == null ? failed : before.again(failed));
        if (records.size() > CAPACITY) {
            records.remove(records.keySet().iterator().next());
        }
    }

    private synchronized void remove(Key key) {
        records.remove(key);
    }

    /** What could not be written and was not written since; that which fails for the longest time first. */
    public synchronized List<UnwrittenRecord> all() {
        List<UnwrittenRecord> all = new ArrayList<>(records.values());
        all.sort(Comparator.comparing(UnwrittenRecord::since));
        return all;
    }

    /** Whether all that was to be written was, as far as is known. */
    public synchronized boolean isEmpty() {
        return records.isEmpty();
    }

    /** Forgets all of it: somebody has seen it. What fails from now on is remembered. */
    public synchronized void forget() {
        records.clear();
    }

    private synchronized void rename(String from, @CheckForNull String to) {
        for (UnwrittenRecord.What what : UnwrittenRecord.What.values()) {
            UnwrittenRecord known = records.remove(new Key(from, what));
            if (known != null && to != null) {
                records.put(new Key(to, what), known.of(to));
            }
        }
    }

    /** Follows jobs to their new names, and forgets those that are gone. */
    @Extension
    public static final class Jobs extends ItemListener {
        @Override
        public void onLocationChanged(@NonNull Item item, @NonNull String from, @NonNull String to) {
            get().rename(from, to);
        }

        @Override
        public void onDeleted(@NonNull Item item) {
            get().rename(item.getFullName(), null);
        }
    }
}
