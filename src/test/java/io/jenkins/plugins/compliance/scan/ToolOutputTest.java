package io.jenkins.plugins.compliance.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolOutputTest {
    @TempDir
    private Path tool;

    @Test
    void aLongOutputIsShortenedInTheMiddleAndSaysSo() throws Exception {
        Files.writeString(tool.resolve(ToolFolder.OUT), "begin" + "x".repeat(100_000) + "end");

        ToolOutput output = ToolOutput.read(new ReadOutput(1_000).invoke(tool.toFile(), null), 1_000);

        assertThat(output.out())
                .startsWith("begin")
                .endsWith("end")
                .contains("[... 99008 bytes left out ...]")
                .hasSizeLessThan(1_100);
        assertThat(output.err()).isEmpty();
    }

    @Test
    void aLinkIsNoOutput() throws Exception {
        Path outside = Files.writeString(tool.resolveSibling("outside-" + tool.getFileName()), "secret");
        Files.createSymbolicLink(tool.resolve(ToolFolder.OUT), outside);

        assertThat(ToolOutput.read(new ReadOutput(1_000).invoke(tool.toFile(), null), 1_000)
                        .all())
                .isEmpty();
    }

    @Test
    void secretsAreMasked() {
        ToolOutput output = new ToolOutput("token s3cret", "s3crets3cret", "").without(List.of("s3cret", ""));

        assertThat(output.all()).isEqualTo("token ****\n********");
    }

    @Test
    void aSecretOfManyLinesIsNotAmongTheLast() {
        String key = "-----BEGIN PRIVATE KEY-----\n" + "MC4CAQAwBQYDK2Vw\n".repeat(30) + "-----END PRIVATE KEY-----\n";

        assertThat(new ToolOutput("", "reading\n" + key + "\nno such rule\n", "").lastLines(20))
                .containsExactly("reading", "[redacted]", "no such rule");
    }

    @Test
    void theVersionIsWhatTheDefinitionsPatternFinds() {
        ToolOutput output = new ToolOutput("", "", "tool 1.2.3\n");

        assertThat(output.version(new ScanTool.VersionQuery(List.of("tool"), "tool ([0-9.]+)")))
                .isEqualTo("1.2.3");
        assertThat(output.version(new ScanTool.VersionQuery(List.of("tool"), "other ([0-9.]+)")))
                .isNull();
        assertThat(output.version(null)).isNull();
    }
}
