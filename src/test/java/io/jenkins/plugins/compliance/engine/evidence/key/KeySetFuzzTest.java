package io.jenkins.plugins.compliance.engine.evidence.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Samples;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class KeySetFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(Samples.KEY, Samples.OTHER_KEY).map(key -> KeySetJson.write(KeySet.of(key.publicKey())));
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyTextIsASetOfKeysOrRefused(byte[] content) {
        try {
            KeySet keys = KeySetJson.read(new String(content, StandardCharsets.UTF_8), "keys", Limits.DEFAULTS);
            assertThat(KeySetJson.read(
                                    new String(KeySetJson.write(keys), StandardCharsets.UTF_8), "keys", Limits.DEFAULTS)
                            .keys())
                    .hasSameSizeAs(keys.keys());
        } catch (IOException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
