package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Steps through the lines of a ledger without copying them. The line before the current one stays where it is, too, until the
 * next step.
 */
final class LedgerLines {
    private static final int INITIAL_BYTES = 1 << 18;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final InputStream in;
    private final Limits limits;
    private byte[] buffer = new byte[INITIAL_BYTES];
    private int filled;
    private int previousStart;
    private int start;
    private int end;
    private int next;
    private long bytes;

    LedgerLines(InputStream in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    /**
     * Steps to the next line that ends with a line feed.
     *
     * @return whether there is one; without one, {@link #remainder} says how much follows the last line feed
     * @throws LimitExceededException when a line is longer than an envelope may be
     */
    boolean next() throws IOException {
        previousStart = start;
        start = next;
        int searched = start;
        while (true) {
            int at = lineFeed(buffer, searched, filled);
            if ((at >= 0 ? at : filled) - start > limits.envelopeBytes()) {
                throw new LimitExceededException("envelopeBytes", limits.envelopeBytes());
            }
            if (at >= 0) {
                end = at;
                next = at + 1;
                bytes += next - start;
                return true;
            }
            searched = filled;
            if (filled == buffer.length) {
                searched -= makeRoom();
            }
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                end = filled;
                return false;
            }
            filled += read;
        }
    }

    /** Bytes after the last line feed; known when {@link #next} said that there is no further line. */
    int remainder() {
        return end - start;
    }

    /** Bytes of the lines so far, line feeds included. */
    long bytes() {
        return bytes;
    }

    /** The array that the lines stand in; another one after each step, maybe. */
    byte[] buffer() {
        return buffer;
    }

    /** Where the line before the current one begins. */
    int previousStart() {
        return previousStart;
    }

    /** Where the current line begins. */
    int start() {
        return start;
    }

    /** Where the line feed of the current line stands. */
    int end() {
        return end;
    }

    /** By how many bytes everything moved down. */
    private int makeRoom() {
        int moved = previousStart;
        byte[] roomier = filled - previousStart > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
        System.arraycopy(buffer, previousStart, roomier, 0, filled - previousStart);
        buffer = roomier;
        filled -= moved;
        start -= moved;
        previousStart = 0;
        return moved;
    }

    /** Place of the first line feed, or -1. Eight bytes at a time: this runs over every byte of a ledger. */
    static int lineFeed(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long differences = (long) EIGHT_BYTES.get(bytes, at) ^ LINE_FEEDS;
            long zeros = (differences - ONES) & ~differences & HIGH_BITS;
            if (zeros != 0) {
                return at + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
