package io.jenkins.plugins.compliance.engine.io.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What our scanner accepts, refuses and reads, against a second implementation: Jackson. */
class JsonAgainstJacksonTest {
    private static final String REFUSED = "refused";

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> leaves = Arbitraries.oneOf(
                Arbitraries.of(
                        "true",
                        "false",
                        "null",
                        "0",
                        "-0",
                        "12",
                        "-1.5e+10",
                        "1E400",
                        "123456789012345678",
                        "1234567890123456789012"),
                Arbitraries.strings().ofMaxLength(100).map(JsonAgainstJacksonTest::quoted),
                Arbitraries.of(
                        "\"\\u00e9\\n\\\"\\\\\\/\"",
                        "\"\\ud83d\\ude00\"",
                        "\"\"",
                        "\"" + "long ".repeat(14_000) + "\""));
        return Arbitraries.lazyOf(() -> leaves, () -> leaves, () -> arrays(), () -> objects());
    }

    private Arbitrary<String> arrays() {
        return documents().list().ofMaxSize(4).map(items -> "[" + String.join(" ,\n", items) + "]");
    }

    private Arbitrary<String> objects() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of(
                        "id",
                        "name",
                        "ruleIndex",
                        "partialFingerprints",
                        "x".repeat(56),
                        "x".repeat(57),
                        "x".repeat(300)),
                Arbitraries.strings().ofMaxLength(20));
        return net.jqwik.api.Combinators.combine(
                        names.list().ofSize(3), documents().list().ofMaxSize(3))
                .as((keys, values) -> {
                    StringBuilder text = new StringBuilder("{");
                    for (int i = 0; i < values.size(); i++) {
                        text.append(i == 0 ? "" : ", ")
                                .append(quoted(keys.get(i)))
                                .append(":\t")
                                .append(values.get(i));
                    }
                    return text.append("}").toString();
                });
    }

    @Property(tries = 200)
    void readsWhatJacksonReads(@ForAll("documents") String document, @ForAll long seed) {
        compare(document.getBytes(StandardCharsets.UTF_8), seed);
    }

    @Property(tries = 800)
    void refusesWhatJacksonRefuses(
            @ForAll("documents") String document,
            @ForAll @IntRange(max = 1 << 30) int place,
            @ForAll @IntRange(max = 127) int replacement,
            @ForAll @IntRange(max = 2) int change,
            @ForAll long seed) {
        byte[] whole = document.getBytes(StandardCharsets.UTF_8);
        int at = place % whole.length;
        byte[] changed = switch (change) {
            case 0 -> Arrays.copyOf(whole, at);
            case 1 -> replaced(whole, at, (byte) replacement);
            default -> replaced(whole, at, (byte) "{}[]:,\"\\0-e1tnu \n".charAt(replacement % 17));
        };
        compare(changed, seed);
    }

    private static byte[] replaced(byte[] whole, int at, byte replacement) {
        byte[] changed = whole.clone();
        // Within a character of several bytes we are more lenient than Jackson: it becomes U+FFFD.
        changed[at] = whole[at] < 0 ? whole[at] : replacement;
        return changed;
    }

    private static void compare(byte[] document, long seed) {
        String jackson = byJackson(document);
        assertThat(byCursor(document, new Random(seed), false)).isEqualTo(jackson);
        String skipped = byCursor(document, new Random(seed), true);
        assertThat(skipped.equals(REFUSED)).isEqualTo(jackson.equals(REFUSED));
    }

    private static String byCursor(byte[] document, Random random, boolean skipping) {
        try (JsonCursor json = JsonInput.open(new Trickle(document, random), "d", Limits.DEFAULTS)) {
            List<String> events = new ArrayList<>();
            if (skipping) {
                json.skip();
            } else {
                value(json, events);
            }
            json.end();
            return events.toString();
        } catch (IOException e) {
            return REFUSED;
        }
    }

    private static void value(JsonCursor json, List<String> events) throws IOException {
        switch (json.kind()) {
            case OBJECT -> {
                events.add("{");
                json.beginObject();
                for (String name = json.nextName(); name != null; name = json.nextName()) {
                    events.add(name);
                    value(json, events);
                }
                events.add("}");
            }
            case ARRAY -> {
                events.add("[");
                json.beginArray();
                while (json.nextElement()) {
                    value(json, events);
                }
                events.add("]");
            }
            case NULL -> {
                events.add("null");
                json.skip();
            }
            default -> events.add(json.text());
        }
    }

    private static String byJackson(byte[] document) {
        try (JsonParser parser = new JsonFactory().createParser(document)) {
            List<String> events = new ArrayList<>();
            int depth = 0;
            int roots = 0;
            while (parser.nextToken() != null) {
                switch (parser.currentToken()) {
                    case START_OBJECT, START_ARRAY -> depth++;
                    case END_OBJECT, END_ARRAY -> depth--;
                    default -> {}
                }
                events.add(parser.getText());
                roots += depth == 0 ? 1 : 0;
            }
            // Half of a surrogate pair is a character to Jackson; with us it becomes U+FFFD.
            return roots == 1 ? JsonEscapes.wellFormed(events.toString()) : REFUSED;
        } catch (IOException e) {
            return REFUSED;
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .forEach(point -> {
                    if (point < ' ' || point == '"' || point == '\\') {
                        quoted.append(String.format("\\u%04x", point));
                    } else {
                        quoted.appendCodePoint(point);
                    }
                });
        return quoted.append('"').toString();
    }

    /** Gives bytes in portions of any size, so that buffers end anywhere. */
    private static final class Trickle extends InputStream {
        private final InputStream in;
        private final Random random;

        Trickle(byte[] bytes, Random random) {
            this.in = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return in.read(buffer, offset, Math.min(length, 1 + random.nextInt(random.nextBoolean() ? 9 : 70_000)));
        }
    }
}
