package io.jenkins.plugins.compliance.engine.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonOutputTest {
    @Test
    void compact() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.compact(out)) {
            json.beginObject().member("a", 1).member("b", List.of("x", "y")).optional("c", (String) null);
            json.beginObject("d").member("e", 7.5).member("f", true).endObject().endObject();
            json.line();
        }
        assertThat(text(out)).isEqualTo("{\"a\":1,\"b\":[\"x\",\"y\"],\"d\":{\"e\":7.5,\"f\":true}}\n");
    }

    @Test
    void indented() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.indented(out)) {
            json.beginObject().member("a", 1).member("b", List.of("x")).endObject();
        }
        assertThat(text(out)).isEqualTo("{\n  \"a\": 1,\n  \"b\": [\n    \"x\"\n  ]\n}");
    }

    @Test
    void documentsInLines() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.compact(out)) {
            json.beginObject().endObject().line();
            json.beginObject().endObject().line();
        }
        assertThat(text(out)).isEqualTo("{}\n{}\n");
    }

    @Test
    void charactersThatActAreEscaped() throws IOException {
        assertThat(written("\u2028\u2029\u0000\u001b\u007f\u009b\n<&>\u00e9\ud83d\ude00"))
                .isEqualTo("\"\\u2028\\u2029\\u0000\\u001B\\u007F\\u009b\\n<&>\u00e9\\uD83D\\uDE00\"");
    }

    @Test
    void halfASurrogatePairIsReplaced() throws IOException {
        assertThat(written("a\ud800b\udc00")).isEqualTo("\"a\ufffdb\ufffd\"");
    }

    @Test
    void interruptedStaysIncomplete() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.compact(out)) {
            json.beginObject().beginArray("a").value("b");
        }
        assertThat(text(out)).isEqualTo("{\"a\":[\"b\"");
    }

    @Test
    void numbersThatJsonLacksAreRefused() throws IOException {
        JsonOutput json = JsonOutput.compact(new ByteArrayOutputStream());
        assertThatThrownBy(() -> json.value(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void anyTextComesBack(@ForAll String text) throws IOException {
        String wellFormed = JsonEscapes.wellFormed(text);
        assertThat(new ObjectMapper().readValue(written(text), String.class)).isEqualTo(wellFormed);
    }

    private static String written(String value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.compact(out)) {
            json.value(value);
        }
        return text(out);
    }

    private static String text(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8);
    }
}
