package io.jenkins.plugins.compliance.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.io.json.JsonInput;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhraseJsonTest {
    private static final Map<String, PhraseCode> BY_ID =
            WordingTest.codes().stream().collect(Collectors.toMap(PhraseCode::id, Function.identity()));
    private static final PhraseReader READER = new PhraseReader(id -> Optional.ofNullable(BY_ID.get(id)));

    @Test
    void eachCodeSurvivesWithAllArguments() throws IOException {
        Phrase inner = someOf(
                WordingTest.codes().stream()
                        .filter(code -> code.parameters().isEmpty())
                        .findFirst()
                        .orElseThrow(),
                null);
        List<Phrase> phrases =
                WordingTest.codes().stream().map(code -> someOf(code, inner)).toList();

        assertThat(read(written(phrases)))
                .containsExactlyElementsOf(phrases.stream().map(Optional::of).toList());
    }

    @Test
    void eachCodeSurvivesWithoutArguments() throws IOException {
        List<Phrase> phrases = WordingTest.codes().stream()
                .map(code -> new Phrase(
                        code,
                        code.parameters().stream()
                                .map(each -> (Argument) Argument.NONE)
                                .toList()))
                .toList();

        assertThat(read(written(phrases)))
                .containsExactlyElementsOf(phrases.stream().map(Optional::of).toList());
    }

    @Test
    void whatIsNoPhraseIsNone() throws IOException {
        assertThat(read("""
                [{"code": "of-tomorrow", "arguments": {}}, {"code": "failed"}, {"code": 3, "arguments": {}}, "failed", null,
                 {"code": "failed", "arguments": {"exitCode": "three"}}, {"code": "failed", "arguments": {"exitCode": 3}},
                 {"code": "report-too-old", "arguments": {"written": "yesterday"}}]"""))
                .extracting(Optional::isPresent)
                .containsExactly(false, false, false, false, false, false, true, false);
        assertThat(read("{}")).isEmpty();
    }

    private static Phrase someOf(PhraseCode code, Phrase inner) {
        List<Argument> arguments = new ArrayList<>();
        for (Parameter parameter : code.parameters()) {
            arguments.add(
                    switch (parameter.kind()) {
                        case TEXT -> new Argument.Text("a \"quoted\" \u202E text");
                        case COUNT -> new Argument.Count(Long.MAX_VALUE);
                        case MOMENT -> new Argument.Moment(Instant.parse("2026-11-01T08:00:00.123456789Z"));
                        case DAY -> new Argument.Day(LocalDate.of(2026, 2, 28));
                        case TERM -> Argument.term("high");
                        case REFERENCE -> new Argument.Reference("job shop of http://ci/", 7);
                        case PHRASE -> new Argument.Nested(inner);
                        case LIST -> Argument.of(List.of("a", inner, "b"));
                    });
        }
        return new Phrase(code, arguments);
    }

    private static String written(List<Phrase> phrases) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.compact(out)) {
            json.beginObject();
            PhraseJson.write(json, "phrases", phrases);
            json.endObject();
        }
        String text = out.toString(StandardCharsets.UTF_8);
        return text.substring("{\"phrases\":".length(), text.length() - 1);
    }

    private static List<Optional<Phrase>> read(String json) throws IOException {
        try (JsonCursor cursor = JsonInput.ofText(json, "phrases", Limits.DEFAULTS)) {
            List<Optional<Phrase>> read = READER.read(cursor);
            cursor.end();
            return read;
        }
    }
}
