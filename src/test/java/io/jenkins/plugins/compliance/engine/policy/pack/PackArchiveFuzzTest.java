package io.jenkins.plugins.compliance.engine.policy.pack;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

class PackArchiveFuzzTest {
    private static final Limits LIMITS =
            Limits.DEFAULTS.withPolicy(1 << 18, 20_000, 10, 50).withArchive(20, 1 << 20, 100);

    @TempDir
    static Path folder;

    static Stream<byte[]> seeds() throws IOException {
        PackFolder pack =
                PackFolder.sound(Files.createTempDirectory(folder, "pack")).file("playbooks/a.md", "# A\n");
        return Stream.of(
                Files.readAllBytes(pack.zip(folder.resolve("plain.zip"), "")),
                Files.readAllBytes(pack.zip(folder.resolve("rooted.zip"), "pack-1/")));
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyArchiveIsAPackOrSaysWhatIsWrong(byte[] content) throws IOException {
        Path file = folder.resolve("fuzzed.zip");
        Files.write(file, content);
        try {
            LoadedPack.use(PolicyPacks.load(file, LIMITS));
        } catch (MalformedInputException | LimitExceededException refused) {
            // What can't be opened as an archive is refused by these two alone.
        }
    }
}
