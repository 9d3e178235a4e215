package io.jenkins.plugins.compliance.engine.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what {@link PhraseJson} wrote. What is of a later version, or was not written by it, is no phrase. */
public final class PhraseReader {
    private final Function<String, Optional<PhraseCode>> codes;

    /**
     * @param codes finds a code by its {@link PhraseCode#id}
     */
    public PhraseReader(Function<String, Optional<PhraseCode>> codes) {
        this.codes = codes;
    }

    /** The phrases of the array at the cursor, empty in the place of what is none. */
    public List<Optional<Phrase>> read(JsonCursor json) throws IOException {
        List<Optional<Phrase>> phrases = new ArrayList<>();
        if (json.beginArray()) {
            while (json.nextElement()) {
                phrases.add(Optional.ofNullable(phrase(value(json))));
            }
        }
        return phrases;
    }

    /** Text, a number, a list or a map; null for anything else. */
    @CheckForNull
    private static Object value(JsonCursor json) throws IOException {
        switch (json.kind()) {
            case OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                json.beginObject();
                for (String name = json.nextName(); name != null; name = json.nextName()) {
                    Object value = value(json);
                    if (value != null) {
                        members.put(name, value);
                    }
                }
                return members;
            }
            case ARRAY -> {
                List<Object> elements = new ArrayList<>();
                json.beginArray();
                while (json.nextElement()) {
                    Object value = value(json);
                    if (value != null) {
                        elements.add(value);
                    }
                }
                return elements;
            }
            case NUMBER -> {
                return json.integer(0);
            }
            case TEXT -> {
                return json.text("");
            }
            default -> {
                json.skip();
                return null;
            }
        }
    }

    @CheckForNull
    private Phrase phrase(@CheckForNull Object value) {
        if (!(value instanceof Map<?, ?> members)
                || !(members.get("code") instanceof String id)
                || !(members.get("arguments") instanceof Map<?, ?> given)) {
            return null;
        }
        PhraseCode code = codes.apply(id).orElse(null);
        if (code == null) {
            return null;
        }
        List<Argument> arguments = new ArrayList<>();
        for (Parameter parameter : code.parameters()) {
            Object argument = given.get(parameter.name());
            Argument read = argument == null ? Argument.NONE : argument(parameter.kind(), argument);
            if (read == null) {
                return null;
            }
            arguments.add(read);
        }
        return new Phrase(code, arguments);
    }

    /** Null when the value is not of the kind. */
    @CheckForNull
    private Argument argument(Parameter.Kind kind, Object value) {
        try {
            return switch (kind) {
                case TEXT -> value instanceof String text ? new Argument.Text(text) : null;
                case TERM -> value instanceof String text ? new Argument.Term(text) : null;
                case COUNT -> value instanceof Long count ? new Argument.Count(count) : null;
                case MOMENT -> value instanceof String text ? new Argument.Moment(Instant.parse(text)) : null;
                case DAY -> value instanceof String text ? new Argument.Day(LocalDate.parse(text)) : null;
                case REFERENCE -> reference(value);
                case PHRASE -> nested(value);
                case LIST -> value instanceof List<?> list ? several(list) : null;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    @CheckForNull
    private static Argument reference(Object value) {
        return value instanceof Map<?, ?> members
                        && members.get("ledger") instanceof String ledger
                        && members.get("sequence") instanceof Long sequence
                ? new Argument.Reference(ledger, sequence)
                : null;
    }

    @CheckForNull
    private Argument nested(Object value) {
        Phrase phrase = phrase(value);
        return phrase == null ? null : new Argument.Nested(phrase);
    }

    @CheckForNull
    private Argument several(List<?> list) {
        List<Argument> several = new ArrayList<>();
        for (Object each : list) {
            Argument argument = each instanceof String text ? new Argument.Text(text) : nested(each);
            if (argument == null) {
                return null;
            }
            several.add(argument);
        }
        return new Argument.Several(several);
    }
}
