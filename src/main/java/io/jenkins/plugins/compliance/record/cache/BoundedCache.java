package io.jenkins.plugins.compliance.record.cache;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Keeps what was used last, at most so much of it. Safe for several threads, and nothing is made while others wait: two who ask for the same at
 * the same moment may both make it.
 *
 * @param <K> by what it is found again
 * @param <V> what is kept
 */
@Restricted(NoExternalUse.class)
public final class BoundedCache<K, V> {
    private final Map<K, V> kept;

    /** @param most how much is kept; what was not used for the longest time goes first */
    public BoundedCache(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is kept; null when it is not. */
    @CheckForNull
    public V get(K key) {
        synchronized (kept) {
            return kept.get(key);
        }
    }

    /** Keeps something, in the place of what was kept for the same key. */
    public void put(K key, V value) {
        synchronized (kept) {
            kept.put(key, value);
        }
    }

    /** Keeps nothing for a key. */
    public void remove(K key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }
}
