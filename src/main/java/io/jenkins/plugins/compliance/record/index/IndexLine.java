package io.jenkins.plugins.compliance.record.index;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.io.json.JsonInput;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One build in the file of an index: a line of JSON. */
final class IndexLine {
    private static final long SCHEMA = 1;

    private IndexLine() {}

    /** The line, with its line feed. */
    static byte[] write(IndexEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.compact(bytes)) {
            json.beginObject()
                    .member("schema", SCHEMA)
                    .member("build", entry.build())
                    .member("at", entry.at().toString())
                    .member("gate", entry.gate().id())
                    .member("open", entry.open())
                    .member("policy", entry.policy())
                    .member("version", entry.policyVersion())
                    .member("digest", entry.policyDigest());
            json.beginObject("tags");
            for (Map.Entry<String, String> tag : entry.tags().values().entrySet()) {
                json.member(tag.getKey(), tag.getValue());
            }
            json.endObject();
            counts(json, "procedures", entry.procedures());
            counts(json, "requirements", entry.requirements());
            json.endObject().line();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void counts(JsonOutput json, String name, Map<Outcome, Long> counts) throws IOException {
        json.beginObject(name);
        for (Map.Entry<Outcome, Long> count : counts.entrySet()) {
            json.member(count.getKey().id(), count.getValue());
        }
        json.endObject();
    }

    /** The build in a line; empty when the line is none: an index is only a convenience, and goes on without it. */
    static Optional<IndexEntry> read(String line) {
        Reader reader = new Reader();
        try (JsonCursor json = JsonInput.ofText(line, "index", Limits.DEFAULTS)) {
            return Optional.ofNullable(reader.entry(json));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Takes the members as they come. */
    private static final class Reader {
        private final Map<String, String> texts = new HashMap<>();
        private final Map<Outcome, Long> procedures = new EnumMap<>(Outcome.class);
        private final Map<Outcome, Long> requirements = new EnumMap<>(Outcome.class);
        private Map<String, String> tags = Map.of();
        private long schema;
        private long build;
        private boolean open;

        @CheckForNull
        IndexEntry entry(JsonCursor json) throws IOException {
            if (!json.beginObject()) {
                return null;
            }
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "schema" -> schema = json.integer(0);
                    case "build" -> build = json.integer(0);
                    case "open" -> open = json.bool(false);
                    case "tags" -> tags = json.textMembers();
                    case "procedures" -> counts(json, procedures);
                    case "requirements" -> counts(json, requirements);
                    default -> texts.put(name, json.text(""));
                }
            }
            return schema == SCHEMA && build > 0 && build <= Integer.MAX_VALUE ? entry() : null;
        }

        private IndexEntry entry() {
            return new IndexEntry(
                    (int) build,
                    Instant.parse(text("at")),
                    Tags.of(tags),
                    procedures,
                    requirements,
                    Gate.Mode.ofId(text("gate")).orElse(Gate.Mode.OBSERVE),
                    open,
                    text("policy"),
                    text("version"),
                    text("digest"));
        }

        private String text(String name) {
            return texts.getOrDefault(name, "");
        }

        private static void counts(JsonCursor json, Map<Outcome, Long> into) throws IOException {
            if (!json.beginObject()) {
                return;
            }
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                long count = json.integer(0);
                String id = name;
                Arrays.stream(Outcome.values())
                        .filter(each -> each.id().equals(id))
                        .forEach(each -> into.put(each, count));
            }
        }
    }
}
