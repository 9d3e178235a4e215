package io.jenkins.plugins.compliance.engine.io;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads text in UTF-8 line by line under {@link Limits}. What is not valid UTF-8 becomes U+FFFD. */
public final class TextLines implements Closeable {
    private final BufferedReader reader;
    private final Limits limits;
    private int number;

    /**
     * @param in the text from its first byte, at most {@link Limits#reportBytes} of it
     * @param limits bounds to hold
     */
    public TextLines(InputStream in, Limits limits) {
        this.reader = new BufferedReader(new InputStreamReader(
                new BoundedInputStream(in, "reportBytes", limits.reportBytes()), StandardCharsets.UTF_8));
        this.limits = limits;
    }

    /**
     * The next line without its end; null after the last.
     *
     * @throws LimitExceededException when the line is longer than {@link Limits#textLength}
     */
    public @CheckForNull String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (line.length() >= limits.textLength()) {
                throw new LimitExceededException("textLength", limits.textLength());
            }
            line.append((char) c);
            c = reader.read();
        }
        number++;
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    /** Number of the line that was read last, from 1. */
    public int number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
