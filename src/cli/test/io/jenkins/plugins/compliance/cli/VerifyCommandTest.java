package io.jenkins.plugins.compliance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyFiles;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyPem;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a new key over a ledger and a change of key to a bundle, by the commands alone. */
class VerifyCommandTest {
    private static final LedgerIdentity SHOP = new LedgerIdentity("workstation", "shop\u001b[31m");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void aLedgerFromItsKeyToItsBundle() throws IOException {
        Path key = key("first", "ed25519");
        Path evidence = record(key, "1", "2026-11-01T08:00:00Z");
        record(key, "2", "2026-11-02T08:00:00Z");
        String publicKey = KeyFiles.publicFile(key).toString();

        assertThat(run("verify", evidence.toString(), "--key", publicKey)).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains(
                        "shop[U+001B][31m of workstation",
                        "1 to 2",
                        "2 entries, 1 signature, 2 files",
                        "all of it holds")
                .doesNotContain("\u001b");
        assertThat(run("verify", evidence.toString())).isEqualTo(ExitCode.UNVERIFIABLE);
        assertThat(out.toString()).contains("--key", "could not be told");

        JsonNode json = json("verify", "--json", "--every-signature", "--key", publicKey, evidence.toString());
        assertThat(json.get("verdict").asText()).isEqualTo("held");
        assertThat(json.at("/checked/signatures").asInt()).isEqualTo(3);
        String noted = json.at("/head/digest").asText();

        Path next = key("next", "P256");
        assertThat(run("key", "rotate", evidence.toString(), "--from", key.toString(), "--to", next.toString()))
                .isEqualTo(ExitCode.OK);
        String nextPublic = KeyFiles.publicFile(next).toString();
        assertThat(run("verify", evidence.toString(), "--key", publicKey, "--key", nextPublic, "--head", noted))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("note     entry 3: hands over from key");
        assertThat(run("verify", evidence.toString(), "--key", nextPublic)).isEqualTo(ExitCode.UNVERIFIABLE);
        assertThat(run("verify", evidence.toString(), "--key", publicKey, "--key", nextPublic, "--at-least", "4"))
                .isEqualTo(ExitCode.NOT_SATISFIED);

        String zip = folder.resolve("bundle.zip").toString();
        assertThat(run("bundle", evidence.toString(), "-o", zip, "--from", "2026-11-02", "--to", "2026-11-02"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("3 entries, reports of 1 of them (1 files)");
        assertThat(run("verify", zip, "--key", publicKey, "--key", nextPublic)).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("1 file is not in this bundle");
        assertThat(run("bundle", evidence.toString(), "-o", zip, "--build", "77"))
                .isEqualTo(ExitCode.NOT_SATISFIED);
        assertThat(err.toString()).contains("no entry is of that build or time");
        assertThat(run("bundle", evidence.toString(), "-o", zip, "--from", "2026-11-03", "--to", "2026-11-02"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatIsBrokenIsSaidWithTheEntry() throws IOException {
        Path key = key("key", "ed25519");
        Path evidence = record(key, "1", "2026-11-01T08:00:00Z");
        Files.writeString(evidence.resolve("files/000001-a.sarif"), "[]");
        String publicKey = KeyFiles.publicFile(key).toString();
        assertThat(run("verify", evidence.toString(), "--key", publicKey)).isEqualTo(ExitCode.NOT_SATISFIED);
        assertThat(out.toString()).contains("broken   entry 1: its file 000001-a.sarif was changed", "Broken: ");
        JsonNode json = json("verify", evidence.toString(), "--json", "--key", publicKey);
        assertThat(json.at("/problems/0/sequence").asInt()).isEqualTo(1);
        assertThat(json.at("/problems/0/what").asText()).isEqualTo("file-changed");
        assertThat(run("verify", evidence.toString(), "--key", publicKey, "--no-files"))
                .isEqualTo(ExitCode.OK);
        assertThat(run("verify", evidence.toString(), "--key", publicKey, "--no-files", "--job", "mail"))
                .isEqualTo(ExitCode.NOT_SATISFIED);
    }

    @Test
    void whatCanNotBeReadIsToldApart() throws IOException {
        Path key = key("key", "ed25519");
        Path text = Files.writeString(folder.resolve("text"), "hello");
        assertThat(run(
                        "verify",
                        text.toString(),
                        "--key",
                        KeyFiles.publicFile(key).toString()))
                .isEqualTo(ExitCode.UNVERIFIABLE);
        assertThat(err.toString()).contains("not a zip archive", "expected an evidence folder");
        assertThat(run("verify", folder.resolve("none").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("verify", folder.toString(), "--key", key.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("is a private key; expected the public key");
        assertThat(run("verify", folder.toString(), "--head", "abc")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("64 lower-case hexadecimal digits");
        assertThat(run(
                        "verify",
                        folder.toString(),
                        "--key",
                        KeyFiles.publicFile(key).toString()))
                .isEqualTo(ExitCode.UNVERIFIABLE);
    }

    @Test
    void keysAreMadeOnceAndShown() throws IOException {
        Path key = key("key", "ed25519");
        String id = KeyFiles.signing(key).id();
        assertThat(run("key", "generate", "-o", key.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("not overwritten");
        assertThat(run("key", "show", key.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains(id, "ed25519", "BEGIN PUBLIC KEY").doesNotContain("PRIVATE");
        JsonNode json = json("key", "show", "--json", KeyFiles.publicFile(key).toString());
        assertThat(json.get("keyid").asText()).isEqualTo(id);
        assertThat(KeyPem.verification(json.get("publicKey").asText(), "json").id())
                .isEqualTo(id);
        assertThat(run("key")).isEqualTo(ExitCode.USAGE);
        assertThat(run("key", "rotate", folder.toString(), "--from", key.toString(), "--to", key.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("holds no ledger");
    }

    private Path key(String name, String algorithm) {
        Path key = folder.resolve(name);
        assertThat(run("key", "generate", "--algorithm", algorithm, "-o", key.toString()))
                .isEqualTo(ExitCode.OK);
        return key;
    }

    private Path record(Path key, String build, String at) throws IOException {
        Path evidence = folder.resolve("evidence");
        Instant now = Instant.parse(at);
        try (Ledger ledger = Ledger.open(evidence, SHOP, KeyFiles.signing(key), () -> now, Limits.DEFAULTS)) {
            KeptFile file = ledger.store("a.sarif", new ByteArrayInputStream(new byte[] {'{', '}'}));
            ReportFact report = new ReportFact(
                    file.name(),
                    "sarif",
                    file.size(),
                    file.sha256(),
                    true,
                    0,
                    0,
                    Tally.EMPTY,
                    ReportSummary.ComponentCounts.NONE,
                    ReportSummary.TestCounts.NONE,
                    List.of(),
                    null);
            Origin origin = new Origin(SHOP.controller(), SHOP.job(), build, null, null, null, null);
            ledger.append(new Observation(
                    "note", now, origin, Tags.NONE, List.of(report), new Fact.Pipeline(Map.of("a", "b"))));
        }
        return evidence;
    }

    private JsonNode json(String... args) throws IOException {
        run(args);
        return new ObjectMapper().readTree(out.toString());
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
