package io.jenkins.plugins.compliance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a terminal would obey or not show, wherever the command line shows a stranger's text. */
class HostileTextTest {
    private static final String PACK = """
            schema: 1
            id: acme
            title: "T?1"
            version: '1'
            frameworks: [{id: f, title: "T?2", requirements: [{id: A-1, title: "T?3"}, {id: A-2, title: "T?4"}]}]
            archetypes: [{id: any, title: "T?5", requires: [f/A-1, f/A-2]}]
            procedures:
              - id: report
                title: "T?6"
                statement: "T?7"
                role: developer
                phase: build
                satisfies: [{requirement: f/A-1, strength: full}]
                check: {report: sarif, max: {critical: 0}, cadence: monthly}
                playbook: playbooks/a.md
            """;
    private static final String REPORT = """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t?8", "version": "1?9"}}, "results": [
              {"ruleId": "R?1", "level": "error", "message": {"text": "M?2"}, "properties": {"security-severity": "9.9"},
               "locations": [{"physicalLocation": {"artifactLocation": {"uri": "src/a?3.js"}, "region": {"startLine": 1}}}]}]}]}
            """;
    private static final String TOOLS = """
            schema: 1
            tools:
              - id: looks
                title: "T?4"
                category: sast
                command: [looks, "--a?5", "${report}"]
                version: {command: [looks, --version], pattern: '([0-9.]+)'}
                report: {format: sarif}
                exits: {0: ran}
                applies: {files: ["**/*.js"]}
            """;

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        // What a policy pack may not hold, a report may.
        "\\u001B, false",
        "\\u009B, false",
        "\\u0085, false",
        "\\u202E, true",
        "\\u2066, true",
        "\\u2028, true",
        "\\u200B, true",
        "\\uFEFF, true"
    })
    void reachesNoTerminal(String escape, boolean inPolicy) throws IOException {
        String policy = inPolicy ? escape : "-";
        String pack = pack("old", PACK.replace("?", policy), character(escape));
        String other = pack("new", PACK.replace("?", policy).replace("monthly", "yearly"), character(escape));
        String tools = write("tools.yaml", TOOLS.replace("?", policy));
        String report = write("report.sarif", REPORT.replace("?", escape));
        String key = directory.resolve("key.pem").toString();
        String evidence = directory.resolve("evidence").toString();

        run("key", "generate", "-o", key);
        assertThat(run("inspect", report)).isEqualTo(ExitCode.OK);
        assertThat(run(
                        "record",
                        "report",
                        report,
                        "--kind",
                        "report",
                        "--job",
                        "shop",
                        "--evidence",
                        evidence,
                        "--sign-with",
                        key))
                .isEqualTo(ExitCode.OK);
        assertThat(run("assess", evidence, "--policy", pack, "--key", key + ".pub"))
                .isEqualTo(ExitCode.NOT_SATISFIED);
        run("assess", evidence, "--policy", pack, "--key", key + ".pub", "--all");
        run("assess", evidence, "--policy", pack, "--key", key + ".pub", "--explain", "report");
        run("assess", evidence, "--policy", pack, "--key", key + ".pub", "--explain", "f/A-2");
        assertThat(run("plan", "--policy", pack)).isEqualTo(ExitCode.OK);
        run("policy", "lint", pack);
        run("policy", "diff", pack, other);
        run("policy", "handbook", pack);
        run("tools", "show", "looks", "--tools", tools);
        run("verify", evidence, "--key", key + ".pub");

        assertThat(out.toString())
                .doesNotContain(character(escape))
                .contains(
                        shown("t?8 1?9", escape),
                        shown("R?1: M?2", escape),
                        shown("T?9", escape),
                        shown("T?0 (https://x.example)", escape));
        for (String text : new String[] {"T?3", "T?4", "T?5", "T?6", "T?7", "--a?5"}) {
            assertThat(out.toString()).contains(shown(text, policy));
        }
    }

    private String pack(String name, String content, String character) throws IOException {
        Path pack = directory.resolve(name);
        Files.createDirectories(pack.resolve("playbooks"));
        Files.writeString(pack.resolve("pack.yaml"), content);
        Files.writeString(
                pack.resolve("playbooks/a.md"), "# T?9\n\n1. see [T?0](https://x.example)\n".replace("?", character));
        return pack.toString();
    }

    private static String shown(String text, String escape) {
        if (escape.equals("-")) {
            return text.replace('?', '-');
        }
        boolean endsLine = escape.equals("\\u0085") || escape.equals("\\u2028");
        return text.replace("?", endsLine ? " " : "[U+" + escape.substring(2) + "]");
    }

    private static String character(String escape) {
        return String.valueOf((char) Integer.parseInt(escape.substring(2), 16));
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments);
    }
}
