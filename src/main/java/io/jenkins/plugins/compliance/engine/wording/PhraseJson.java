package io.jenkins.plugins.compliance.engine.wording;

import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.IOException;
import java.util.List;

/**
 * Writes phrases in JSON: {@code {"code": "findings-exceed", "arguments": {"found": 3}}}. Moments and days are texts as in ISO 8601, a phrase in
 * a phrase is such an object, several values are an array, and what says nothing is left out. {@link PhraseReader} is the counterpart.
 */
public final class PhraseJson {
    private PhraseJson() {}

    /** Writes phrases as the array of this name. */
    public static void write(JsonOutput json, String name, List<Phrase> phrases) throws IOException {
        json.beginArray(name);
        for (Phrase phrase : phrases) {
            json.beginObject();
            members(json, phrase);
            json.endObject();
        }
        json.endArray();
    }

    /** Writes a phrase as the object of this name. */
    public static void write(JsonOutput json, String name, Phrase phrase) throws IOException {
        json.beginObject(name);
        members(json, phrase);
        json.endObject();
    }

    private static void members(JsonOutput json, Phrase phrase) throws IOException {
        json.member("code", phrase.code().id());
        List<Parameter> parameters = phrase.code().parameters();
        json.beginObject("arguments");
        for (int i = 0; i < parameters.size(); i++) {
            argument(json, parameters.get(i).name(), phrase.arguments().get(i));
        }
        json.endObject();
    }

    private static void argument(JsonOutput json, String name, Argument argument) throws IOException {
        if (argument instanceof Argument.Count count) {
            json.member(name, count.count());
        } else if (argument instanceof Argument.Reference reference) {
            json.beginObject(name)
                    .member("ledger", reference.ledger())
                    .member("sequence", reference.sequence())
                    .endObject();
        } else if (argument instanceof Argument.Nested nested) {
            write(json, name, nested.phrase());
        } else if (argument instanceof Argument.Several several) {
            json.beginArray(name);
            for (Argument each : several.each()) {
                if (each instanceof Argument.Nested nested) {
                    json.beginObject();
                    members(json, nested.phrase());
                    json.endObject();
                } else {
                    json.value(text(each));
                }
            }
            json.endArray();
        } else if (!(argument instanceof Argument.None)) {
            json.member(name, text(argument));
        }
    }

    private static String text(Argument argument) {
        if (argument instanceof Argument.Text text) {
            return text.text();
        }
        if (argument instanceof Argument.Term term) {
            return term.id();
        }
        if (argument instanceof Argument.Moment moment) {
            return moment.moment().toString();
        }
        if (argument instanceof Argument.Day day) {
            return day.day().toString();
        }
        return argument instanceof Argument.Count count ? Long.toString(count.count()) : "";
    }
}
