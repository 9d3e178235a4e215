package io.jenkins.plugins.compliance.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

class ScanToolFileFuzzTest {
    private static final Limits LIMITS = Limits.DEFAULTS.withPolicy(1 << 18, 20_000, 10, 50);

    @TempDir
    static Path folder;

    static Stream<byte[]> seeds() {
        return Stream.of("""
                        schema: 1
                        presets: [bandit]
                        tools:
                          - preset: spotbugs
                            timeout: 5m
                            settings: {lib: "${here}/spotbugs", plugin: /opt/fsb.jar}
                            applies: {exclude: ["**/generated/**"]}
                        """, """
                        schema: 1
                        presets: none
                        tools:
                          - id: own
                            category: sast
                            command: ["tool", "--out=${report}", "${files}"]
                            report: {format: sarif, file: out.sarif}
                            exits: {0: clean, "1-2": findings, else: error}
                            applies: {when: "lang in (c, java)", files: ["**/*.c"]}
                        """).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyFileIsToolsOrSaysWhatIsWrong(byte[] content) throws IOException {
        Path file = folder.resolve("tools.yaml");
        Files.write(file, content);
        ScanTools tools = ScanToolFile.read(file, LIMITS);
        assertThat(tools.tools()).doesNotHaveDuplicates();
    }
}
