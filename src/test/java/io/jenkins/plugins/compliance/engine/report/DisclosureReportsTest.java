package io.jenkins.plugins.compliance.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code security.txt} and the keys that it names. The keys were made with GnuPG, at moments that it was told. */
class DisclosureReportsTest {
    private static final String WHOLE = """
            Contact: mailto:security@valid.example
            Expires: 2026-12-31T23:59:59Z
            Encryption: openpgp4fpr:0C9D1B5F3EA4EFF2D4B4D76C7F848C228C67F0A8
            Canonical: https://valid.example/.well-known/security.txt
            Policy: https://valid.example/disclosure
            """;

    @Test
    void aPlainFileIsReadWithItsEnd() throws IOException {
        Reading reading = Reading.of("security-txt/plain.txt");
        assertThat(reading.summary().format()).isEqualTo("security-txt");
        assertThat(reading.summary().complete()).isTrue();
        assertThat(reading.summary().validUntil()).isEqualTo("2026-12-31T23:59:59Z");
        assertThat(reading.run().evaluated()).isEqualTo(9);
        assertThat(rules(reading)).containsExactly("signature-missing");
        assertThat(reading.finding("signature-missing").severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void aSignedFileEndsWithItsSignature() throws IOException {
        Reading reading = Reading.of("security-txt/report.txt");
        assertThat(reading.summary().format()).isEqualTo("security-txt");
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.summary().complete()).isTrue();
        assertThat(reading.summary().validUntil()).isEqualTo("2026-08-30T12:00:00Z");
    }

    @Test
    void aSignedFileThatIsCutOffIsNotComplete() throws IOException {
        byte[] whole = Reading.bytes("security-txt/report.txt");
        int end = new String(whole, StandardCharsets.UTF_8).strip().length();
        for (int length = 0; length < end; length += 7) {
            assertThat(Reading.of("cut", Arrays.copyOf(whole, length), "security-txt")
                            .summary()
                            .complete())
                    .as("cut at %d", length)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Contact, contact-missing, HIGH",
        "Expires, expires-missing, HIGH",
        "Encryption, encryption-missing, LOW",
        "Canonical, canonical-missing, INFO",
        "Policy, policy-missing, INFO"
    })
    void aFieldThatIsNotThereIsSaid(String field, String rule, Severity severity) throws IOException {
        Reading reading = Reading.ofText(
                WHOLE.lines().filter(line -> !line.startsWith(field)).reduce("", (text, line) -> text + line + "\r\n"),
                "security-txt");
        assertThat(rules(reading)).containsExactlyInAnyOrder(rule, "signature-missing");
        assertThat(reading.finding(rule).severity()).isEqualTo(severity);
        assertThat(reading.summary().complete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Contact: http://valid.example/report, contact-form",
        "Contact: security@valid.example, contact-form",
        "CONTACT: ftp :// x, contact-form",
        "Expires: 2027-01-01T00:00:00Z, expires-twice",
        "Encryption: http://valid.example/key.asc, encryption-form",
        "Encryption: -----BEGIN PGP, encryption-form",
        "Canonical: http://valid.example/security.txt, canonical-form",
        "Policy: see the imprint, link-form",
        "CSAF: http://valid.example/provider-metadata.json, link-form",
        "write to us, line-form",
        ": nothing, line-form"
    })
    void aFieldOfAWrongFormIsSaidWithItsLine(String line, String rule) throws IOException {
        Reading reading = Reading.ofText(WHOLE + line + "\n", "security-txt");
        assertThat(rules(reading)).containsExactlyInAnyOrder(rule, "signature-missing");
        assertThat(reading.finding(rule).place().line()).isEqualTo(6);
        assertThat(reading.finding(rule).help()).startsWith("https://www.rfc-editor.org/rfc/rfc9116#section-2.");
    }

    @Test
    void anEndThatIsNoMomentIsNoEnd() throws IOException {
        Reading reading = Reading.ofText(WHOLE.replace("2026-12-31T23:59:59Z", "next year"), "security-txt");
        assertThat(reading.finding("expires-form").severity()).isEqualTo(Severity.HIGH);
        assertThat(reading.summary().validUntil()).isNull();
        assertThat(Reading.ofText(WHOLE.replace("59Z", "59+01:00"), "security-txt")
                        .summary()
                        .validUntil())
                .isEqualTo("2026-12-31T22:59:59Z");
    }

    @Test
    void extensionsAndCommentsArePassedOver() throws IOException {
        Reading reading = Reading.ofText("# us\n\n" + WHOLE + "Bug-Bounty: true\n", null);
        assertThat(reading.summary().format()).isEqualTo("security-txt");
        assertThat(rules(reading)).containsExactly("signature-missing");
        assertThat(reading.run().evaluated()).isEqualTo(5);
    }

    @Test
    void whatStandsAfterTheSignatureIsNotBelieved() throws IOException {
        String signed = new String(Reading.bytes("security-txt/report.txt"), StandardCharsets.UTF_8);
        Reading reading = Reading.ofText(signed + "\nContact: mailto:thief@example.net\n", "security-txt");
        assertThat(rules(reading)).containsExactly("text-unsigned");
        assertThat(reading.run().evaluated()).isEqualTo(9);
    }

    @Test
    void aPageThatSaysNotFoundIsNoSecurityTxt() throws IOException {
        Reading reading = Reading.ofText("<!DOCTYPE html><html><body>404</body></html>", "security-txt");
        assertThat(reading.summary().complete()).isFalse();
        assertThat(reading.problems(Problem.Kind.INCOMPLETE).get(0).message()).contains("no field of RFC 9116");
    }

    @ParameterizedTest
    @CsvSource({
        // Its first subkey for encryption ended a year after it was made; the second was added later.
        "report.asc, 2027-06-01T12:00:00Z",
        "binary.gpg, 2027-06-01T12:00:00Z",
        "expired.asc, 2020-12-31T12:00:00Z",
        "extended.asc, 2027-12-01T12:00:00Z"
    })
    void aKeyHoldsAsLongAsOneCanEncryptToIt(String file, Instant end) throws IOException {
        Reading reading = Reading.of("openpgp-key/" + file);
        assertThat(reading.summary().format()).isEqualTo("openpgp-key");
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.summary().complete()).isTrue();
        assertThat(reading.summary().validUntil()).isEqualTo(end);
        assertThat(reading.run().evaluated()).isEqualTo(1);
    }

