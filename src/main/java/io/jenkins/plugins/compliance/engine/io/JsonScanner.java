package io.jenkins.plugins.compliance.engine.io;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Scans JSON (RFC 8259) in UTF-8 from a buffer that is refilled, for {@link JsonCursor}. Every byte is checked against the grammar,
 * also in what is skipped; but only what is asked for is decoded, and names of members that occur again are not decoded again.
 * That is why it exists: reading a few members of very many objects takes less time than with a parser that makes a token of each.
 * Bytes that are no UTF-8 become U+FFFD in texts.
 */
final class JsonScanner {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NUMBER = 1000;
    private static final int MOST_BYTES_A_CHARACTER = 3;

    private static final String UNESCAPED_CONTROL = "found a control character in a string, expected it to be escaped";

    private final String file;
    private final Limits limits;
    private final InputStream in;
    private final boolean encoded;
    private final JsonNames memberNames = new JsonNames(true);
    private final JsonNames repeatedTexts = new JsonNames(false);

    private final UnescapedText unescaped = new UnescapedText();

    private byte[] buffer = new byte[BUFFER + JsonWords.BYTES];
    private int at;
    private int end;
    private long base;
    private int line = 1;
    private long lineStart;
    private long tokenOffset;
    private JsonToken token = JsonToken.NONE;

    private final JsonNesting nesting;

    /** Stands at the first value of the document, or at the end of one that is empty. */
    JsonScanner(InputStream in, String file, Limits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        this.nesting = new JsonNesting(limits.nesting());
        JsonEncoding encoding = JsonEncoding.of(in);
        this.in = encoding.utf8();
        this.encoded = !encoding.isUtf8();
        this.base = encoding.skipped();
        this.lineStart = base;
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
        return encoded ? -1 : tokenOffset;
    }

