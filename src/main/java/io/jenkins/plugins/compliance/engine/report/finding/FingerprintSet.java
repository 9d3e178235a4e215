package io.jenkins.plugins.compliance.engine.report.finding;

/** A set of fingerprints in one array, with no object for each: open addressing over pairs of longs. */
public final class FingerprintSet {
    /** Hexadecimal digits of a fingerprint. */
    static final int DIGITS = 32;

    private static final int HALF = DIGITS / 2;

    private long[] pairs = new long[2 * 64];
    private int size;

    /** Whether a text is a fingerprint. */
    public static boolean isFingerprint(String text) {
        if (text.length() != DIGITS) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Adds a fingerprint. */
    public void add(String fingerprint) {
        if (3 * (size + 1) > pairs.length) {
            grow();
        }
        size += put(pairs, high(fingerprint), low(fingerprint)) ? 1 : 0;
    }

    /** The slot of a fingerprint, from 0 to {@link #slots()}; negative when it is not in the set. */
    public int slotOf(String fingerprint) {
        int slot = slot(pairs, high(fingerprint), low(fingerprint));
        return isFree(pairs, slot) ? -1 : slot;
    }

    /** The fingerprint in a slot; empty when the slot is free. */
    public String at(int slot) {
        return isFree(pairs, slot) ? "" : String.format("%016x%016x", pairs[2 * slot], pairs[2 * slot + 1]);
    }

    public int slots() {
        return pairs.length / 2;
    }

    public int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(pairs.length, 2)];
        for (int i = 0; i < pairs.length; i += 2) {
            if (!isFree(pairs, i / 2)) {
                put(larger, pairs[i], pairs[i + 1]);
            }
        }
        pairs = larger;
    }

    private static boolean put(long[] into, long high, long low) {
        int slot = slot(into, high, low);
        if (!isFree(into, slot)) {
            return false;
        }
        into[2 * slot] = high;
        into[2 * slot + 1] = low;
        return true;
    }

    private static int slot(long[] in, long high, long low) {
        int slots = in.length / 2;
        int slot = (int) (high >>> 33) & slots - 1;
        while (!isFree(in, slot) && (in[2 * slot] != high || in[2 * slot + 1] != low)) {
            slot = slot + 1 & slots - 1;
        }
        return slot;
    }

    private static boolean isFree(long[] in, int slot) {
        return in[2 * slot] == 0 && in[2 * slot + 1] == 0;
    }

    private static long high(String fingerprint) {
        return Long.parseUnsignedLong(fingerprint, 0, HALF, 16);
    }

    // The pair of zeros means a free slot.
    private static long low(String fingerprint) {
        long low = Long.parseUnsignedLong(fingerprint, HALF, DIGITS, 16);
        return low == 0 ? 1 : low;
    }
}
