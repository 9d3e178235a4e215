package io.jenkins.plugins.compliance.engine.io.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The encoding of a JSON document, by its byte order mark or by where its first characters, which are ASCII, have zeros (RFC 4627,
 * section 3), and its bytes as UTF-8.
 *
 * @param utf8 the document in UTF-8, without a byte order mark
 * @param isUtf8 whether it came in UTF-8
 * @param skipped length of the byte order mark
 */
record JsonEncoding(InputStream utf8, boolean isUtf8, int skipped) {
    private static final int LOOKED_AT = 4;

    static JsonEncoding of(InputStream in) throws IOException {
        byte[] head = in.readNBytes(LOOKED_AT);
        int first = at(head, 0);
        int second = at(head, 1);
        int third = at(head, 2);
        int fourth = at(head, 3);
        if (first == 0xef && second == 0xbb && third == 0xbf) {
            return new JsonEncoding(from(head, 3, in), true, 3);
        }
        if (first == 0 && second == 0) {
            return encoded("UTF-32BE", head, third == 0xfe && fourth == 0xff ? 4 : 0, in);
        }
        if (third == 0 && fourth == 0 && (second == 0 || (first == 0xff && second == 0xfe))) {
            return encoded("UTF-32LE", head, second == 0 ? 0 : 4, in);
        }
        if (first == 0xfe && second == 0xff) {
            return encoded("UTF-16BE", head, 2, in);
        }
        if (first == 0xff && second == 0xfe) {
            return encoded("UTF-16LE", head, 2, in);
        }
        if (first == 0 || second == 0) {
            return encoded(first == 0 ? "UTF-16BE" : "UTF-16LE", head, 0, in);
        }
        return new JsonEncoding(from(head, 0, in), true, 0);
    }

    // Past the end of a short document there is nothing, and not a zero.
    private static int at(byte[] head, int index) {
        return index < head.length ? head[index] & 0xff : -1;
    }

    private static JsonEncoding encoded(String charset, byte[] head, int mark, InputStream in) {
        Reader reader = new InputStreamReader(from(head, mark, in), Charset.forName(charset));
        return new JsonEncoding(new Transcoded(reader), false, mark);
    }

    private static InputStream from(byte[] head, int skipped, InputStream in) {
        return new SequenceInputStream(new ByteArrayInputStream(head, skipped, head.length - skipped), in);
    }

    /** Characters as UTF-8. */
    private static final class Transcoded extends InputStream {
        private final Reader reader;
        private final char[] characters = new char[8192];
        private byte[] bytes = {};
        private int given;
        private int kept;

        Transcoded(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            while (given == bytes.length) {
                if (!encode()) {
                    return -1;
                }
            }
            int count = Math.min(length, bytes.length - given);
            System.arraycopy(bytes, given, into, offset, count);
            given += count;
            return count;
        }

        // The first half of a surrogate pair waits for the second.
        private boolean encode() throws IOException {
            int read = reader.read(characters, kept, characters.length - kept);
            int available = kept + Math.max(0, read);
            if (available == 0) {
                return false;
            }
            boolean half = read > 0 && Character.isHighSurrogate(characters[available - 1]);
            int whole = half ? available - 1 : available;
            bytes = new String(characters, 0, whole).getBytes(StandardCharsets.UTF_8);
            given = 0;
            kept = available - whole;
            System.arraycopy(characters, whole, characters, 0, kept);
            return true;
        }
    }
}