    /** Steps to the next root value; {@link JsonToken#NONE} at the end. */
    void nextRoot() throws IOException {
        int next = nonSpace();
        if (next < 0) {
            tokenOffset = base + at;
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
        int next = nonSpace();
        if (next == '}') {
            leave();
            return null;
        }
        expect('"', pastComma(nesting.step(), next));
        String name = name();
        nesting.name(name);
        expect(':', nonSpace());
        value(nonSpace());
        return name;
    }

    /** Steps to the next element, or out of the array with {@code false} at its end. */
    boolean nextElement() throws IOException {
        int next = nonSpace();
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
            case TEXT -> skipString();
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
        int start = at;
        while (true) {
            at = JsonWords.specialFrom(buffer, at);
            if (at < end) {
                if (buffer[at] == '"') {
                    String text = new String(buffer, start, at - start, StandardCharsets.UTF_8);
                    at++;
                    return bounded(text);
                }
                if (buffer[at] == '\\') {
                    return escapedText(start);
                }
                throw malformed(UNESCAPED_CONTROL);
            }
            start = more(start);
        }
    }

    /** Reads the string that it stands at, one of which a document has few different ones. */
    String repeatedText() throws IOException {
        available(JsonNames.LONGEST + JsonWords.BYTES);
        int quote = repeatedTexts.find(buffer, at);
        if (quote < end) {
            at = quote + 1;
            return repeatedTexts.found();
        }
        return text();
    }

    /** Reads the number that it stands at, as it is written. */
    String number() throws IOException {
        int start = at;
        while (true) {
            while (at < end && JsonWords.isInNumber(buffer[at])) {
                at++;
            }
            if (at - start > LONGEST_NUMBER) {
                throw malformed("found a number longer than " + LONGEST_NUMBER + " characters");
            }
            int length = at - start;
            if (at < end || !refill(start)) {
                int from = at - length;
                if (!JsonWords.isNumber(buffer, from, at)) {
                    throw malformed("found what looks like a number and is none");
                }
                return new String(buffer, from, length, StandardCharsets.ISO_8859_1);
            }
            start = 0;
        }
    }

    /** Reads a whole number of at most 18 digits; {@link Long#MIN_VALUE}, and nothing is read, when it is another number. */
    long shortInteger() {
        int to = JsonWords.shortIntegerEnd(buffer, at, end);
        if (to < 0) {
            return Long.MIN_VALUE;
        }
        long value = JsonWords.shortInteger(buffer, at, to);
        at = to;
        return value;
    }

    /** The way to where it stands. */
    String path(int longestName) {
        return nesting.path(longestName);
    }

    /** Where the token stands in the file. */
    Position position() {
        return position(tokenOffset);
    }

    private MalformedInputException malformed(String message) {
        return new MalformedInputException(position(base + at), message);
    }

    private Position position(long offset) {
        return new Position(file, line, (int) Math.min(Integer.MAX_VALUE, Math.max(1, offset - lineStart + 1)));
    }

    private void value(int first) throws IOException {
        tokenOffset = base + at;
        switch (first) {
            case '"' -> {
                at++;
                token = JsonToken.TEXT;
            }
            case '{' -> {
                at++;
                token = JsonToken.OBJECT;
            }
            case '[' -> {
                at++;
                token = JsonToken.ARRAY;
            }
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> token = JsonToken.NUMBER;
            default -> token = literal(first);
        }
    }

    private JsonToken literal(int first) throws IOException {
        available(JsonToken.LONGEST_LITERAL + 1);
        JsonToken literal = JsonToken.literalAt(buffer, at);
        if (literal == JsonToken.NONE || at + literal.text().length() > end) {
            throw first < 0 ? endsEarly() : malformed("found " + JsonWords.described(first) + ", expected a value");
        }
        at += literal.text().length();
        return literal;
    }

    private String name() throws IOException {
        available(JsonNames.LONGEST + JsonWords.BYTES);
        int quote = memberNames.find(buffer, at);
        if (quote < end) {
            at = quote + 1;
            return memberNames.found();
        }
        String name = text();
        if (name.length() > JsonInput.NAME_LENGTH) {
            throw malformed("found a name longer than " + JsonInput.NAME_LENGTH + " characters");
        }
        return name;
    }

    private void skipString() throws IOException {
        while (true) {
            at = JsonWords.specialFrom(buffer, at);
            if (at >= end) {
                if (!refill(at)) {
                    throw endsEarly();
                }
            } else if (buffer[at] == '"') {
                at++;
                return;
            } else if (buffer[at] == '\\') {
                escape();
            } else {
                throw malformed(UNESCAPED_CONTROL);
            }
        }
    }

    private String escapedText(int from) throws IOException {
        int start = from;
        unescaped.clear();
        while (true) {
            at = JsonWords.specialFrom(buffer, at);
            if (at >= end) {
                start = more(start);
                continue;
            }
            unescaped.append(buffer, start, at);
            if (unescaped.length() > (long) limits.textLength() * MOST_BYTES_A_CHARACTER) {
                throw new LimitExceededException("textLength", limits.textLength());
            }
            if (buffer[at] == '"') {
                at++;
                return bounded(unescaped.text());
            }
            if (buffer[at] != '\\') {
                throw malformed(UNESCAPED_CONTROL);
            }
            unescaped.append(escape());
            start = at;
        }
    }

    // What comes after a backslash (RFC 8259, section 7).
    private char escape() throws IOException {
        available(6);
        int rest = end - at;
        char simple = rest > 1 ? JsonWords.simpleEscape(buffer[at + 1]) : 0;
        if (simple != 0) {
            at += 2;
            return simple;
        }
        int unit = rest > 5 && buffer[at + 1] == 'u' ? JsonWords.hexadecimal(buffer, at + 2) : -1;
        if (unit < 0) {
            throw rest < 6 && (rest < 2 || buffer[at + 1] == 'u')
                    ? endsEarly()
                    : malformed("found an escape that JSON lacks");
        }
        at += 6;
        return (char) unit;
    }

    // Checks and passes everything from within a level until an outer one is reached.
    private void skipLevels(int inner, int outer, boolean atStart) throws IOException {
        int level = inner;
        boolean first = atStart;
        while (level > outer) {
            boolean object = nesting.isObject(level);
            int next = nonSpace();
            if (next == (object ? '}' : ']')) {
                at++;
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
        skipString();
        expect(':', nonSpace());
        return nonSpace();
    }

    private int pastComma(boolean first, int next) throws IOException {
        if (first) {
            return next;
        }
        expect(',', next);
        return nonSpace();
    }

    private void leave() {
        at++;
        nesting.leave();
    }

    private void expect(char wanted, int next) throws IOException {
        if (next != wanted) {
            throw next < 0
                    ? endsEarly()
                    : malformed("found " + JsonWords.described(next) + ", expected " + JsonWords.described(wanted));
        }
        at++;
    }

    private MalformedInputException endsEarly() {
        return malformed("the document ends here, before its proper end");
    }

    private String bounded(String text) throws LimitExceededException {
        if (text.length() > limits.textLength()) {
            throw new LimitExceededException("textLength", limits.textLength());
        }
        return text;
    }

    private int nonSpace() throws IOException {
        return at < end && buffer[at] > ' ' ? buffer[at] : nonSpaceFurther();
    }

    // The next byte that is no white space, which is not passed; -1 at the end.
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

    // Reads on in a string that begins at start; where it begins now.
    private int more(int start) throws IOException {
        if (at - start > (long) limits.textLength() * MOST_BYTES_A_CHARACTER) {
            throw new LimitExceededException("textLength", limits.textLength());
        }
        if (!refill(start)) {
            throw endsEarly();
        }
        return 0;
    }

    private void available(int bytes) throws IOException {
        while (end - at < bytes && refill(at)) {}
    }

    // Makes room by dropping what stands before a place, and reads; the place becomes 0. False at the end of the
    // stream.
    private boolean refill(int from) throws IOException {
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
}
