package io.jenkins.plugins.compliance.engine.io.json;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Short strings that were met, so that one that occurs again is not decoded again: names of members, of which formats have few and
 * reports repeat them thousands of times, and ids. Bounded in number and length: names that are data only cost their own
 * decoding. Names that are compared with constants are interned, for {@code switch} compares the same string fastest.
 */
final class JsonNames {
    /** Longer names are not kept. */
    static final int LONGEST = 56;

    private static final int SLOTS = 1024;
    private static final int MOST = SLOTS / 2;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private final Entry[] entries = new Entry[SLOTS];
    private Entry previous = new Entry(new byte[0], "");
    private final boolean interned;
    private int size;

    /**
     * @param interned whether the names are compared with constants
     */
    JsonNames(boolean interned) {
        this.interned = interned;
    }

    /**
     * Looks for a name. The buffer goes on for at least {@link #LONGEST} bytes and eight, or ends with zeros.
     *
     * @param from index after the quote before the name
     * @return index of the quote after the name, which is {@link #found}; {@link Integer#MAX_VALUE} when the name must be decoded
     *     otherwise
     */
    int find(byte[] buffer, int from) {
        Entry expected = previous.next;
        if (expected != null && expected.isAt(buffer, from)) {
            previous = expected;
            return from + expected.length;
        }
        int to = from;
        long hash = 0;
        long word = JsonWords.at(buffer, to);
        long specials = JsonWords.specials(word);
        while (specials == 0) {
            hash = (hash ^ word) * FACTOR;
            to += JsonWords.BYTES;
            if (to - from > LONGEST) {
                return Integer.MAX_VALUE;
            }
            word = JsonWords.at(buffer, to);
            specials = JsonWords.specials(word);
        }
        int bits = Long.numberOfTrailingZeros(specials) - 7;
        to += bits >>> 3;
        if (buffer[to] != '"' || to - from > LONGEST) {
            return Integer.MAX_VALUE;
        }
        hash = (hash ^ (word & ((1L << bits) - 1)) ^ (to - from)) * FACTOR;
        return lookUp((int) (hash >>> 48), buffer, from, to) ? to : Integer.MAX_VALUE;
    }

    /** The name that was found last. */
    String found() {
        return previous.text;
    }

    private boolean lookUp(int hash, byte[] buffer, int from, int to) {
        int slot = hash & SLOTS - 1;
        Entry entry = entries[slot];
        while (entry != null && !(entry.length == to - from && entry.isAt(buffer, from))) {
            slot = slot + 1 & SLOTS - 1;
            entry = entries[slot];
        }
        if (entry == null) {
            if (size >= MOST) {
                return false;
            }
            size++;
            String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
            entry = new Entry(Arrays.copyOfRange(buffer, from, to + 1), interned ? text.intern() : text);
            entries[slot] = entry;
        }
        // Objects of one kind mostly have their members in one order.
        previous.next = entry;
        previous = entry;
        return true;
    }

    /** A string and the one that came after it last time. */
    private static final class Entry {
        private final String text;
        private final int length;
        private final byte[] quoted;
        private final long first;
        private final long mask;
        private @CheckForNull Entry next;

        /**
         * @param quoted its bytes and the quote after them
         */
        Entry(byte[] quoted, String text) {
            this.text = text;
            this.quoted = quoted;
            this.length = quoted.length - 1;
            this.first = JsonWords.at(Arrays.copyOf(quoted, Math.max(JsonWords.BYTES, quoted.length)), 0);
            this.mask = quoted.length >= JsonWords.BYTES ? -1L : (1L << 8 * quoted.length) - 1;
        }

        boolean isAt(byte[] buffer, int from) {
            return ((JsonWords.at(buffer, from) ^ first) & mask) == 0
                    && (quoted.length <= JsonWords.BYTES
                            || Arrays.equals(quoted, 0, quoted.length, buffer, from, from + quoted.length));
        }
    }
}
