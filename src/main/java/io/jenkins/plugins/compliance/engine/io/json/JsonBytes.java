package io.jenkins.plugins.compliance.engine.io.json;

import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a JSON document in UTF-8, in a buffer that is refilled. After its content the buffer holds {@link JsonWords#BYTES}
 * zeros, which end every search. The fields are for {@link JsonScanner} and {@link JsonStrings}, whose loops run over them.
 */
final class JsonBytes {
    private static final int BUFFER = 1 << 16;

    private final String file;
    private final InputStream in;
    private final boolean encoded;

    /** Content from 0 to before {@link #end}. */
    byte[] buffer = new byte[BUFFER + JsonWords.BYTES];
    /** Index of the next byte. */
    int at;
    /** Index after the last byte that was read. */
    int end;

    private long base;
    private int line = 1;
    private long lineStart;

    /**
     * @param in the document, in any encoding that JSON may have
     * @param file its name, for messages
     */
    JsonBytes(InputStream in, String file) throws IOException {
        this.file = file;
        JsonEncoding encoding = JsonEncoding.of(in);
        this.in = encoding.utf8();
        this.encoded = !encoding.isUtf8();
        this.base = encoding.skipped();
        this.lineStart = base;
    }

    /** How many bytes come before the next one. */
    long offset() {
        return base + at;
    }

    /** Whether offsets are not those of the stream, since it is in another encoding. */
    boolean encoded() {
        return encoded;
    }

    /** Where a byte of the line that was reached last stands in the file. */
    Position position(long offset) {
        return new Position(file, line, (int) Math.min(Integer.MAX_VALUE, Math.max(1, offset - lineStart + 1)));
    }

    /** The next byte that is no white space, which is not passed; -1 at the end. */
    int nonSpace() throws IOException {
        return at < end && buffer[at] > ' ' ? buffer[at] : nonSpaceFurther();
    }

    private int nonSpaceFurther() throws IOException {
        while (at < end || refill(at)) {
            byte next = buffer[at];
            if (next == '\n') {
                line++;
                lineStart = base + at + 1;
            } else if (next != ' ' && next != '\r' && next != '\t') {
                return next & 0xff;
            }
            at++;
        }
        return -1;
    }

    /** Sees that so many bytes are there, or all that are left. */
    void available(int bytes) throws IOException {
        while (end - at < bytes && refill(at)) {}
    }

    /**
     * Reads on, and drops what stands before a place to make room; the place becomes 0.
     *
     * @return false at the end of the stream
     */
    boolean refill(int from) throws IOException {
        int kept = end - from;
        if (kept == buffer.length - JsonWords.BYTES) {
            buffer = Arrays.copyOf(buffer, Math.addExact(Math.multiplyExact(kept, 2), JsonWords.BYTES));
        }
        System.arraycopy(buffer, from, buffer, 0, kept);
        base += from;
        at -= from;
        end = kept;
        int read = in.read(buffer, end, buffer.length - JsonWords.BYTES - end);
        end += Math.max(0, read);
        Arrays.fill(buffer, end, end + JsonWords.BYTES, (byte) 0);
        return read > 0;
    }

    /** An exception that says what is wrong at the next byte. */
    MalformedInputException malformed(String message) {
        return new MalformedInputException(position(offset()), message);
    }

    /** An exception that says that the next byte is missing. */
    MalformedInputException endsEarly() {
        return malformed("the document ends here, before its proper end");
    }
}
