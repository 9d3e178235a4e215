package io.jenkins.plugins.compliance.engine.io.json;

import io.jenkins.plugins.compliance.engine.io.BoundedInputStream;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Opens JSON (RFC 8259) for streaming, under {@link Limits}.
 *
 * <p>The encoding is found from the first bytes: UTF-8, UTF-16 or UTF-32, with or without a byte order mark. A member name that
 * occurs twice in one object is not an error: members are handed on as they come, and a reader that keeps one value keeps the
 * later one, which is what most parsers do (RFC 8259, section 4).
 */
public final class JsonInput {
    /** Longest member name. Some formats use paths as names, none anything longer. */
    static final int NAME_LENGTH = 4096;

    private JsonInput() {}

    /**
     * Opens a stream of at most {@link Limits#reportBytes()}.
     *
     * @param in the JSON from its first byte; the caller closes it
     * @param name name of the file as people know it, for messages
     * @param limits bounds to hold
     * @return a cursor that stands at the root value
     * @throws MalformedInputException when there is no root value
     * @throws LimitExceededException when a bound is exceeded; so do all methods of the cursor
     */
    public static JsonCursor open(InputStream in, String name, Limits limits) throws IOException {
        return open(in, name, limits, "reportBytes", limits.reportBytes());
    }

    /**
     * Opens a stream that another component of the limits bounds.
     *
     * @param in the JSON from its first byte; the caller closes it
     * @param name name of the file as people know it, for messages
     * @param limits bounds to hold
     * @param sizeLimit name of the component of {@link Limits} that bounds the size
     * @param bytes its value
     */
    public static JsonCursor open(InputStream in, String name, Limits limits, String sizeLimit, long bytes)
            throws IOException {
        BoundedInputStream bounded = new BoundedInputStream(in, sizeLimit, bytes);
        return new JsonCursor(new JsonScanner(bounded, name, limits), limits);
    }

    /** Opens a text that is in memory already. */
    public static JsonCursor ofText(String text, String name, Limits limits) throws IOException {
        return open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name, limits);
    }
}
