package io.jenkins.plugins.compliance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets a clear error that says where and what to do, and loses nothing. */
class BadInputTest {
    private static final String PACK = """
            schema: 1
            id: acme
            version: '1'
            frameworks: [{id: f, title: F, requirements: [{id: A-1, title: First}]}]
            archetypes: [{id: any, title: Any, requires: [f/A-1]}]
            procedures:
              - id: report
                statement: Scan it.
                role: developer
                phase: build
                satisfies: [{requirement: f/A-1, strength: full}]
                check: {report: sarif, max: {critical: 0, high: 0, medium: 0, low: 0}, cadence: monthly}
            """;
    private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\\\"'&";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    private Path key;
    private Path evidence;

    @BeforeEach
    void key() {
        key = directory.resolve("key.pem");
        evidence = directory.resolve("evidence");
        assertThat(run("key", "generate", "-o", key.toString())).isEqualTo(ExitCode.OK);
    }

    @Test
    void aPackWithATypoIsToldWithItsPlaceAndTheNearestName() throws IOException {
        Path pack = write("pack.yaml", PACK.replace("statement:", "statment:"));
        assertThat(run("plan", "--policy", pack.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("pack.yaml:8:", "statment", "did you mean statement?");
    }

    @Test
    void aMissingFileIsNamed() {
        String none = directory.resolve("none.yaml").toString();
        assertThat(run("plan", "--policy", none)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(none + ": no such file or directory");
        assertThat(run("scan", directory.toString(), "--tools", none)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(none);
        assertThat(run("scan", none)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(none + ": no such directory");
        assertThat(run("report", none, "--key", key + ".pub")).isNotEqualTo(ExitCode.OK);
        assertThat(err.toString()).contains(none);
    }

    @Test
    void aYamlBombIsRefusedByTheNameOfTheLimit() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String before = "*a" + (i - 1);
            bomb.append(
                    "a" + i + ": &a" + i + " [" + String.join(", ", java.util.Collections.nCopies(9, before)) + "]\n");
        }
        Path pack = write("pack.yaml", bomb.toString());
        assertThat(run("policy", "lint", pack.toString())).isNotEqualTo(ExitCode.OK);
        assertThat(out.toString() + err).containsAnyOf("yamlAliases", "policyNodes");
    }

    @Test
    void aPolicyOverTheLimitsIsRefusedByTheirNames() throws IOException {
        Path deep = write("deep.yaml", "x: " + "[".repeat(5000) + "]".repeat(5000) + "\n");
        assertThat(run("plan", "--policy", deep.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("nesting");
        Path large = write("large.yaml", PACK + "#".repeat(33 << 20));
        assertThat(run("plan", "--policy", large.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("policyBytes");
    }

    @Test
    void aKeyOfTheWrongKindIsSaidAndNothingIsRecorded() throws Exception {
        assertThat(record(directory.resolve("key.pem.pub"))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("is a public key; expected the private key");
        byte[] rsa = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        Path wrong = write(
                "rsa.pem",
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(rsa)
                        + "\n-----END PRIVATE KEY-----\n");
        assertThat(record(wrong)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("RSA", "Ed25519");
        assertThat(evidence.resolve("ledger.jsonl")).doesNotExist();
    }

    @Test
    void twoAtOnceIntoOneFolderLoseNothing() throws Exception {
        assertThat(record(key)).isEqualTo(ExitCode.OK);
        List<Process> both = new ArrayList<>();
        for (String build : List.of("2", "3")) {
            both.add(start(
                    List.of(),
                    "record",
                    "fact",
                    "build=" + build,
                    "--job",
                    "shop",
                    "--evidence",
                    evidence.toString(),
                    "--sign-with",
                    key.toString()));
        }
        for (Process process : both) {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(ExitCode.OK);
        }
        assertHoldsWith(3);
    }

    @Test
    void whatDoesNotFitOnTheDiskLeavesTheLedgerAsItWas() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs a shell that bounds the size of files");
        assertThat(record(key)).isEqualTo(ExitCode.OK);
        Path large = write("large.json", "[" + "{},".repeat(200_000) + "{}]");
        // The bound makes a write fail half way, as a full disk does.
        Process process = start(
                List.of("/bin/bash", "-c", "ulimit -f 64; exec \"$@\"", "bounded"),
                "record",
                "report",
                large.toString(),
                "--kind",
                "report",
                "--format",
                "eslint",
                "--job",
                "shop",
                "--evidence",
                evidence.toString(),
                "--sign-with",
                key.toString());
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(ExitCode.USAGE);
        assertThat(said)
                .contains("000002-", "could not be written: ", "too large")
                .doesNotContain("\tat ");
        assertHoldsWith(1);
        assertThat(record(key)).isEqualTo(ExitCode.OK);
        assertHoldsWith(2);
    }

    @Test
    void aKilledScanLeavesTheLedgerAsItWas() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sleep")), "needs a program that takes long");
        assertThat(record(key)).isEqualTo(ExitCode.OK);
        Path project = Files.createDirectories(directory.resolve("project"));
        Files.writeString(project.resolve("a.py"), "pass\n");
        Path started = directory.resolve("started");
        Path tools = write("tools.yaml", slowTool(started));
        Path pack = write("pack.yaml", PACK.replace("report: sarif", "scan: sast"));
        Process process = start(
                List.of(),
                "scan",
                project.toString(),
                "--policy",
                pack.toString(),
                "--tools",
                tools.toString(),
                "--job",
                "shop",
                "--evidence",
                evidence.toString(),
                "--sign-with",
                key.toString());
        for (int i = 0; i < 600 && process.isAlive() && !Files.exists(started); i++) {
            Thread.sleep(100);
        }
        assertThat(started).exists();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        assertHoldsWith(1);
        assertThat(record(key)).isEqualTo(ExitCode.OK);
        assertHoldsWith(2);
    }

    @Test
    void whatKeepsEvidenceFromBeingRecordedIsSaidBeforeToolsRun() throws IOException {
        assertThat(record(key)).isEqualTo(ExitCode.OK);
        Path project = Files.createDirectories(directory.resolve("project"));
        Files.writeString(project.resolve("a.py"), "pass\n");
        Path started = directory.resolve("started");
        Path tools = write("tools.yaml", slowTool(started));
        Path pack = write("pack.yaml", PACK.replace("report: sarif", "scan: sast"));
        Path other = directory.resolve("other.pem");
        run("key", "generate", "-o", other.toString());
        Path file = write("file", "no folder");
        List<List<String>> wrong = List.of(
                List.of("shop", evidence.toString(), key + ".pub", "expected the private key"),
                List.of("shop", evidence.toString(), other.toString(), "key"),
                List.of("mail", evidence.toString(), key.toString(), "shop"),
                List.of("shop", file.toString(), key.toString(), "file: no such directory"),
                List.of("shop", file.resolve("below").toString(), key.toString(), "file: no such directory"));
        for (List<String> each : wrong) {
            err.getBuffer().setLength(0);
            int exit = run(
                    "scan",
                    project.toString(),
                    "--policy",
                    pack.toString(),
                    "--tools",
                    tools.toString(),
                    "--job",
                    each.get(0),
                    "--evidence",
                    each.get(1),
                    "--sign-with",
                    each.get(2));
            assertThat(exit).as(err.toString()).isEqualTo(ExitCode.USAGE);
            assertThat(err.toString()).contains(each.get(3));
        }
        assertThat(started).doesNotExist();
        assertHoldsWith(1);
    }

    @Test
    void aDayThatIsNoneIsToldWithWhatIsExpected() {
        assertThat(run(
                        "record",
                        "attestation",
                        "pen-test",
                        "--issuer",
                        "a",
                        "--statement",
                        "b",
                        "--issued",
                        "tomorrow"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("--issued", "\"tomorrow\" is not a day", "2026-03-31")
                .doesNotContain("java.");
    }

    private static String slowTool(Path started) {
        return """
                schema: 1
                presets: none
                tools:
                  - id: slow
                    category: sast
                    command: [/bin/sh, -c, "touch STARTED; sleep 60; echo ${report}"]
                    report: {format: sarif}
                    exits: {0: clean}
                    applies: {files: ["**/*.py"]}
                """.replace("STARTED", started.toString());
    }

    @Test
    void hostileNamesAndMarkupOfAReportEndNowhereAsMarkup() throws IOException {
        Path report = write("hostile<blink>.sarif", """
                {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"X","rules":[{"id":"X","name":"X",
                "helpUri":"javascript:alert(3)"}]}},"results":[{"ruleId":"X","level":"error","message":{"text":"X"},
                "locations":[{"physicalLocation":{"artifactLocation":{"uri":"../X.java"},"region":{"startLine":1}}}]}]}]}
                """.replace("X", HOSTILE));
        assertThat(run(
                        "record",
                        "report",
                        report.toString(),
                        "--kind",
                        "report",
                        "--job",
                        "<i>shop</i>",
                        "--evidence",
                        evidence.toString(),
                        "--sign-with",
                        key.toString()))
                .as(err.toString())
                .isEqualTo(ExitCode.OK);
        Path page = directory.resolve("report.html");
        Path pack = write("pack.yaml", PACK);
        run("report", evidence.toString(), "--policy", pack.toString(), "--key", key + ".pub", "-o", page.toString());
        assertThat(Files.readString(page))
                .as(err.toString())
                .contains("&lt;script")
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("<img", "<i>shop", "href=\"javascript:", "<blink");
    }

    private int record(Path signing) {
        return run(
                "record",
                "fact",
                "build=1",
                "--job",
                "shop",
                "--evidence",
                evidence.toString(),
                "--sign-with",
                signing.toString());
    }

    private void assertHoldsWith(int entries) throws IOException {
        assertThat(run("verify", evidence.toString(), "--key", key + ".pub"))
                .as(out.toString() + err)
                .isEqualTo(ExitCode.OK);
        assertThat(Files.readAllLines(evidence.resolve("ledger.jsonl"))).hasSize(entries);
    }

    private Process start(List<String> through, String... args) throws IOException {
        List<String> command = new ArrayList<>(through);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        return through.isEmpty()
                ? builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                : builder.start();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private int run(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
