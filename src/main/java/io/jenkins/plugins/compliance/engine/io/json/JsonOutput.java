package io.jenkins.plugins.compliance.engine.io.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes JSON (RFC 8259) in UTF-8, the same bytes for the same calls on every platform. Control characters and the line
 * separators U+2028 and U+2029 are escaped, so that a document in JSON Lines never breaks a line; half of a surrogate pair, which
 * UTF-8 can't hold, becomes U+FFFD.
 *
 * <p>Calls return the output itself so that they can be chained. Closing flushes and leaves the stream open; it does not close
 * objects and arrays that are open: a document that was interrupted stays visibly incomplete.
 */
public final class JsonOutput implements Closeable {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .characterEscapes(new JsonEscapes())
            .rootValueSeparator((String) null)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final JsonGenerator generator;
    private final OutputStream out;

    private JsonOutput(JsonGenerator generator, OutputStream out) {
        this.generator = generator;
        this.out = out;
    }

    /** Writes without white space. */
    public static JsonOutput compact(OutputStream out) throws IOException {
        return new JsonOutput(FACTORY.createGenerator(out, JsonEncoding.UTF8), out);
    }

    /** Writes indented by two spaces, with {@code \n} at the ends of lines. */
    public static JsonOutput indented(OutputStream out) throws IOException {
        JsonGenerator generator = FACTORY.createGenerator(out, JsonEncoding.UTF8);
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        generator.setPrettyPrinter(printer);
        return new JsonOutput(generator, out);
    }

    /** Begins an object. */
    public JsonOutput beginObject() throws IOException {
        generator.writeStartObject();
        return this;
    }

    /** Begins an object as the value of a member. */
    public JsonOutput beginObject(String name) throws IOException {
        return name(name).beginObject();
    }

    /** Ends the object that was begun last. */
    public JsonOutput endObject() throws IOException {
        generator.writeEndObject();
        return this;
    }

    /** Begins an array. */
    public JsonOutput beginArray() throws IOException {
        generator.writeStartArray();
        return this;
    }

    /** Begins an array as the value of a member. */
    public JsonOutput beginArray(String name) throws IOException {
        return name(name).beginArray();
    }

    /** Ends the array that was begun last. */
    public JsonOutput endArray() throws IOException {
        generator.writeEndArray();
        return this;
    }

    /** The name of the member whose value comes next. */
    public JsonOutput name(String name) throws IOException {
        generator.writeFieldName(JsonEscapes.wellFormed(name));
        return this;
    }

    /** A string, or {@code null}. */
    public JsonOutput value(@CheckForNull String text) throws IOException {
        if (text == null) {
            generator.writeNull();
        } else {
            generator.writeString(JsonEscapes.wellFormed(text));
        }
        return this;
    }

    /** A whole number. */
    public JsonOutput value(long number) throws IOException {
        generator.writeNumber(number);
        return this;
    }

    /**
     * A number.
     *
     * @throws IllegalArgumentException when it is not finite: JSON has no such numbers
     */
    public JsonOutput value(double number) throws IOException {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(number + " can't be written as JSON");
        }
        generator.writeNumber(number);
        return this;
    }

    /** {@code true} or {@code false}. */
    public JsonOutput value(boolean truth) throws IOException {
        generator.writeBoolean(truth);
        return this;
    }

    /** A member with a string. */
    public JsonOutput member(String name, String text) throws IOException {
        return name(name).value(text);
    }

    /** A member with a whole number. */
    public JsonOutput member(String name, long number) throws IOException {
        return name(name).value(number);
    }

    /** A member with a number. */
    public JsonOutput member(String name, double number) throws IOException {
        return name(name).value(number);
    }

    /** A member with {@code true} or {@code false}. */
    public JsonOutput member(String name, boolean truth) throws IOException {
        return name(name).value(truth);
    }

    /** A member with an array of strings. */
    public JsonOutput member(String name, Iterable<String> texts) throws IOException {
        beginArray(name);
        for (String text : texts) {
            value(text);
        }
        return endArray();
    }

    /** A member with a string, or no member where it is null. */
    public JsonOutput optional(String name, @CheckForNull String text) throws IOException {
        return text == null ? this : member(name, text);
    }

    /** A member with a number, or no member where it is null. */
    public JsonOutput optional(String name, @CheckForNull Double number) throws IOException {
        return number == null ? this : member(name, number);
    }

    /** Ends a line: after a document, and between the documents of JSON Lines. */
    public JsonOutput line() throws IOException {
        generator.writeRaw('\n');
        return this;
    }

    /** Passes on to the stream what is buffered, and flushes it. */
    public void flush() throws IOException {
        generator.flush();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        generator.close();
        out.flush();
    }
}
