package io.jenkins.plugins.compliance.engine.report.finding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers findings that are alike, in memory that never grows: a table of sets of four, in which the least recently seen finding
 * of a set makes room for a new one. An entry is one word, digest above and count below, so that a look-up touches one line of
 * the processor's cache.
 */
final class AlikeFindings {
    private static final int WAYS = 4;
    private static final int SET_BITS = 12;
    private static final long COUNT = (1L << 20) - 1;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final long[] entries = new long[WAYS << SET_BITS];

    /** How many findings with this digest were seen before, as far as that is remembered. */
    int next(byte[] digest) {
        long key = (long) LONGS.get(digest, 0) & ~COUNT;
        int first = (int) (key >>> (Long.SIZE - SET_BITS)) * WAYS;
        int way = 0;
        while (way < WAYS - 1 && (entries[first + way] & ~COUNT) != key) {
            way++;
        }
        long found = entries[first + way];
        long count = (found & ~COUNT) == key ? found & COUNT : 0;
        for (int i = first + way; i > first; i--) {
            entries[i] = entries[i - 1];
        }
        entries[first] = key | Math.min(count + 1, COUNT);
        return (int) count;
    }
}
