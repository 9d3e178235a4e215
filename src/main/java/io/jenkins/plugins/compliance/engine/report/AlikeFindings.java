package io.jenkins.plugins.compliance.engine.report;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers findings that are alike, in memory that never grows: a table of sets of four, in which the least recently seen finding
 * of a set makes room for a new one.
 */
final class AlikeFindings {
    private static final int WAYS = 4;
    private static final int SETS = 8192;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final long[] keys = new long[SETS * WAYS];
    private final int[] counts = new int[SETS * WAYS];

    /** How many findings with this digest were seen before, as far as that is remembered. */
    int next(byte[] digest) {
        long key = (long) LONGS.get(digest, 0);
        int first = (int) (key >>> 51) * WAYS;
        int way = 0;
        while (way < WAYS - 1 && keys[first + way] != key) {
            way++;
        }
        int count = keys[first + way] == key ? counts[first + way] : 0;
        for (int i = first + way; i > first; i--) {
            keys[i] = keys[i - 1];
            counts[i] = counts[i - 1];
        }
        keys[first] = key;
        counts[first] = count + 1;
        return count;
    }
}
