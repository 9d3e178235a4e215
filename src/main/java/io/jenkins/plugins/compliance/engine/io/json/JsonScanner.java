package io.jenkins.plugins.compliance.engine.io.json;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Scans JSON (RFC 8259) in UTF-8 from a buffer that is refilled, for {@link JsonCursor}. Every byte is checked against the grammar,
 * also in what is skipped; but only what is asked for is decoded, and names of members that occur again are not decoded again.
 * That is why it exists: reading a few members of very many objects takes less time than with a parser that makes a token of each.
 * Bytes that are no UTF-8 become U+FFFD in texts.
 */
final class JsonScanner {
    private static final int LONGEST_NUMBER = 1000;

    private final JsonBytes bytes;
    private final JsonStrings strings;
    private final JsonNesting nesting;
    private long tokenOffset;
    private JsonToken token = JsonToken.NONE;

    /** Stands at the first value of the document, or at the end of one that is empty. */
    JsonScanner(InputStream in, String file, Limits limits) throws IOException {
        this.bytes = new JsonBytes(in, file);
        this.strings = new JsonStrings(bytes, limits.textLength());
        this.nesting = new JsonNesting(limits.nesting());
        nextRoot();
    }

    /** The token that it stands at. */
    JsonToken token() {
        return token;
    }

    /** How many objects and arrays were entered and not left. */
    int depth() {
        return nesting.depth();
    }

    /** Bytes before the token; -1 when the encoding hides them. */
    long offset() {
        return bytes.encoded() ? -1 : tokenOffset;
    }

    /** Steps to the next root value; {@link JsonToken#NONE} at the end. */
    void nextRoot() throws IOException {
        int next = bytes.nonSpace();
        if (next < 0) {
            tokenOffset = bytes.offset();
            token = JsonToken.NONE;
        } else {
            value(next);
        }
    }

    /** Enters the object or array that it stands at. */
    void enter() throws LimitExceededException {
        nesting.enter(token);
    }

    /** Steps to the value of the next member: its name, or null and out of the object at its end. */
    @CheckForNull
    String nextMember() throws IOException {
        int next = bytes.nonSpace();
        if (next == '}') {
            leave();
            return null;
        }
        expect('"', pastComma(nesting.step(), next));
        String name = strings.name();
        nesting.name(name);
        expect(':', bytes.nonSpace());
        value(bytes.nonSpace());
        return name;
    }

    /** Steps to the next element, or out of the array with {@code false} at its end. */
    boolean nextElement() throws IOException {
        int next = bytes.nonSpace();
        if (next == ']') {
            leave();
            return false;
        }
        value(pastComma(nesting.step(), next));
        return true;
    }

    /** Goes past the value that it stands at and did not enter or read. */
    void skipValue() throws IOException {
        switch (token) {
            case TEXT -> strings.skip();
            case NUMBER -> skipNumber();
            case OBJECT, ARRAY -> {
                int depth = nesting.depth();
                nesting.open(depth + 1, token);
                skipLevels(depth + 1, depth, true);
            }
            default -> {}
        }
    }

    private void skipNumber() throws IOException {
        if (shortInteger() == Long.MIN_VALUE) {
            number();
        }
    }

    /** Leaves the innermost object or array, past all that is left of it. */
    void skipRest() throws IOException {
        int depth = nesting.depth();
        skipLevels(depth, depth - 1, nesting.atStart());
        nesting.leave();
    }

    /** Reads the string that it stands at. */
    String text() throws IOException {
        return strings.text();
    }

    /** Reads the string that it stands at, one of which a document has few different ones. */
    String repeatedText() throws IOException {
        return strings.repeatedText();
    }

    /** Reads the number that it stands at, as it is written. */
    String number() throws IOException {
        int start = bytes.at;
        while (true) {
            int at = bytes.at;
            while (at < bytes.end && JsonWords.isInNumber(bytes.buffer[at])) {
                at++;
            }
            bytes.at = at;
            int length = at - start;
            if (length > LONGEST_NUMBER) {
                throw bytes.malformed("found a number longer than " + LONGEST_NUMBER + " characters");
            }
            if (at < bytes.end || !bytes.refill(start)) {
                int from = bytes.at - length;
                if (!JsonWords.isNumber(bytes.buffer, from, bytes.at)) {
                    throw bytes.malformed("found what looks like a number and is none");
                }
                return new String(bytes.buffer, from, length, StandardCharsets.ISO_8859_1);
            }
            start = 0;
        }
    }

    /** Reads a whole number of at most 18 digits; {@link Long#MIN_VALUE}, and nothing is read, when it is another number. */
    long shortInteger() {
        int to = JsonWords.shortIntegerEnd(bytes.buffer, bytes.at, bytes.end);
        if (to < 0) {
            return Long.MIN_VALUE;
        }
        long value = JsonWords.shortInteger(bytes.buffer, bytes.at, to);
        bytes.at = to;
        return value;
    }

    /** The way to where it stands. */
    String path(int longestName) {
        return nesting.path(longestName);
    }

    /** Where the token stands in the file. */
    Position position() {
        return bytes.position(tokenOffset);
    }

    private void value(int first) throws IOException {
        tokenOffset = bytes.offset();
        switch (first) {
            case '"' -> {
                bytes.at++;
                token = JsonToken.TEXT;
            }
            case '{' -> {
                bytes.at++;
                token = JsonToken.OBJECT;
            }
            case '[' -> {
                bytes.at++;
                token = JsonToken.ARRAY;
            }
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> token = JsonToken.NUMBER;
            default -> token = literal(first);
        }
    }

    private JsonToken literal(int first) throws IOException {
        bytes.available(JsonToken.LONGEST_LITERAL + 1);
        JsonToken literal = JsonToken.literalAt(bytes.buffer, bytes.at);
        if (literal == JsonToken.NONE || bytes.at + literal.text().length() > bytes.end) {
            throw first < 0
                    ? bytes.endsEarly()
                    : bytes.malformed("found " + JsonWords.described(first) + ", expected a value");
        }
        bytes.at += literal.text().length();
        return literal;
    }

    // Checks and passes everything from within a level until an outer one is reached.
    private void skipLevels(int inner, int outer, boolean atStart) throws IOException {
        int level = inner;
        boolean first = atStart;
        while (level > outer) {
            boolean object = nesting.isObject(level);
            int next = bytes.nonSpace();
            if (next == (object ? '}' : ']')) {
                bytes.at++;
                level--;
                first = false;
                continue;
            }
            value(object ? pastName(first, next) : pastComma(first, next));
            first = token == JsonToken.OBJECT || token == JsonToken.ARRAY;
            if (first) {
                level++;
                nesting.open(level, token);
            } else {
                skipValue();
            }
        }
    }

    private int pastName(boolean first, int next) throws IOException {
        expect('"', pastComma(first, next));
        strings.skip();
        expect(':', bytes.nonSpace());
        return bytes.nonSpace();
    }

    private int pastComma(boolean first, int next) throws IOException {
        if (first) {
            return next;
        }
        expect(',', next);
        return bytes.nonSpace();
    }

    private void leave() {
        bytes.at++;
        nesting.leave();
    }

    private void expect(char wanted, int next) throws IOException {
        if (next != wanted) {
            throw next < 0
                    ? bytes.endsEarly()
                    : bytes.malformed(
                            "found " + JsonWords.described(next) + ", expected " + JsonWords.described(wanted));
        }
        bytes.at++;
    }
}
