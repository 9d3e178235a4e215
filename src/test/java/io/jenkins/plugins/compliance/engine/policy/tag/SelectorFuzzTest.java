package io.jenkins.plugins.compliance.engine.policy.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class SelectorFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of("a = b", "a in (b, c), d notin (e), !f", "kind != web, zone")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatIsParsedMeansTheSameWhenItIsWrittenAndParsedAgain(byte[] content) throws PolicySyntaxException {
        Selector selector;
        try {
            selector = Selector.parse(new String(content, StandardCharsets.UTF_8));
        } catch (PolicySyntaxException refused) {
            return;
        }
        assertThat(Selector.parse(selector.toString())).isEqualTo(selector);
    }
}
