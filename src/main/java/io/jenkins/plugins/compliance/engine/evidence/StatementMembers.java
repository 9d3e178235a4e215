package io.jenkins.plugins.compliance.engine.evidence;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The members of one JSON object of a statement, read before they are asked for: scalars as text, arrays of scalars as lists,
 * and what else the caller takes. A member that is missing or of another form is an error with its name; one that nobody
 * knows is left out.
 */
public final class StatementMembers {
    private final String where;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    private StatementMembers(String where) {
        this.where = where;
    }

    /** Takes a member that is not a scalar or a list of scalars. */
    @FunctionalInterface
    public interface Nested {
        /** Whether it took the member; the cursor stands at its value. */
        boolean take(String name, JsonCursor json) throws IOException, BrokenEnvelopeException;
    }

    /** The members of an object without further nesting. */
    public static StatementMembers of(JsonCursor json, String where) throws IOException, BrokenEnvelopeException {
        return of(json, where, (name, value) -> false);
    }

    /** The members of an object. */
    public static StatementMembers of(JsonCursor json, String where, Nested nested)
            throws IOException, BrokenEnvelopeException {
        StatementMembers members = new StatementMembers(where);
        if (!json.beginObject()) {
            throw new BrokenEnvelopeException("its " + where + " is not an object");
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (nested.take(name, json)) {
                continue;
            }
            switch (json.kind()) {
                case ARRAY -> members.lists.put(name, json.texts());
                case TEXT, NUMBER, BOOLEAN -> members.texts.put(name, json.text(""));
                default -> json.skip();
            }
        }
        return members;
    }

    /** A text that must be there. */
    public String text(String name) throws BrokenEnvelopeException {
        String text = texts.get(name);
        if (text == null) {
            throw new BrokenEnvelopeException("its statement lacks " + where + "." + name);
        }
        return text;
    }

    /** A text that may be there. */
    @CheckForNull
    public String optional(String name) {
        return texts.get(name);
    }

    /** A list that must be there. */
    public List<String> list(String name) throws BrokenEnvelopeException {
        List<String> list = lists.get(name);
        if (list == null) {
            throw new BrokenEnvelopeException("its statement lacks " + where + "." + name);
        }
        return list;
    }

    /** A number that must be there and not be negative. */
    public long count(String name) throws BrokenEnvelopeException {
        return number(name, text -> {
            long count = Long.parseLong(text);
            if (count < 0) {
                throw new NumberFormatException(text);
            }
            return count;
        });
    }

    /** A number that must be there. */
    public int integer(String name) throws BrokenEnvelopeException {
        return number(name, Integer::parseInt);
    }

    /** {@code true} or {@code false}. */
    public boolean truth(String name) throws BrokenEnvelopeException {
        String text = text(name);
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(name);
        }
        return text.equals("true");
    }

    /** A moment. */
    public Instant moment(String name) throws BrokenEnvelopeException {
        return parsed(name, Instant::parse);
    }

    /** A value of java.time. */
    public <T> T parsed(String name, Function<String, T> parser) throws BrokenEnvelopeException {
        try {
            return parser.apply(text(name));
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    /** An exception that says that a member has not the form that is expected. */
    public BrokenEnvelopeException wrong(String name) {
        return new BrokenEnvelopeException("its " + where + "." + name + " has not the form that is expected");
    }

    private <T> T number(String name, Function<String, T> parser) throws BrokenEnvelopeException {
        try {
            return parser.apply(text(name));
        } catch (NumberFormatException e) {
            throw wrong(name);
        }
    }
}
