package io.jenkins.plugins.compliance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A scanner that leaves no evidence is named, with the reason, and makes a strict demonstration fail. */
@DisabledOnOs(OS.WINDOWS)
class DemoCommandTest {
    private static final String CLEAN = "echo '[]'";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> scanners = new ArrayList<>();

    @TempDir
    Path directory;

    private Path demo;

    @BeforeEach
    void checkout() throws IOException {
        demo = Files.createDirectories(directory.resolve("checkout/src/demo"));
        Files.createDirectory(demo.resolve("app"));
        Files.writeString(demo.resolve("app/some.txt"), "some");
        assertThat(run("key", "generate", "-o", directory.resolve("key.pem").toString()))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void strictIsSatisfiedWhenEveryScannerLeftEvidence() throws IOException {
        scanner("one", "sast", "sh", CLEAN, "*.txt");
        scanner("two", "secrets", "sh", CLEAN, "*.txt");

        assertThat(demo("--strict")).as(err::toString).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("Each of the 2 scanners left evidence that counts.");
    }

    @Test
    void eachScannerWithoutEvidenceIsNamedWithTheReason() throws IOException {
        fiveOfWhichOneCounts();

        assertThat(demo()).as(err::toString).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("""
                4 of the 5 scanners left no evidence that counts:
                  away: it is absent: the program no-such-program was not found
                  broken: It failed: exit code 2. Its report is empty.
                  idle: no file matches *.none
                  unasked: policy demands nothing that it could show
                """);
    }

    @Test
    void strictFailsForEachOfThemThatIsNoException() throws IOException {
        fiveOfWhichOneCounts();

        assertThat(demo("--strict")).as(err::toString).isEqualTo(ExitCode.NOT_SATISFIED);
        assertThat(demo("--strict", "--except", "away,idle,unasked")).isEqualTo(ExitCode.NOT_SATISFIED);
        assertThat(demo("--strict", "--except", "away,idle", "--except", "unasked,broken"))
                .as(err::toString)
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("4 of the 5 scanners left no evidence that counts:");
    }

    @Test
    void anExceptionThatIsNoScannerIsRefusedBeforeAnythingRuns() throws IOException {
        scanner("flawfinder", "sast", "sh", CLEAN, "*.txt");

        assertThat(demo("--strict", "--except", "flawfindr")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString())
                .contains("--except: no scanner is called flawfindr; did you mean flawfinder? (there are flawfinder)");
        assertThat(directory.resolve("evidence")).doesNotExist();
    }

    @Test
    void exceptionsNeedSomethingToBeExceptionsFrom() throws IOException {
        scanner("one", "sast", "sh", CLEAN, "*.txt");

        assertThat(demo("--except", "one")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains("--strict");
    }

    private void fiveOfWhichOneCounts() throws IOException {
        scanner("away", "sast", "no-such-program", CLEAN, "*.txt");
        scanner("broken", "sast", "sh", "exit 2", "*.txt");
        scanner("fine", "sast", "sh", CLEAN, "*.txt");
        scanner("idle", "sast", "sh", CLEAN, "*.none");
        scanner("unasked", "astrology", "sh", CLEAN, "*.txt");
    }

    private void scanner(String id, String category, String program, String script, String files) throws IOException {
        scanners.add("""
                  - id: %s
                    category: %s
                    command: [%s, -c, "%s"]
                    report: {format: gitleaks, stream: stdout}
                    exits: {0: ran, 2: error}
                    applies: {files: ["%s"]}
                """.formatted(id, category, program, script, files));
        Files.writeString(demo.resolve("tools.yaml"), "schema: 1\npresets: none\ntools:\n" + String.join("", scanners));
    }

    private int demo(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "demo",
                "--skip-prepare",
                "--sources",
                directory.resolve("checkout").toString(),
                "--evidence",
                directory.resolve("evidence").toString(),
                "--sign-with",
                directory.resolve("key.pem").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
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
