package io.jenkins.plugins.compliance.engine.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
    private static final String REPORT = """
            {"skipped": {"deep": [1, {"x": []}]},
             "runs": [{"results": [{"id": "a", "line": 3}, {"id": "b", "line": "4"}, 7, {"id": "c", "line": 5.0}]}],
             "after": true}""";

    @Test
    void whatNobodyAsksForIsSkipped() throws IOException {
        try (JsonCursor json = open(REPORT)) {
            assertThat(results(json)).containsExactly("a3", "b4", "null-1", "c5");
        }
    }

    @Test
    void pathSaysWhereInTheDocument() throws IOException {
        List<String> paths = new ArrayList<>();
        try (JsonCursor json = open(REPORT)) {
            json.beginObject();
            while (!"runs".equals(json.nextName())) {}
            json.beginArray();
            json.nextElement();
            json.beginObject();
            json.nextName();
            json.beginArray();
            while (json.nextElement()) {
                paths.add(json.path());
            }
        }
        assertThat(paths)
                .containsExactly(
                        "runs[0].results[0]", "runs[0].results[1]", "runs[0].results[2]", "runs[0].results[3]");
    }

    @Test
    void anElementCanBeGivenUpHalfWay() throws IOException {
        try (JsonCursor json = open("[{\"a\": [1, [2, {\"b\": 3}], 4], \"c\": {}}, \"next\"]")) {
            json.beginArray();
            json.nextElement();
            int depth = json.depth();
            json.beginObject();
            json.nextName();
            json.beginArray();
            json.nextElement();
            json.nextElement();
            json.beginArray();
            json.leaveTo(depth);
            assertThat(json.nextElement()).isTrue();
            assertThat(json.text()).isEqualTo("next");
            assertThat(json.nextElement()).isFalse();
            json.end();
        }
    }

    @Test
    void wrongTypesCountAsAbsent() throws IOException {
        try (JsonCursor json = open("[{}, \"x\", [1], 1e400, 99999999999999999999, null, \"0x10\"]")) {
            json.beginArray();
            json.nextElement();
            assertThat(json.text()).isNull();
            json.nextElement();
            assertThat(json.integer(-1)).isEqualTo(-1);
            json.nextElement();
            assertThat(json.bool()).isNull();
            json.nextElement();
            assertThat(json.number()).isEmpty();
            json.nextElement();
            assertThat(json.integer()).isEmpty();
            json.nextElement();
            assertThat(json.text("none")).isEqualTo("none");
            json.nextElement();
            assertThat(json.number()).isEmpty();
            assertThat(json.nextElement()).isFalse();
        }
    }

    @Test
    void wholeNumbersOfEveryLength() throws IOException {
        StringBuilder digits = new StringBuilder();
        for (int length = 1; length <= 18; length++) {
            digits.append(length % 10);
            for (String sign : List.of("", "-")) {
                long expected = new BigInteger(sign + digits).longValue();
                for (String after : length > 15 ? List.of("", " ", "\n") : List.of("", " ", "\n", ".0", "e0")) {
                    try (JsonCursor json = open("[" + sign + digits + after + ", 7]")) {
                        json.beginArray();
                        json.nextElement();
                        assertThat(json.integer(0)).isEqualTo(expected);
                        json.nextElement();
                        assertThat(json.integer(0)).isEqualTo(7);
                    }
                }
            }
        }
    }

    @Test
    void listsAndMembersOfText() throws IOException {
        try (JsonCursor json = open("[[\"a\", {}, 1], \"single\", {\"k\": \"v\", \"n\": 2, \"o\": {}}]")) {
            json.beginArray();
            json.nextElement();
            assertThat(json.texts()).containsExactly("a", "1");
            json.nextElement();
            assertThat(json.texts()).containsExactly("single");
            json.nextElement();
            assertThat(json.textMembers()).hasToString("{k=v, n=2}");
        }
    }

    static Stream<byte[]> encodings() {
        List<byte[]> encodings = new ArrayList<>();
        for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
            encodings.add(REPORT.getBytes(Charset.forName(charset)));
            encodings.add(("\ufeff" + REPORT).getBytes(Charset.forName(charset)));
        }
        return encodings.stream();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void everyEncodingOfJson(byte[] report) throws IOException {
        try (JsonCursor json = JsonInput.open(new ByteArrayInputStream(report), "r.json", Limits.DEFAULTS)) {
            assertThat(results(json)).containsExactly("a3", "b4", "null-1", "c5");
        }
    }

    @Test
    void endingEarlyIsSaid() throws IOException {
        for (int length = 1; length < REPORT.length(); length++) {
            String cut = REPORT.substring(0, length);
            assertThatThrownBy(() -> results(open(cut)))
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageStartingWith("r.json:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "\ufeff  "})
    void emptyIsMalformed(String text) {
        assertThatThrownBy(() -> open(text))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void textAfterTheEndIsMalformed() {
        assertThatThrownBy(() -> results(open(REPORT + " {}")))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("after the end");
    }

    @Test
    void severalDocuments() throws IOException {
        List<String> texts = new ArrayList<>();
        try (JsonCursor json = open("{\"id\": \"a\"}\n{\"id\": \"b\"}\n")) {
            do {
                texts.add(json.textMembers().get("id"));
            } while (json.nextDocument());
        }
        assertThat(texts).containsExactly("a", "b");
    }

    @Test
    void limitsAreNamed() {
        Limits small = Limits.DEFAULTS.withReportBytes(1000).withNesting(5).withTextLength(20);
        assertThatThrownBy(() -> read("[[[[[[1]]]]]]", small)).hasMessageContaining("nesting of 5");
        assertThatThrownBy(() -> read("\"" + "x".repeat(21) + "\"", small)).hasMessageContaining("textLength of 20");
        assertThatThrownBy(() -> read("[\"a\", \"b\"]", small)).hasMessageContaining("textLength of 20");
        assertThatThrownBy(() -> read("[1" + ",1".repeat(500) + "]", small))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("reportBytes of 1000");
    }

    private static void read(String text, Limits limits) throws IOException {
        try (JsonCursor json = JsonInput.ofText(text, "r.json", limits)) {
            json.texts();
            json.end();
        }
    }

    private static JsonCursor open(String text) throws IOException {
        return JsonInput.open(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "r.json", Limits.DEFAULTS);
    }

    private static List<String> results(JsonCursor json) throws IOException {
        List<String> results = new ArrayList<>();
        json.beginObject();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (name.equals("runs") && json.beginArray()) {
                while (json.nextElement()) {
                    run(json, results);
                }
            }
        }
        json.end();
        return results;
    }

    private static void run(JsonCursor json, List<String> results) throws IOException {
        json.beginObject();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (name.equals("results") && json.beginArray()) {
                while (json.nextElement()) {
                    results.add(result(json));
                }
            }
        }
    }

    private static String result(JsonCursor json) throws IOException {
        String id = null;
        long line = -1;
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "id" -> id = json.text();
                    case "line" -> line = json.integer(-1);
                    default -> {}
                }
            }
        }
        return id + line;
    }
}
