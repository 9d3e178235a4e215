package io.jenkins.plugins.compliance.engine.evidence.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeFuzzTest {
    private static final byte[] PAYLOAD = "{\"_type\":\"x\"}".getBytes(StandardCharsets.UTF_8);

    static Stream<byte[]> seeds() {
        return Stream.of(Samples.KEY, Samples.OTHER_KEY)
                .map(key -> Envelope.seal(PAYLOAD, key).toByteArray());
    }

    @MethodSource("seeds")
    @FuzzTest
    void whateverVerifiesIsWhatWasSigned(byte[] content) {
        try {
            Envelope envelope = Envelope.parse(content);
            assertThat(envelope.toByteArray()).isEqualTo(content);
            byte[] payload = envelope.payload();
            assertThat(envelope.keyId()).hasSize(Sha256.HEX_DIGITS);
            assertThat(payload).startsWith(envelope.beginningOfPayload(9));
            if (envelope.verifies(Samples.KEY.publicKey()) || envelope.verifies(Samples.OTHER_KEY.publicKey())) {
                assertThat(Arrays.equals(payload, PAYLOAD)).isTrue();
            }
        } catch (BrokenEnvelopeException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
