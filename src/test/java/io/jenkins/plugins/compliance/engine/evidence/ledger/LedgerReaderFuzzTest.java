package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence folders made of bytes: the head, a NUL, the entries. */
class LedgerReaderFuzzTest {
    private static final Limits LIMITS = Samples.limits(1 << 16, 100);

    @TempDir
    static Path folder;

    static Stream<byte[]> seeds() throws IOException {
        Path ledger = Samples.ledger(Files.createTempDirectory(folder, "seed"), Samples.SHOP, Samples.KEY, 3);
        ByteArrayOutputStream seed = new ByteArrayOutputStream();
        seed.write(Files.readAllBytes(ledger.resolve(LedgerLayout.HEAD)));
        seed.write(0);
        seed.write(Files.readAllBytes(ledger.resolve(LedgerLayout.LEDGER)));
        return Stream.of(seed.toByteArray());
    }

    @MethodSource("seeds")
    @FuzzTest
    void noFolderHoldsUnderAKeyThatNeverSigned(byte[] content) throws IOException {
        Path fuzzed = folder.resolve("fuzzed");
        Files.createDirectories(fuzzed);
        int split = 0;
        while (split < content.length && content[split] != 0) {
            split++;
        }
        Files.write(fuzzed.resolve(LedgerLayout.HEAD), Arrays.copyOf(content, split));
        Files.write(
                fuzzed.resolve(LedgerLayout.LEDGER),
                Arrays.copyOfRange(content, Math.min(content.length, split + 1), content.length));
        KeySet stranger = KeySet.of(Samples.OTHER_KEY.publicKey());
        for (VerifyOptions options :
                new VerifyOptions[] {VerifyOptions.DEFAULTS, VerifyOptions.DEFAULTS.withoutFiles()}) {
            Verification read = LedgerReader.read(fuzzed, stranger, options, LIMITS);
            assertThat(read.verdict()).isNotEqualTo(Verdict.HELD);
            assertThat(read.problems()).isNotEmpty();
            assertThat(read.evidence())
                    .noneMatch(evidence -> evidence.integrity() instanceof Evidence.Integrity.Verified);
            assertThat(LedgerReader.verify(fuzzed, stranger, options, LIMITS).verdict())
                    .isEqualTo(read.verdict());
        }
    }
}
