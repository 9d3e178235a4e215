package io.jenkins.plugins.compliance.record.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildLogTest {
    @ParameterizedTest
    @CsvSource({
        "0x1B, [U+001B]",
        "0x9B, [U+009B]",
        "0x202E, [U+202E]",
        "0x200B, [U+200B]",
        "0x0A, ' '",
        "0x85, ' '",
        "0x2028, ' '",
    })
    void aLineIsOneLineAndMovesNothing(String code, String shown) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new BuildLog(new PrintStream(out, true, StandardCharsets.UTF_8))
                .line("a" + new String(Character.toChars(Integer.decode(code))) + "[31mb");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a" + shown + "[31mb" + System.lineSeparator());
    }
}
