package io.jenkins.plugins.compliance.engine.io.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at the bytes of JSON, eight at a time where that pays. */
final class JsonWords {
    /** Bytes that are looked at in one go: a buffer has as many more than its content, all zero. */
    static final int BYTES = Long.BYTES;

    private static final int SHORT_DIGITS = 18;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private JsonWords() {}

    /** Eight bytes, the first one lowest. */
    static long at(byte[] buffer, int index) {
        return (long) LONGS.get(buffer, index);
    }

    /**
     * Which of eight bytes is a quote, a backslash or a control character: the lowest bit that is set is the highest of the first
     * such byte; 0 when there is none.
     */
    static long specials(long bytes) {
        long quote = bytes ^ (ONES * '"');
        long backslash = bytes ^ (ONES * '\\');
        long control = (bytes - ONES * ' ') & ~bytes;
        return (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | control) & HIGHS;
    }

    /** Index of the first quote, backslash or control character; the content of the buffer ends with one. */
    static int specialFrom(byte[] buffer, int from) {
        int index = from;
        long specials = specials(at(buffer, index));
        while (specials == 0) {
            index += BYTES;
            specials = specials(at(buffer, index));
        }
        return index + (Long.numberOfTrailingZeros(specials) >>> 3);
    }

    /** Whether these bytes are this word in ASCII. */
    static boolean matches(String word, byte[] buffer, int from) {
        for (int i = 0; i < word.length(); i++) {
            if (buffer[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean isWordPart(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_' || b < 0;
    }

    static boolean isInNumber(byte b) {
        return (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E';
    }

    /** Whether the bytes are a number (RFC 8259, section 6). */
    static boolean isNumber(byte[] buffer, int from, int to) {
        int at = from < to && buffer[from] == '-' ? from + 1 : from;
        int whole = digits(buffer, at, to);
        if (whole == at || (buffer[at] == '0' && whole > at + 1)) {
            return false;
        }
        at = whole;
        if (at < to && buffer[at] == '.') {
            int fraction = digits(buffer, at + 1, to);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        if (at < to && (buffer[at] | 0x20) == 'e') {
            at++;
            at += at < to && (buffer[at] == '+' || buffer[at] == '-') ? 1 : 0;
            int exponent = digits(buffer, at, to);
            if (exponent == at) {
                return false;
            }
            at = exponent;
        }
        return at == to;
    }

    /** Where a whole number of at most 18 digits ends; -1 when there is another number, or the content may go on. */
    static int shortIntegerEnd(byte[] buffer, int from, int end) {
        int first = buffer[from] == '-' ? from + 1 : from;
        int to = first;
        int found;
        do {
            found = to < end ? leadingDigits(at(buffer, to)) : 0;
            to += found;
        } while (found == BYTES);
        boolean whole = to < end && to > first && to - first <= SHORT_DIGITS && !isInNumber(buffer[to]);
        return whole && (buffer[first] != '0' || to == first + 1) ? to : -1;
    }

    /** How many of eight bytes are digits before the first that is none. */
    static int leadingDigits(long bytes) {
        long values = bytes ^ (ONES * '0');
        long others = (((values & ~HIGHS) + ONES * (0x80 - 10)) | values) & HIGHS;
        return others == 0 ? BYTES : Long.numberOfTrailingZeros(others) >>> 3;
    }

    /** The value of a whole number. */
    static long shortInteger(byte[] buffer, int from, int to) {
        long value = 0;
        for (int i = buffer[from] == '-' ? from + 1 : from; i < to; i++) {
            value = value * 10 + buffer[i] - '0';
        }
        return buffer[from] == '-' ? -value : value;
    }

    /** The character that a letter after a backslash stands for; 0 when it stands for none. */
    static char simpleEscape(byte letter) {
        return switch (letter) {
            case '"', '\\', '/' -> (char) letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> 0;
        };
    }

    /** The value of four hexadecimal digits; -1 when they are none. */
    static int hexadecimal(byte[] buffer, int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(buffer[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** A byte, for messages. */
    static String described(int b) {
        return b > ' ' && b < 0x7f ? "'" + (char) b + "'" : String.format("the byte 0x%02X", b);
    }

    private static int digits(byte[] buffer, int from, int to) {
        int at = from;
        while (at < to && buffer[at] >= '0' && buffer[at] <= '9') {
            at++;
        }
        return at;
    }
}
