package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerArchiveFuzzTest {
    private static final Limits LIMITS = Limits.DEFAULTS.withArchive(50, 1 << 20, 100);

    @TempDir
    static Path folder;

    static Stream<byte[]> seeds() throws IOException {
        Path ledger = Samples.ledger(Files.createTempDirectory(folder, "seed"), Samples.SHOP, Samples.KEY, 2);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(ledger)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry("evidence/" + ledger.relativize(file)));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return Stream.of(bytes.toByteArray());
    }

    @MethodSource("seeds")
    @FuzzTest
    void noArchiveHoldsUnderAKeyThatNeverSigned(byte[] content) throws IOException {
        Path file = folder.resolve("fuzzed.zip");
        Files.write(file, content);
        KeySet stranger = KeySet.of(Samples.OTHER_KEY.publicKey());
        try {
            Verification read = LedgerReader.read(file, stranger, VerifyOptions.DEFAULTS, LIMITS);
            assertThat(read.verdict()).isNotEqualTo(Verdict.HELD);
        } catch (MalformedInputException | LimitExceededException refused) {
            // What can't be opened as an archive is refused by these two alone.
        }
    }
}
