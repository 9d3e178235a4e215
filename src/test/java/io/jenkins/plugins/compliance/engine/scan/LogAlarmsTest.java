package io.jenkins.plugins.compliance.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogAlarmsTest {
    @TempDir
    Path temp;

    @Test
    void applicationThatCouldNotBeReachedIsToldByTheOutputOfWapitiAlone() throws IOException {
        Path log = temp.resolve("log.txt");
        Files.writeString(log, """
                Wapiti-3.0.4 (wapiti.sourceforge.io)
                [!] Connection error with URL http://127.0.0.1:9/
                [*] Saving scan state, please wait...
                [*] Wapiti found 0 URLs and forms during the scan
                """);

        List<String> alarms = LogAlarms.in(
                log, ToolPresets.all().get("wapiti").orElseThrow().health().alarms());

        assertThat(alarms)
                .containsExactly(
                        "[!] Connection error with URL http://127.0.0.1:9/",
                        "[*] Wapiti found 0 URLs and forms during the scan");
    }

    @Test
    void aFewLinesAreEnoughAndSecretsInThemAreNotKept() throws IOException {
        Path log = temp.resolve("log.txt");
        Files.writeString(log, "ERROR https://user:pass-word@example.org/\n".repeat(50));

        assertThat(LogAlarms.in(log, List.of("ERROR*"))).hasSize(3).noneMatch(line -> line.contains("pass-word"));
    }
}
