package io.jenkins.plugins.compliance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void listSaysWhichToolIsHereAndWhatIsMissing() throws IOException {
        Path file = file("""
                schema: 1
                presets: [pmd]
                tools:
                  - id: here
                    category: sast
                    command: [java, "${report}"]
                    version: {command: [java, -version], pattern: 'version "([^"]+)"'}
                    report: {format: sarif}
                    exits: {0: ran}
                    applies: {files: ["**/*"]}
                  - {preset: bandit, id: gone, command: [no-such-scanner, "${report}"]}
                """);

        assertThat(run("tools", "list", "--tools", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines()).anySatisfy(line -> assertThat(line).matches("here +sast +yes +[0-9].*"));
        assertThat(out.toString()).contains("the program no-such-scanner was not found", "setting lib is not set");
    }

    @Test
    void showPrintsADefinitionAsItIsInForce() {
        assertThat(run("tools", "show", "shellcheck")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("--format=json1", "exit codes    0 clean", "exit codes    2-4 error", "sha256:");
        assertThat(run("tools", "show", "shelcheck")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void checkPrintsEveryMistakeWithItsPlace() throws IOException {
        Path file = file("schema: 1\ntools:\n  - preset: bandti\n  - {preset: pmd, timout: 5m}\n");

        assertThat(run("tools", "check", file.toString())).isEqualTo(ExitCode.NOT_SATISFIED);
        assertThat(err.toString()).contains(":3:13: ", "did you mean bandit?", "did you mean timeout?", "2 problems");
        assertThat(run("tools", "check", file("schema: 1\n").toString())).isEqualTo(ExitCode.OK);
    }

    private Path file(String yaml) throws IOException {
        Path file = directory.resolve("tools.yaml");
        Files.writeString(file, yaml);
        return file;
    }

    private int run(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
