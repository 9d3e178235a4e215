package io.jenkins.plugins.compliance.engine.io;

import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes of a stream and raises {@link LimitExceededException} as soon as there are more than a limit allows. */
public final class BoundedInputStream extends InputStream {
    private final InputStream in;
    private final String limit;
    private final long bound;
    private long count;

    /**
     * @param in the stream; closed with this one
     * @param limit name of the component of {@link Limits}
     * @param bound its value in bytes
     */
    public BoundedInputStream(InputStream in, String limit, long bound) {
        this.in = in;
        this.limit = limit;
        this.bound = bound;
    }

    /** How many bytes were read. */
    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            add(1);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            add(read);
        }
        return read;
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void add(int read) throws LimitExceededException {
        count += read;
        if (count > bound) {
            throw new LimitExceededException(limit, bound);
        }
    }
}
