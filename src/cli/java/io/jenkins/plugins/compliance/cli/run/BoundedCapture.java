package io.jenkins.plugins.compliance.cli.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the head and the tail of an output and says how much between them it left out. */
final class BoundedCapture extends OutputStream {
    private final int headLimit;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final byte[] tail;
    private long total;

    /**
     * @param limit most bytes that are kept
     */
    BoundedCapture(int limit) {
        headLimit = limit / 2;
        tail = new byte[limit - headLimit];
    }

    @Override
    public synchronized void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int toHead = (int) Math.min(length, Math.max(0, headLimit - total));
        head.write(bytes, offset, toHead);
        for (int i = toHead; i < length; i++) {
            tail[(int) ((total + i - headLimit) % tail.length)] = bytes[offset + i];
        }
        total += length;
    }

    /** Bytes that came in. */
    synchronized long total() {
        return total;
    }

    /** Writes what was kept. */
    synchronized void writeTo(OutputStream out) throws IOException {
        head.writeTo(out);
        long behind = Math.max(0, total - headLimit);
        if (behind <= tail.length) {
            out.write(tail, 0, (int) behind);
            return;
        }
        out.write(("\n[... " + (behind - tail.length) + " bytes left out ...]\n").getBytes(StandardCharsets.UTF_8));
        int start = (int) (behind % tail.length);
        out.write(tail, start, tail.length - start);
        out.write(tail, 0, start);
    }

    /** What was kept, as text. */
    synchronized String text() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            writeTo(all);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to take bytes", e);
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
