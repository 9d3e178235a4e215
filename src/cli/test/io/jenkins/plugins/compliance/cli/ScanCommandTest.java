package io.jenkins.plugins.compliance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a scan tells its user: why a run does not count, what evidence speaks against, and what nobody gave evidence for. */
@DisabledOnOs(OS.WINDOWS)
class ScanCommandTest {
    private static final String PACK = """
            schema: 1
            id: acme
            version: '1'
            frameworks: [{id: f, title: F, requirements: [{id: A-1, title: First}]}]
            archetypes: [{id: any, title: Any, requires: [f/A-1]}]
            procedures:
              - id: scanned
                title: Scan it
                statement: Let a scanner look at every build.
                role: developer
                phase: build
                satisfies: [{requirement: f/A-1, strength: full}]
                check: {tool: own, max: {critical: 0, high: 0, medium: 0, low: 0}, cadence: every-build}
              - id: tested-by-people
                title: Have it attacked
                statement: Have somebody attack it once a year.
                role: security
                phase: test
                satisfies: [{requirement: f/A-1, strength: partial}]
                check: {attestation: {type: pen-test}, cadence: yearly}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    private Path project;

    @BeforeEach
    void project() throws IOException {
        project = Files.createDirectory(directory.resolve("project"));
        Files.writeString(project.resolve("some.txt"), "some");
        Files.writeString(directory.resolve("pack.yaml"), PACK);
        assertThat(run("key", "generate", "-o", directory.resolve("key.pem").toString()))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void theEndOfTheLogTellsWhyARunDoesNotCount() throws IOException {
        tool(
                "{ printf \"\\033[31mno such rule: x\\033[0m\\n\"; echo token=ghp_012345678901234567890123456789012345; } >&2; exit 2",
                "");

        assertThat(scan()).as(err::toString).isEqualTo(ExitCode.UNVERIFIABLE);

        Path log = directory.resolve("evidence/logs/own.txt");
        assertThat(out.toString())
                .contains("own, does not count", "It failed: exit code 2.", "  | no such rule: x\n", "Its log: " + log);
        assertThat(log).content().contains("no such rule: x").doesNotContain("\u001b", "ghp_0123");
        assertThat(out.toString()).doesNotContain("ghp_0123");

        tool("echo '[]'", "");
        assertThat(scan()).as(err::toString).isEqualTo(ExitCode.NOT_SATISFIED);
        assertThat(log).doesNotExist();
    }

    @Test
    void aPrivateKeyInALogIsTakenOutWhole() throws IOException {
        tool(
                "{ echo -----BEGIN PRIVATE KEY-----; echo MC4CAQAwBQYDK2Vw; echo -----END PRIVATE KEY-----; echo no; } >&2; exit 2",
                "");

        assertThat(scan()).as(err::toString).isEqualTo(ExitCode.UNVERIFIABLE);

        String log = Files.readString(directory.resolve("evidence/logs/own.txt"));
        assertThat(log.substring(log.indexOf("standard error")))
                .contains("[redacted]\nno")
                .doesNotContain("MC4CAQ");
    }

    @Test
    void ofAToolThatFindsSecretsNoLogIsKept() throws IOException {
        tool("echo found hunter2; exit 2", ", sensitive: true");

        assertThat(scan()).as(err::toString).isEqualTo(ExitCode.UNVERIFIABLE);

        assertThat(out.toString()).contains("does not count").doesNotContain("hunter2");
        assertThat(directory.resolve("evidence/logs")).doesNotExist();
    }

    @Test
    void whatNobodyGaveEvidenceForIsALineUnlessAllIsAskedFor() throws IOException {
        tool("echo '[]'", "");

        assertThat(scan()).as(err::toString).isEqualTo(ExitCode.NOT_SATISFIED);
        assertThat(out.toString())
                .contains("no evidence yet for 1 procedure;", "for security, 1", "tested-by-people  Have it attacked")
                .doesNotContain("Have somebody attack it once a year.");

        assertThat(scan("--all")).as(err::toString).isEqualTo(ExitCode.NOT_SATISFIED);
        assertThat(out.toString())
                .contains("what to do  Have somebody attack it once a year.")
                .doesNotContain("no evidence yet");
    }

    private void tool(String script, String report) throws IOException {
        Files.writeString(directory.resolve("tools.yaml"), """
                schema: 1
                presets: none
                tools:
                  - id: own
                    category: sast
                    command: [sh, -c, '%s']
                    report: {format: gitleaks, stream: stdout%s}
                    exits: {0: ran, 2: error}
                    applies: {files: ["*.txt"]}
                """.formatted(script.replace("'", "''"), report));
    }

    private int scan(String... more) {
        String[] arguments = {
            "scan",
            project.toString(),
            "--policy",
            directory.resolve("pack.yaml").toString(),
            "--tools",
            directory.resolve("tools.yaml").toString(),
            "--evidence",
            directory.resolve("evidence").toString(),
            "--sign-with",
            directory.resolve("key.pem").toString()
        };
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return run(all);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
