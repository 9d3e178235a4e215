package io.jenkins.plugins.compliance.config.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.util.FormValidation;
import hudson.util.Secret;
import io.jenkins.plugins.compliance.config.CompliancePage;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyAlgorithm;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySetJson;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.key.TrustedKey;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class KeysTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Test
    void makesTheSigningKeyOnceAndKeepsItEncrypted(JenkinsRule jenkins) throws Exception {
        SigningKey key = Keys.get().signing();

        assertThat(new ControllerKey().signing(KeyAlgorithm.P256).id()).isEqualTo(key.id());
        String secret = key.secretPem().lines().skip(1).findFirst().orElseThrow();
        try (Stream<Path> walk = Files.walk(jenkins.jenkins.getRootDir().toPath())) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/plugins/"))
                    .toList();
            assertThat(files).anyMatch(file -> file.endsWith("secrets/" + ControllerKey.class.getName()));
            for (Path file : files) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
            }
        }
    }

    @Test
    void bothKeysOfARotationAreGoodInTheirTimes(JenkinsRule jenkins) throws Exception {
        Keys keys = Keys.get();
        keys.use(now::get);
        SigningKey first = keys.signing();
        Instant rotated = START.plus(Duration.ofDays(30));
        now.set(rotated);
        SigningConfiguration.get().setAlgorithm("p256");

        FormValidation answer = SigningConfiguration.get().doRotateNow();

        assertThat(answer.kind).isEqualTo(FormValidation.Kind.OK);
        SigningKey second = keys.signing();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.publicKey().algorithm()).isEqualTo(KeyAlgorithm.P256);
        assertThat(new ControllerKey().signing(KeyAlgorithm.ED25519).id()).isEqualTo(second.id());
        TrustedKey before = keys.trusted().get(first.id()).orElseThrow();
        TrustedKey after = keys.trusted().get(second.id()).orElseThrow();
        assertThat(before.validAt(START)).isTrue();
        assertThat(before.validAt(rotated.plus(Duration.ofHours(23)))).isTrue();
        assertThat(before.validAt(rotated.plus(Duration.ofHours(25)))).isFalse();
        assertThat(after.validAt(rotated)).isTrue();
        assertThat(after.validAt(START)).isFalse();
        assertThat(after.notAfter()).isNull();
        KeyHistory reread = new KeyHistory(jenkins.jenkins.getRootDir().toPath().resolve("compliance"));
        assertThat(reread.trusted().keys()).isEqualTo(keys.trusted().keys());
    }

    @Test
    void aKeyCanBeOneOfTheCredentials(JenkinsRule jenkins) throws Exception {
        Keys keys = Keys.get();
        String own = keys.signing().id();
        SigningKey edwards = SigningKey.generate(KeyAlgorithm.ED25519);
        SigningKey elliptic = SigningKey.generate(KeyAlgorithm.P256);
        add(new FileCredentialsImpl(
                CredentialsScope.GLOBAL,
                "file",
                "",
                "key.pem",
                SecretBytes.fromBytes(elliptic.secretPem().getBytes())));
        add(new StringCredentialsImpl(
                CredentialsScope.SYSTEM,
                "text",
                "",
                Secret.fromString(edwards.secretPem().replace('\n', ' '))));
        add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "other", "", Secret.fromString("hunter2")));

        SigningConfiguration.get().setCredentialsId("file");
        assertThat(keys.signing().id()).isEqualTo(elliptic.id());
        SigningConfiguration.get().setCredentialsId("text");
        assertThat(keys.signing().id()).isEqualTo(edwards.id());
        assertThat(keys.trusted().keys()).hasSize(3);
        assertThat(SigningConfiguration.get().doRotateNow().getMessage()).contains("put a new one there");

        SigningConfiguration.get().setCredentialsId("other");
        assertThatThrownBy(keys::signing)
                .hasMessageContaining("credentials \"other\"")
                .hasMessageNotContaining("hunter2");
        assertThat(keys.trusted().keys()).as("verifying goes on").hasSize(3);
        SigningConfiguration.get().setCredentialsId("gone");
        assertThatThrownBy(keys::signing).hasMessageContaining("no credentials \"gone\"");

        SigningConfiguration.get().setCredentialsId(null);
        assertThat(keys.signing().id()).isEqualTo(own);
        assertThat(keys.trusted().get(own).orElseThrow().notAfter()).isNull();
    }

    private static void add(StandardCredentials credentials) throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials().add(credentials);
        SystemCredentialsProvider.getInstance().save();
    }

    @Test
    void publishesItsKeysAsAVerifierTakesThem(JenkinsRule jenkins) throws Exception {
        Keys.get().signing();
        SigningConfiguration.get().doRotateNow();
        JenkinsRule.WebClient client = jenkins.createWebClient();

        Page json = client.goTo("compliance/keys/keys.json", "application/json");
        KeySet published = KeySetJson.read(json.getWebResponse().getContentAsString(), "keys.json", Limits.DEFAULTS);
        assertThat(published.keys()).isEqualTo(Keys.get().trusted().keys()).hasSize(2);
        assertThat(json.getWebResponse().getResponseHeaderValue("X-Content-Type-Options"))
                .isEqualTo("nosniff");
        HtmlPage page = client.goTo("compliance/keys");
        assertThat(page.asNormalizedText())
                .contains(Keys.get().signing().id())
                .contains("further notice")
                .doesNotContain("PRIVATE");
        assertThat(client.goTo("compliance/keys/current.pem", "application/x-pem-file")
                        .getWebResponse()
                        .getContentAsString())
                .isEqualTo(Keys.get().signing().publicKey().pem());
    }

    @Test
    void keepsWhatTheFormShows(JenkinsRule jenkins) throws Exception {
        add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "text", "", Secret.fromString("x")));
        SigningConfiguration.get().setCredentialsId("text");
        SigningConfiguration.get().setAlgorithm("p256");

        CompliancePage.roundtrip(jenkins);

        assertThat(SigningConfiguration.get().getCredentialsId()).isEqualTo("text");
        assertThat(SigningConfiguration.get().getAlgorithm()).isEqualTo("p256");
        assertThatThrownBy(() -> SigningConfiguration.get().setAlgorithm("rsa")).hasMessageContaining("ed25519, p256");
    }
}
