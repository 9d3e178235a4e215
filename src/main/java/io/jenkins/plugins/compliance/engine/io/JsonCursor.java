package io.jenkins.plugins.compliance.engine.io;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.CharConversionException;
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

    private final JsonParser parser;
    private final String name;
    private final Limits limits;
    private int depth;
    private boolean fresh;

    /** Stands at the root value. */
    JsonCursor(JsonParser parser, String name, Limits limits) throws IOException {
        this.parser = parser;
        this.name = name;
        this.limits = limits;
        if (next() == null) {
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
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IllegalStateException("the cursor is past the end of the document");
        }
        return switch (token) {
            case START_OBJECT -> Kind.OBJECT;
            case START_ARRAY -> Kind.ARRAY;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
            case VALUE_NULL -> Kind.NULL;
            default -> Kind.TEXT;
        };
    }

    /** Steps into an object. A value that is none is skipped, with {@code false}. */
    public boolean beginObject() throws IOException {
        return begin(JsonToken.START_OBJECT);
    }

    /** Steps to the next member of the object that was begun last: its name, or null and out of the object at its end. */
    public @CheckForNull String nextName() throws IOException {
        skip();
        try {
            String member = parser.nextFieldName();
            if (member == null) {
                depth--;
                return null;
            }
            parser.nextToken();
            fresh = true;
            return member;
        } catch (JsonProcessingException | CharConversionException e) {
            throw translated(e);
        }
    }

    /** Steps into an array. A value that is none is skipped, with {@code false}. */
    public boolean beginArray() throws IOException {
        return begin(JsonToken.START_ARRAY);
    }

    /** Steps to the next element of the array that was begun last, or out of the array with {@code false} at its end. */
    public boolean nextElement() throws IOException {
        skip();
        if (next() == JsonToken.END_ARRAY) {
            depth--;
            return false;
        }
        fresh = true;
        return true;
    }

    /** Goes past the value with all that is in it. */
    public void skip() throws IOException {
        if (fresh) {
            fresh = false;
            if (parser.currentToken().isStructStart()) {
                try {
                    parser.skipChildren();
                } catch (JsonProcessingException | CharConversionException e) {
                    throw translated(e);
                }
                if (parser.currentToken() == null) {
                    throw malformed("the document ends here, before its proper end");
                }
            }
        }
    }

    /** The text of a string, number or boolean; null for anything else. */
    public @CheckForNull String text() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            skip();
            return null;
        }
        fresh = false;
        try {
            return parser.getText();
        } catch (JsonProcessingException | CharConversionException e) {
            throw translated(e);
        }
    }

    /** The text of a string, number or boolean; the other text for anything else. */
    public String text(String otherwise) throws IOException {
        String text = text();
        return text == null ? otherwise : text;
    }

    /**
     * Which of some words a string is: its index among them; -1 when it is none of them or no string. Cheaper than comparing
     * {@link #text()}.
     */
    public int oneOf(String... words) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            skip();
            return -1;
        }
        fresh = false;
        try {
            char[] text = parser.getTextCharacters();
            int from = parser.getTextOffset();
            int length = parser.getTextLength();
            for (int i = 0; i < words.length; i++) {
                if (words[i].length() == length && matches(words[i], text, from)) {
                    return i;
                }
            }
            return -1;
        } catch (JsonProcessingException | CharConversionException e) {
            throw translated(e);
        }
    }

    /** Appends a string, without making one; appends nothing for anything else. */
    public void appendText(StringBuilder to) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            skip();
            return;
        }
        fresh = false;
        try {
            to.append(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        } catch (JsonProcessingException | CharConversionException e) {
            throw translated(e);
        }
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
        try {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                fresh = false;
                return parser.getLongValue();
            }
        } catch (JsonProcessingException | CharConversionException e) {
            throw translated(e);
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
        return depth;
    }

    /**
     * Goes to the end of every object and array that was begun since {@link #depth} was this. With it a reader that gives up on
     * one element goes on with the next: take the depth before the element is begun.
     */
    public void leaveTo(int outer) throws IOException {
        skip();
        while (depth > outer) {
            JsonToken token = next();
            if (token == null) {
                throw malformed("the document ends here, before its proper end");
            }
            if (token.isStructEnd()) {
                depth--;
            } else if (token.isStructStart()) {
                fresh = true;
                skip();
            }
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
        fresh = next() != null;
        return fresh;
    }

    /** Where the cursor stands in the document, for people: {@code runs[0].results[17]}; empty at the root. */
    public String path() {
        StringBuilder path = new StringBuilder();
        append(path, parser.getParsingContext());
        return path.toString();
    }

    /** Where the cursor stands in the file. */
    public Position position() {
        return position(parser.currentTokenLocation());
    }

    /** How many bytes of the stream were read up to the value that the cursor stands at; -1 when the encoding hides it. */
    public long byteOffset() {
        return parser.currentTokenLocation().getByteOffset();
    }

    /** An exception that says what is wrong at the place where the cursor stands. */
    public MalformedInputException malformed(String message) {
        return new MalformedInputException(position(), message);
    }

    /** Releases buffers; the stream stays open. */
    @Override
    public void close() throws IOException {
        parser.close();
    }

    private boolean begin(JsonToken start) throws IOException {
        if (!fresh || parser.currentToken() != start) {
            skip();
            return false;
        }
        fresh = false;
        depth++;
        return true;
    }

    private @CheckForNull JsonToken next() throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException | CharConversionException e) {
            throw translated(e);
        }
    }

    private long charged(long cost, int length) throws LimitExceededException {
        long sum = cost + LIST_ITEM_COST + length;
        if (sum > limits.textLength()) {
            throw new LimitExceededException("textLength", limits.textLength());
        }
        return sum;
    }

    private static boolean matches(String word, char[] text, int from) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder path, @CheckForNull JsonStreamContext context) {
        if (context == null) {
            return;
        }
        append(path, context.getParent());
        if (context.inArray() && context.hasCurrentIndex()) {
            path.append('[').append(context.getCurrentIndex()).append(']');
        } else if (context.inObject() && context.hasCurrentName()) {
            String member = context.getCurrentName();
            path.append(path.isEmpty() ? "" : ".")
                    .append(member, 0, Math.min(member.length(), PATH_NAME_LENGTH));
        }
    }

    private Position position(JsonLocation location) {
        return new Position(name, Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()));
    }

    private IOException translated(IOException failure) {
        IOException translated;
        if (failure instanceof StreamConstraintsException) {
            String message = String.valueOf(failure.getMessage());
            if (message.contains("nesting depth")) {
                translated = new LimitExceededException("nesting", limits.nesting());
            } else if (message.startsWith("String")) {
                translated = new LimitExceededException("textLength", limits.textLength());
            } else {
                translated = new MalformedInputException(position(parser.currentLocation()), firstLine(message));
            }
        } else if (failure instanceof JsonEOFException) {
            translated = new MalformedInputException(
                    position(parser.currentLocation()), "the document ends here, before its proper end");
        } else if (failure instanceof JsonProcessingException processing) {
            translated = new MalformedInputException(
                    position(parser.currentLocation()), firstLine(processing.getOriginalMessage()));
        } else {
            translated = new MalformedInputException(
                    position(parser.currentLocation()), "not valid in its encoding: " + failure.getMessage());
        }
        translated.initCause(failure);
        return translated;
    }

    private static String firstLine(@CheckForNull String message) {
        return message == null ? "not well-formed" : message.lines().findFirst().orElse("not well-formed");
    }
}