    @Test
    void aKeyWithoutEndHasNone() throws IOException {
        Reading reading = Reading.of("openpgp-key/never-expires.asc");
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.summary().complete()).isTrue();
        assertThat(reading.summary().validUntil()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"revoked.asc, key-revoked", "sign-only.asc, key-cannot-encrypt"})
    void aKeyThatNobodyCanEncryptToIsAHighFinding(String file, String rule) throws IOException {
        Reading reading = Reading.of("openpgp-key/" + file);
        assertThat(reading.finding(rule).severity()).isEqualTo(Severity.HIGH);
        assertThat(reading.summary().validUntil()).isNull();
    }

    @Test
    void severalKeysInAFileHoldAsLongAsTheFirstThatEnds() throws IOException {
        String both = text("report.asc") + text("expired.asc") + text("never-expires.asc");
        Reading reading = Reading.ofText(both, null);
        assertThat(reading.run().evaluated()).isEqualTo(3);
        assertThat(reading.summary().validUntil()).isEqualTo("2020-12-31T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.asc", "binary.gpg"})
    void aKeyThatIsCutOffIsNeverAnotherCompleteOne(String file) throws IOException {
        byte[] whole = Reading.bytes("openpgp-key/" + file);
        int end = file.endsWith("asc")
                ? new String(whole, StandardCharsets.UTF_8).strip().length()
                : whole.length;
        for (int length = 0; length < end; length++) {
            Reading cut = Reading.of("cut.gpg", Arrays.copyOf(whole, length), "openpgp-key");
            // A binary key may end between two packets; it is then a key that says less, and never one that holds
            // longer.
            assertThat(!cut.summary().complete() || !cut.findings().isEmpty() || holdsShorter(cut))
                    .as("cut at %d", length)
                    .isTrue();
        }
    }

    private static boolean holdsShorter(Reading cut) {
        Instant end = cut.summary().validUntil();
        return end != null && !end.isAfter(Instant.parse("2027-06-01T12:00:00Z"));
    }

    @Test
    void aSecretKeyIsRefusedAloud() throws IOException {
        String secret = "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlFgE\n-----END PGP PRIVATE KEY BLOCK-----\n";
        Reading reading = Reading.ofText(secret, null);
        assertThat(reading.summary().format()).isEqualTo("openpgp-key");
        assertThat(reading.summary().complete()).isFalse();
        assertThat(reading.problems(Problem.Kind.INCOMPLETE).get(0).message()).contains("is a secret key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no key at all",
                "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n%%%%\n-----END PGP PUBLIC KEY BLOCK-----",
                "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n-----END PGP PUBLIC KEY BLOCK-----",
                "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n/////w==\n-----END PGP PUBLIC KEY BLOCK-----",
                "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDME\n-----BEGIN PGP PUBLIC KEY BLOCK-----",
            })
    void whatIsNoKeyIsNeverComplete(String text) throws IOException {
        assertThat(Reading.ofText(text, "openpgp-key").summary().complete()).isFalse();
    }

    private static String text(String file) throws IOException {
        return new String(Reading.bytes("openpgp-key/" + file), StandardCharsets.UTF_8);
    }

    private static List<String> rules(Reading reading) {
        return reading.findings().stream().map(Finding::rule).toList();
    }
}
