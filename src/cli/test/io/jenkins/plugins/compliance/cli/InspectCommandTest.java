package io.jenkins.plugins.compliance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    private static final String BANDIT = """
            {"errors": [], "generated_at": "x", "metrics": {"a.py": {}}, "results": [
             {"test_id": "B602", "issue_severity": "HIGH", "issue_text": "\\u001b[31mred", "filename": "a.py", "line_number": 1,
              "issue_cwe": {"id": 78}}]}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void tellsPeopleWhatAReportHolds() throws IOException {
        assertThat(run("inspect", file("r.json", BANDIT))).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains(
                        "Bandit JSON (bandit)",
                        "bandit: 1 results, looked at 1 files",
                        "high 1",
                        "CWE-78 1",
                        "complete    yes");
    }

    @Test
    void tellsMachinesInOneObjectALine() throws IOException {
        String whole = file("r.json", BANDIT);
        String unknown = file("u.json", "{\"colour\": 1}");

        assertThat(run("inspect", "--json", whole, unknown)).isEqualTo(ExitCode.UNVERIFIABLE);

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.path("file").asText()).isEqualTo(whole);
        assertThat(first.path("format").asText()).isEqualTo("bandit");
        assertThat(first.path("tool").asText()).isEqualTo("bandit");
        assertThat(first.path("results").asLong()).isEqualTo(1);
        assertThat(first.path("suppressed").asLong()).isZero();
        assertThat(first.path("problems").isArray()).isTrue();
        assertThat(first.path("problems")).isEmpty();
        assertThat(first.path("complete").asBoolean()).isTrue();
        assertThat(first.path("severities").path("high").asLong()).isEqualTo(1);
        assertThat(first.path("cwes").path("CWE-78").asLong()).isEqualTo(1);
        JsonNode second = new ObjectMapper().readTree(lines.get(1));
        assertThat(second.path("format").asText()).isEqualTo("unknown");
        assertThat(second.path("complete").asBoolean()).isFalse();
        assertThat(second.path("problems").get(0).asText()).contains("not recognised");
    }

    @Test
    void aMissingFileDoesNotHideTheOthers() throws IOException {
        assertThat(run("inspect", directory.resolve("gone.json").toString(), file("r.json", BANDIT)))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("gone.json: no such file");
        assertThat(out.toString()).contains("Bandit JSON");
        assertThat(run("inspect", directory.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("is a directory");
    }

    @Test
    void aFormatCanBeSaid() throws IOException {
        String empty = file("leaks.json", "[]");

        assertThat(run("inspect", empty)).isEqualTo(ExitCode.UNVERIFIABLE);
        assertThat(run("inspect", "--format", "gitleaks", empty)).isEqualTo(ExitCode.OK);
        assertThat(run("inspect", "--format", "gitleax", empty)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("no report format is called gitleax");
    }

    @Test
    void controlCharactersOfAReportNeverReachTheTerminal() throws IOException {
        String report = file(
                "r.json",
                "{\"errors\": [{\"filename\": \"a\\u001b[2J\\u202eb\\u0007\", \"reason\": \"x\\ny\"}], \"generated_at\": 1,"
                        + " \"results\": []}");

        run("inspect", report);

        assertThat(out.toString().chars().filter(c -> c != '\n' && c != '\r'))
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        assertThat(out.toString()).contains("the tool failed: errors[0]: a[U+001B][2J[U+202E]b[U+0007]: x y");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
