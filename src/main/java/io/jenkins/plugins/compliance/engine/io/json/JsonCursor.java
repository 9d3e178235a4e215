package io.jenkins.plugins.compliance.engine.io.json;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Walks through a JSON document once, forwards. It always stands at a value; a value that nobody asks for is skipped by the next
 * step, and one of another type than asked for counts as absent, so that a reader is a plain loop:
 *
 * <pre>{@code
 * if (json.beginObject()) {
 *     for (String name = json.nextName(); name != null; name = json.nextName()) {
 *         switch (name) {
 *             case "ruleId" -> rule = json.text();
 *             case "locations" -> {
 *                 if (json.beginArray()) {
 *                     while (json.nextElement()) { location(json); }
 *                 }
 *             }
 *             default -> {}
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>An object or array that was begun is walked to its end, or left with {@link #leaveTo}. Not safe for use by several threads.
 */
public final class JsonCursor implements Closeable {
    private static final int LIST_ITEM_COST = 16;
    private static final int PATH_NAME_LENGTH = 80;

    private final JsonScanner scanner;
    private final Limits limits;
    private boolean fresh;

    /** Stands at the root value. */
    JsonCursor(JsonScanner scanner, Limits limits) throws IOException {
        this.scanner = scanner;
        this.limits = limits;
        if (scanner.token() == JsonToken.NONE) {
            throw malformed("empty: expected a JSON document");
        }
        fresh = true;
    }

    /** What sort of value this is. */
    public enum Kind {
        /** An object. */
        OBJECT,
        /** An array. */
        ARRAY,
        /** A string. */
        TEXT,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** {@code null}. */
        NULL
    }

    /** What sort of value the cursor stands at. */
    public Kind kind() {
        return switch (scanner.token()) {
            case OBJECT -> Kind.OBJECT;
            case ARRAY -> Kind.ARRAY;
            case TEXT -> Kind.TEXT;
            case NUMBER -> Kind.NUMBER;
            case TRUE, FALSE -> Kind.BOOLEAN;
            case NULL -> Kind.NULL;
            case NONE -> throw new IllegalStateException("the cursor is past the end of the document");
        };
    }

    /** Steps into an object. A value that is none is skipped, with {@code false}. */
    public boolean beginObject() throws IOException {
        return begin(JsonToken.OBJECT);
    }

    /** Steps to the next member of the object that was begun last: its name, or null and out of the object at its end. */
    public @CheckForNull String nextName() throws IOException {
        skip();
        String member = scanner.nextMember();
        fresh = member != null;
        return member;
    }

    /** Steps into an array. A value that is none is skipped, with {@code false}. */
    public boolean beginArray() throws IOException {
        return begin(JsonToken.ARRAY);
    }

    /** Steps to the next element of the array that was begun last, or out of the array with {@code false} at its end. */
    public boolean nextElement() throws IOException {
        skip();
        fresh = scanner.nextElement();
        return fresh;
    }

    /** Goes past the value with all that is in it. */
    public void skip() throws IOException {
        if (fresh) {
            fresh = false;
            scanner.skipValue();
        }
    }

    /** The text of a string, number or boolean; null for anything else. */
    public @CheckForNull String text() throws IOException {
        if (!fresh) {
            return null;
        }
        fresh = false;
        return switch (scanner.token()) {
            case TEXT -> scanner.text();
            case NUMBER -> scanner.number();
            case TRUE, FALSE -> scanner.token().text();
            default -> {
                scanner.skipValue();
                yield null;
            }
        };
    }

    /** The text of a string, number or boolean; the other text for anything else. */
    public String text(String otherwise) throws IOException {
        String text = text();
        return text == null ? otherwise : text;
    }

    /**
     * Like {@link #text()}, for what has few different values in a document, such as ids of rules: cheaper where it was met
     * before.
     */
    public @CheckForNull String repeatedText() throws IOException {
        if (!fresh || scanner.token() != JsonToken.TEXT) {
            return text();
        }
        fresh = false;
        return scanner.repeatedText();
    }

    /**
     * Which of some words a string is: its index among them; -1 when it is none of them or no string. Cheaper than comparing
     * {@link #text()}.
     */
    public int oneOf(String... words) throws IOException {
        String word = kind() == Kind.TEXT ? repeatedText() : null;
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals(word)) {
                return i;
            }
        }
        skip();
        return -1;
    }

    /**
     * The texts of an array of strings, or of a single string; what is neither is left out.
     *
     * @throws LimitExceededException when they are longer together than {@link Limits#textLength()}
     */
    public List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        if (kind() != Kind.ARRAY) {
            String single = text();
            if (single != null) {
                texts.add(single);
            }
            return texts;
        }
        long cost = 0;
        beginArray();
        while (nextElement()) {
            String text = text();
            if (text != null) {
                cost = charged(cost, text.length());
                texts.add(text);
            }
        }
        return texts;
    }

    /**
     * The members of an object that are strings, numbers or booleans, as text, in order; empty when it is no object.
     *
     * @throws LimitExceededException when they are longer together than {@link Limits#textLength()}
     */
    public Map<String, String> textMembers() throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        if (beginObject()) {
            long cost = 0;
            for (String member = nextName(); member != null; member = nextName()) {
                String text = text();
                if (text != null) {
                    cost = charged(cost, member.length() + text.length());
                    members.put(member, text);
                }
            }
        }
        return members;
    }

    /** A whole number, also one written as a string or as {@code 3.0}; the other number for anything else. */
    public long integer(long otherwise) throws IOException {
        if (fresh && scanner.token() == JsonToken.NUMBER) {
            long value = scanner.shortInteger();
            if (value != Long.MIN_VALUE) {
                fresh = false;
                return value;
            }
        }
        return JsonNumbers.integer(text()).orElse(otherwise);
    }

    /** A whole number, also one written as a string or as {@code 3.0}; empty for anything else. */
    public OptionalLong integer() throws IOException {
        return JsonNumbers.integer(text());
    }

    /** {@link #integer(long)} as an {@code int}; the other number also for what is outside its range. */
    public int smallInteger(int otherwise) throws IOException {
        long value = integer(otherwise);
        return value < Integer.MIN_VALUE || value > Integer.MAX_VALUE ? otherwise : (int) value;
    }

    /** A finite number, also one written as a string; empty for anything else. */
    public OptionalDouble number() throws IOException {
        return JsonNumbers.number(text());
    }

    /** A boolean, also one written as a string; the other for anything else. */
    public boolean bool(boolean otherwise) throws IOException {
        Boolean value = bool();
        return value == null ? otherwise : value;
    }

    /** A boolean, also one written as a string; null for anything else. */
    @SuppressWarnings("NP_BOOLEAN_RETURN_NULL")
    public @CheckForNull Boolean bool() throws IOException {
        String text = text();
        if ("true".equalsIgnoreCase(text)) {
            return Boolean.TRUE;
        }
        return "false".equalsIgnoreCase(text) ? Boolean.FALSE : null;
    }

    /** How many objects and arrays were begun and not ended. */
    public int depth() {
        return scanner.depth();
    }

    /**
     * Goes to the end of every object and array that was begun since {@link #depth} was this. With it a reader that gives up on
     * one element goes on with the next: take the depth before the element is begun.
     */
    public void leaveTo(int outer) throws IOException {
        skip();
        while (scanner.depth() > outer) {
            scanner.skipRest();
        }
    }

    /** Skips what is left of the document's root value, which must be all there is. */
    public void end() throws IOException {
        if (nextDocument()) {
            throw malformed("text after the end of the document");
        }
    }

    /** Skips what is left of the root value and steps to the next one, where a file holds several: {@code false} at the end. */
    public boolean nextDocument() throws IOException {
        leaveTo(0);
        scanner.nextRoot();
        fresh = scanner.token() != JsonToken.NONE;
        return fresh;
    }

    /** Where the cursor stands in the document, for people: {@code runs[0].results[17]}; empty at the root. */
    public String path() {
        return scanner.path(PATH_NAME_LENGTH);
    }

    /** Where the cursor stands in the file; columns in bytes. */
    public Position position() {
        return scanner.position();
    }

    /** How many bytes of the stream come before the value that the cursor stands at; -1 when the encoding hides it. */
    public long byteOffset() {
        return scanner.offset();
    }

    /** An exception that says what is wrong at the place where the cursor stands. */
    public MalformedInputException malformed(String message) {
        return new MalformedInputException(position(), message);
    }

    /** Ends the reading; the stream stays open. */
    @Override
    public void close() {
        fresh = false;
    }

    private boolean begin(JsonToken start) throws IOException {
        if (!fresh || scanner.token() != start) {
            skip();
            return false;
        }
        fresh = false;
        scanner.enter();
        return true;
    }

    private long charged(long cost, int length) throws LimitExceededException {
        long sum = cost + LIST_ITEM_COST + length;
        if (sum > limits.textLength()) {
            throw new LimitExceededException("textLength", limits.textLength());
        }
        return sum;
    }
}
