package io.jenkins.plugins.compliance.engine.io.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A string of JSON while its escapes are replaced, in UTF-8; used again for the next one. */
final class UnescapedText {
    private static final int ROOM = 4;

    private byte[] bytes = new byte[256];
    private int length;
    private int highSurrogate;

    /** Forgets what there is. */
    void clear() {
        length = 0;
        highSurrogate = 0;
    }

    /** How many bytes there are; never fewer than characters. */
    int length() {
        return length;
    }

    /** Appends bytes that have no escape. */
    void append(byte[] from, int start, int end) {
        if (end > start) {
            endPair();
            room(end - start);
            System.arraycopy(from, start, bytes, length, end - start);
            length += end - start;
        }
    }

    /** Appends what an escape stands for; half of a surrogate pair without the other becomes U+FFFD. */
    void append(char unit) {
        if (Character.isLowSurrogate(unit) && highSurrogate != 0) {
            int point = Character.toCodePoint((char) highSurrogate, unit);
            highSurrogate = 0;
            encode(point);
        } else {
            endPair();
            if (Character.isHighSurrogate(unit)) {
                highSurrogate = unit;
            } else {
                encode(Character.isLowSurrogate(unit) ? 0xfffd : unit);
            }
        }
    }

    /** The text. */
    String text() {
        endPair();
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void endPair() {
        if (highSurrogate != 0) {
            highSurrogate = 0;
            encode(0xfffd);
        }
    }

    private void encode(int point) {
        room(ROOM);
        if (point < 0x80) {
            bytes[length++] = (byte) point;
        } else if (point < 0x800) {
            bytes[length++] = (byte) (0xc0 | point >> 6);
            bytes[length++] = (byte) (0x80 | point & 0x3f);
        } else {
            if (point < 0x10000) {
                bytes[length++] = (byte) (0xe0 | point >> 12);
            } else {
                bytes[length++] = (byte) (0xf0 | point >> 18);
                bytes[length++] = (byte) (0x80 | point >> 12 & 0x3f);
            }
            bytes[length++] = (byte) (0x80 | point >> 6 & 0x3f);
            bytes[length++] = (byte) (0x80 | point & 0x3f);
        }
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.addExact(Math.multiplyExact(bytes.length, 2), more));
        }
    }
}
