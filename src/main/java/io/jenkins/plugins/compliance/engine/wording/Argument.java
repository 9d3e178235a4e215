package io.jenkins.plugins.compliance.engine.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a {@link Phrase} is said about. */
public sealed interface Argument {
    /** Text that is the same in each language. */
    record Text(String text) implements Argument {}

    /** A number. */
    record Count(long count) implements Argument {}

    /** A moment. */
    record Moment(Instant moment) implements Argument {}

    /** A day. */
    record Day(LocalDate day) implements Argument {}

    /** A word of the engine; a language that lacks it shows its id. */
    record Term(String id) implements Argument {}

    /**
     * An entry of a ledger.
     *
     * @param ledger whose ledger it is
     * @param sequence number of the entry in it
     */
    record Reference(String ledger, long sequence) implements Argument {}

    /** Another sentence. */
    record Nested(Phrase phrase) implements Argument {}

    /** Several of these; what is empty says nothing. */
    record Several(List<Argument> each) implements Argument {
        /** Takes a copy of the arguments. */
        public Several {
            each = List.copyOf(each);
        }
    }

    /** Nothing is said. */
    record None() implements Argument {}

    /** Nothing is said. */
    Argument NONE = new None();

    /** A word of the engine. */
    static Argument term(String id) {
        return new Term(id);
    }

    /**
     * The argument that a value makes.
     *
     * @param value text, a number, a moment, a day, a phrase, an argument, a list of these; null for nothing
     * @throws IllegalArgumentException when it is something else
     */
    static Argument of(@CheckForNull Object value) {
        if (value == null) {
            return NONE;
        }
        if (value instanceof Argument argument) {
            return argument;
        }
        if (value instanceof String text) {
            return new Text(text);
        }
        if (value instanceof Long || value instanceof Integer) {
            return new Count(((Number) value).longValue());
        }
        if (value instanceof Phrase phrase) {
            return new Nested(phrase);
        }
        if (value instanceof Instant moment) {
            return new Moment(moment);
        }
        if (value instanceof LocalDate day) {
            return new Day(day);
        }
        if (value instanceof List<?> list) {
            return new Several(list.stream().map(Argument::of).toList());
        }
        throw new IllegalArgumentException("nothing is said about a " + value.getClass());
    }

    /** Whether it says nothing. */
    default boolean isEmpty() {
        return this instanceof None
                || this instanceof Several several && several.each().isEmpty();
    }
}
