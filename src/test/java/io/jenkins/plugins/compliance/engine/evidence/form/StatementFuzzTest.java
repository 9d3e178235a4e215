package io.jenkins.plugins.compliance.engine.evidence.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Samples;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** What a holder of the key could sign: the payloads of entries. */
class StatementFuzzTest {
    private static final Limits LIMITS = Samples.limits(1 << 16, 100);

    @TempDir
    static Path folder;

    static Stream<byte[]> seeds() throws IOException, BrokenEnvelopeException {
        Path ledger = Samples.ledger(Files.createTempDirectory(folder, "seed"), Samples.SHOP, Samples.KEY, 4);
        List<byte[]> payloads = new ArrayList<>();
        for (String line : Samples.lines(ledger)) {
            payloads.add(Envelope.parse(line.getBytes(StandardCharsets.UTF_8)).payload());
        }
        return payloads.stream();
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyPayloadIsAnObservationOrRefused(byte[] payload) {
        try {
            ChainLink link = ChainLinkReader.read(payload, true);
            assertThat(StatementReader.read(payload, link, LIMITS)).isNotNull();
        } catch (BrokenEnvelopeException | LimitExceededException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
