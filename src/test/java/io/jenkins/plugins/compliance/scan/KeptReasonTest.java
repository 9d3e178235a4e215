package io.jenkins.plugins.compliance.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptReasonTest {
    static Stream<Phrase> reasons() {
        return Stream.of(
                RunReason.NOT_BEGUN.of(),
                RunReason.SETTING_UNSET.of(List.of("home", "lib")),
                RunReason.FILE_ABSENT.of("/a \"b\"\\ü"),
                RunReason.COMMAND_LINE_TOO_LONG.of(3, 1_000_001L, 1_000_000, "${files.list}"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void whatIsWrittenIsReadAgain(Phrase reason) {
        assertThat(KeptReason.read(KeptReason.write(reason))).isEqualTo(reason);
    }

    /** Of a scan that was under way when the plugin was updated, or taken back. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "its setting home is not set",
                "",
                "\"A=B\" can't name an environment variable",
                "{",
                "[1]",
                "{\"reason\":[]}",
                "{\"other\":[{\"code\":\"not-begun\",\"arguments\":{}}]}",
                "{\"reason\":[{\"code\":\"of-a-later-version\",\"arguments\":{}}]}"
            })
    void whatHasNoCodeThatIsKnownKeepsItsText(String kept) {
        assertThat(KeptReason.read(kept)).isEqualTo(RunReason.AS_RECORDED.of(kept));
    }
}
