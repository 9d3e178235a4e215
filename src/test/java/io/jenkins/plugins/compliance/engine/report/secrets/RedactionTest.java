package io.jenkins.plugins.compliance.engine.report.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Place;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// The secrets are put together at run time: no scanner of this repository has to be told that they are none.
class RedactionTest {
    private static final String RANDOM = "Zm9vYmFy3kf92jd8s7Qh1Lx0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIA|IOSFODNN7EXAMPLE",
                "ASIA|IOSFODNN7EXAMPLE",
                "ghp_|16C7e42F292c6912E7710c838347Ae178B4a",
                "github_pat_|11ABCDEFG0123456789_abcdefghijklmnop",
                "glpat-|zyxwvutsrqponmlkjihg",
                "xoxb-|123456789012-abcdefghij",
                "AIza|SyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe",
                "sk_live_|4eC39HqLyjWDarjtT1zdp7dc",
                "npm_|abcdefghijklmnopqrstuvwxyz0123456789",
                "eyJ|hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-def_ghi",
                "SG.|ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf-09kqeF8tAmbihYzrnopKc",
                "hvs.|CAESIJlU02LQZq2i0WVLsDb4WMRtLwbJx8",
                "glrt-|t1_abcdefghij0123456789",
                "dop_v1_|0123456789abcdef0123456789abcdef",
                "sk-ant-|api03-abcdefghijklmnop0123",
            })
    void tokensOfKnownShapes(String parts) {
        String secret = parts.replace("|", "");
        for (String text : List.of(
                secret,
                "found " + secret + ".",
                "\"" + secret + "\"",
                "at line 1, " + secret + ", here",
                "x".repeat(70) + " " + secret)) {
            assertThat(Redaction.of(text))
                    .contains("[redacted]")
                    .doesNotContain(parts.substring(parts.indexOf('|') + 1));
        }
        assertThat(Redaction.of("(" + secret + ") and (" + secret + ")")).isEqualTo("([redacted]) and ([redacted])");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "password=hunter2                             | password=[redacted]",
                "Possible hardcoded password: 'root'          | Possible hardcoded password: '[redacted]'",
                "\"apiKey\": \"abc def\", \"b\": 1            | \"apiKey\": \"[redacted]\", \"b\": 1",
                "db.password = s3cr3t!                        | db.password = [redacted]",
                "CLIENT_SECRET=abc&x=1                        | CLIENT_SECRET=[redacted]&x=1",
                "https://h/?access_token=abc&x=1              | https://h/?access_token=[redacted]&x=1",
                "Authorization: Bearer abcdef123456           | Authorization: Bearer [redacted]",
                "token := 'it\\'s'                            | token := '[redacted]'",
                "https://user:pa55@example.org/x              | https://[redacted]@example.org/x",
                "git clone https://a:b@c:d@host and more      | git clone https://[redacted]@host and more",
            })
    void assignmentsAndUrls(String text, String clean) {
        assertThat(Redaction.of(text)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Use of weak hash MD5 at https://example.org/path?x=1#y:z",
                "token: expected an identifier, found end of file",
                "password: use a vault instead of the source",
                "password=${DB_PASSWORD}",
                "secret = %s",
                "the value of variable p17 flows into executeQuery(String), see org.example.module07.Class1234",
                "https://example.org:8443/a@b",
                "-----BEGIN CERTIFICATE-----",
                "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "ACCESSIBILITY_SERVICE_IMPLEMENTATION_DETAILS",
                "src/main/java/org/example/a-rather-long-directory-name-without-secrets/File.java",
            })
    void cleanTextStaysTheSameObject(String text) {
        assertThat(Redaction.of(text)).isSameAs(text);
    }

    @Test
    void privateKeys() {
        String begin = "-----BEGIN RSA PRIVATE " + "KEY-----\n";
        String end = "\n-----END RSA PRIVATE " + "KEY-----";
        assertThat(Redaction.of("a " + begin + "MIIE" + end + " b " + begin + "MIIE" + end + " c"))
                .isEqualTo("a [redacted] b [redacted] c");
        assertThat(Redaction.of("a " + begin + "MIIE")).isEqualTo("a [redacted]");
    }

    @Test
    void randomStringsOnlyWhereTheRuleLooksForSecrets() {
        String message = "Found a string with entropy 4.5: \"" + RANDOM + "\" in 'a/b.js'";
        assertThat(redacted("no-secrets/no-secrets", message).message())
                .isEqualTo("Found a string with entropy 4.5: \"[redacted]\" in 'a/b.js'");
        assertThat(redacted("some-rule", message).message()).isEqualTo(message);
    }

    @Test
    void titlePlaceAndReasonToo() {
        String secret = "password=" + RANDOM;
        Finding finding = new Finding(
                "t",
                "r",
                secret,
                "m",
                Severity.LOW,
                null,
                new Place("https://u:p@h/", 1, 2, 3, secret),
                List.of(),
                List.of(),
                null,
                null,
                null,
                new Finding.State(Finding.Kind.FAIL, secret, null),
                "");
        Finding clean = new FindingRedaction().of(finding, List.of(), "f");
        assertThat(clean.toString())
                .doesNotContain(RANDOM)
                .doesNotContain("u:p")
                .contains("fingerprint=f");
        assertThat(clean.place().line()).isEqualTo(1);
    }

    @Test
    void linearInHostileText() {
        for (String part : List.of(
                "://",
                "password=",
                "-----BEGIN ",
                "eyJ.",
                "a:",
                "'",
                "xoxb-",
                "-----BEGIN RSA PRIVATE " + "KEY-----",
                "SG.")) {
            String text = part.repeat(4_000_000 / part.length());
            Assertions.assertTimeout(Duration.ofSeconds(10), () -> Redaction.of(text));
            Assertions.assertTimeout(Duration.ofSeconds(10), () -> SecretStrings.masked(text, ""));
        }
    }

    // Found by fuzzing: the end of one token looked like the beginning of the next.
    @Test
    void tokensThatOverlap() {
        String run = "3".repeat(30);

        assertThat(Redaction.of("hvs." + run + ".xhvs." + run + "!")).isEqualTo(Redaction.MASK + Redaction.MASK + "!");
    }

    // Found by the property below.
    @ParameterizedTest
    @CsvSource({
        "SG.333333333333333333333333.hvs.333333333333, [redacted][redacted]",
        "AKIAB7B7B7B7B7B7B7B7B7B7B7hvs.333333333333, [redacted][redacted]",
        "password= hvs.hvs.hvs.hvs.hvs.AKIAeyJeyJhvs., password= hvs.hvs.hvs.hvs.[redacted]",
        "token hvs.333333333333 and hvs.33333333333, token [redacted] and hvs.33333333333",
    })
    void tokensThatStandInEachOthersWay(String text, String redacted) {
        assertThat(Redaction.of(text)).isEqualTo(redacted);
        assertThat(Redaction.of(redacted)).isEqualTo(redacted);
    }

    @Property
    void piecesOfTokensInAnyOrder(@ForAll("pieces") List<String> pieces) {
        String once = Redaction.of(String.join("", pieces));
        assertThat(Redaction.of(once)).isEqualTo(once);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "hvs.",
                        "dp.st.",
                        "SG.",
                        "eyJ",
                        "ghp_",
                        "AKIA",
                        ".",
                        "-",
                        "_",
                        " ",
                        "a",
                        "3".repeat(12),
                        "B7".repeat(11),
                        "password=")
                .list()
                .ofMaxSize(12);
    }

    @Property
    void whatWasRedactedStaysRedacted(@ForAll String text) {
        String once = Redaction.of("password='" + text + "' " + text);
        assertThat(Redaction.of(once)).isEqualTo(Redaction.of(Redaction.of(once)));
    }

    private static Finding redacted(String rule, String message) {
        return new FindingRedaction()
                .of(
                        new Finding(
                                "ESLint",
                                rule,
                                null,
                                message,
                                Severity.LOW,
                                null,
                                Place.of("src/a/b.js"),
                                List.of(),
                                List.of(),
                                null,
                                null,
                                null,
                                Finding.State.FAILURE,
                                ""),
                        List.of(),
                        "");
    }
}
