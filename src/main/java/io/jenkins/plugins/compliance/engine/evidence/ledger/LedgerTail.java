package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a ledger: the entry that the head names, those after it, and an unfinished one.
 *
 * @param lines the lines, the first one being that of the head where there is a head
 * @param finished bytes of the ledger up to the last line feed
 * @param unfinished bytes after it
 */
record LedgerTail(List<byte[]> lines, long finished, long unfinished) {
    private static final int STEP_BYTES = 1 << 16;
    /** So many entries an interrupted append, or a copy made during some, can leave after the head at most. */
    private static final int MOST_LINES = 100;

    LedgerTail {
        lines = List.copyOf(lines);
    }

    /**
     * Reads backwards from the end until it comes to a line of the digest.
     *
     * @param digest digest of the entry that the head names; empty to take all lines
     * @return the end; without lines when that entry was not found within reach
     */
    static LedgerTail read(LedgerDisk disk, String digest, Limits limits) throws IOException {
        long length = disk.length();
        long most = Math.min(length, 4L * limits.envelopeBytes());
        long size = Math.min(length, STEP_BYTES);
        while (true) {
            byte[] bytes = disk.read(length - size, (int) size);
            LedgerTail tail = of(bytes, size == length, digest, length);
            if (!tail.lines().isEmpty() || size == most) {
                return tail;
            }
            size = Math.min(most, size * 4);
        }
    }

    private static LedgerTail of(byte[] bytes, boolean whole, String digest, long length) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        long unfinished = bytes.length - end;
        List<byte[]> lines = new ArrayList<>();
        int lineEnd = end - 1;
        while (lineEnd >= 0 && lines.size() < MOST_LINES) {
            int start = lineEnd;
            while (start > 0 && bytes[start - 1] != '\n') {
                start--;
            }
            if (start == 0 && !whole) {
                break;
            }
            byte[] line = java.util.Arrays.copyOfRange(bytes, start, lineEnd);
            lines.add(0, line);
            if (Sha256.hex(line).equals(digest)) {
                return new LedgerTail(lines, length - unfinished, unfinished);
            }
            lineEnd = start - 1;
        }
        boolean all = digest.isEmpty() && whole;
        return new LedgerTail(all ? lines : List.of(), length - unfinished, unfinished);
    }
}
