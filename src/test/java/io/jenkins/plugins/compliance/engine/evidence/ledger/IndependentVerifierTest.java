package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.OTHER_KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyAlgorithm;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyFiles;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are not ours read and verify what we write: OpenSSL, and a verifier written from the format's page. */
class IndependentVerifierTest {
    @TempDir
    Path parent;

    @BeforeEach
    void openssl() {
        assumeTrue(runs("openssl", "version"), "openssl is not installed");
    }

    @Test
    void opensslVerifiesOurSignaturesByBothAlgorithms() throws Exception {
        for (SigningKey key : List.of(KEY, OTHER_KEY)) {
            Path folder =
                    Samples.ledger(parent.resolve(key.publicKey().algorithm().id()), SHOP, key, 1);
            Path publicKey = Files.writeString(
                    parent.resolve("recorder.pub"), key.publicKey().pem());
            for (String file : List.of(LedgerLayout.HEAD, LedgerLayout.LEDGER)) {
                JsonNode envelope = new ObjectMapper().readTree(Files.readString(folder.resolve(file)));
                byte[] payload =
                        Base64.getDecoder().decode(envelope.get("payload").asText());
                String type = envelope.get("payloadType").asText();
                String start = "DSSEv1 " + type.length() + " " + type + " " + payload.length + " ";
                Path signed = Files.write(parent.resolve("signed"), start.getBytes(StandardCharsets.UTF_8));
                Files.write(signed, payload, StandardOpenOption.APPEND);
                Path signature = Files.write(
                        parent.resolve("signature"),
                        Base64.getDecoder()
                                .decode(envelope.get("signatures")
                                        .get(0)
                                        .get("sig")
                                        .asText()));
                assertThat(opensslVerifies(key, publicKey, signed, signature)).isTrue();
                Files.writeString(signed, " ", StandardOpenOption.APPEND);
                assertThat(opensslVerifies(key, publicKey, signed, signature)).isFalse();
            }
        }
    }

    @Test
    void keysMadeByOpensslCanBeUsed() throws Exception {
        for (List<String> algorithm :
                List.of(List.of("ed25519"), List.of("EC", "-pkeyopt", "ec_paramgen_curve:P-256"))) {
            Path file = parent.resolve("openssl.key");
            List<String> command = new ArrayList<>(List.of("openssl", "genpkey", "-algorithm"));
            command.addAll(algorithm);
            command.addAll(List.of("-out", file.toString()));
            assertThat(runs(command.toArray(String[]::new))).isTrue();
            Path publicFile = parent.resolve("openssl.pub");
            assertThat(runs("openssl", "pkey", "-in", file.toString(), "-pubout", "-out", publicFile.toString()))
                    .isTrue();
            SigningKey key = KeyFiles.signing(file);
            assertThat(key.publicKey()).isEqualTo(KeyFiles.anyHalf(publicFile));
            assertThat(Samples.verify(Samples.ledger(parent.resolve("by-" + algorithm.get(0)), SHOP, key, 1), key)
                            .verdict())
                    .isEqualTo(Verdict.HELD);
        }
    }

    @Test
    void aVerifierWrittenFromThePageComesToTheSameVerdicts() throws Exception {
        assumeTrue(runs("python3", "--version"), "python3 is not installed");
        Path folder = parent.resolve("evidence");
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, () -> Samples.START)) {
            ledger.append(Samples.fact(SHOP, 1));
            ledger.append(Samples.scan(ledger, SHOP, 2));
            ledger.rotate(OTHER_KEY, Samples.origin(SHOP, "rotate"));
        }
        try (Ledger ledger = Samples.open(folder, SHOP, OTHER_KEY, () -> Samples.START.minusMillis(3_600_050))) {
            ledger.append(Samples.scan(ledger, SHOP, 4));
            ledger.append(Samples.fact(SHOP, 5));
        }
        assertSame(folder, Verdict.HELD, KEY, OTHER_KEY);
        assertSame(folder, Verdict.UNDECIDED, OTHER_KEY);
        assertSame(folder, Verdict.UNDECIDED);

        List<String> lines = Samples.lines(folder);
        Samples.lines(folder, lines.subList(0, 4));
        assertSame(folder, Verdict.BROKEN, KEY, OTHER_KEY);
        Samples.lines(folder, List.of(lines.get(0), lines.get(2), lines.get(1), lines.get(3), lines.get(4)));
        assertSame(folder, Verdict.BROKEN, KEY, OTHER_KEY);
        List<String> changed = new ArrayList<>(lines);
        changed.set(
                1,
                TamperingTest.withPayload(
                        lines.get(1), TamperingTest.payload(lines.get(1)).replace("\"exitCode\":0", "\"exitCode\":1")));
        Samples.lines(folder, changed);
        assertSame(folder, Verdict.BROKEN, KEY, OTHER_KEY);

        Samples.lines(folder, lines);
        Path ledger = folder.resolve(LedgerLayout.LEDGER);
        Files.writeString(ledger, "{", StandardOpenOption.APPEND);
        assertSame(folder, Verdict.UNDECIDED, KEY, OTHER_KEY);
        Samples.lines(folder, lines);
        Path file = folder.resolve("files/000002-spotbugs.sarif");
        Files.writeString(file, "{\"build\":3}");
        assertSame(folder, Verdict.BROKEN, KEY, OTHER_KEY);
        Files.delete(file);
        assertSame(folder, Verdict.UNDECIDED, KEY, OTHER_KEY);
    }

    private void assertSame(Path folder, Verdict verdict, SigningKey... keys) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", script().toString(), folder.toString()));
        for (SigningKey key : keys) {
            Path file = parent.resolve(key.id() + ".pub");
            Files.writeString(file, key.publicKey().pem());
            command.add(file.toString());
        }
        int theirs = switch (verdict) {
            case HELD -> 0;
            case BROKEN -> 1;
            case UNDECIDED -> 3;
        };
        assertThat(Samples.verify(folder, keys).verdict()).isEqualTo(verdict);
        assertThat(exitCode(command.toArray(String[]::new))).isEqualTo(theirs);
    }

    private static Path script() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path script = up.resolve("docs/examples/verify_evidence.py");
            if (Files.exists(script)) {
                return script;
            }
        }
        throw new IllegalStateException("docs/examples/verify_evidence.py was not found");
    }

    private static boolean opensslVerifies(SigningKey key, Path publicKey, Path signed, Path signature) {
        return key.publicKey().algorithm() == KeyAlgorithm.ED25519
                ? runs(
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        publicKey.toString(),
                        "-rawin",
                        "-in",
                        signed.toString(),
                        "-sigfile",
                        signature.toString())
                : runs(
                        "openssl",
                        "dgst",
                        "-sha256",
                        "-verify",
                        publicKey.toString(),
                        "-signature",
                        signature.toString(),
                        signed.toString());
    }

    private static boolean runs(String... command) {
        return exitCode(command) == 0;
    }

    private static int exitCode(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException notInstalled) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
