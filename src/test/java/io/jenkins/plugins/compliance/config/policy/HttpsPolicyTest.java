package io.jenkins.plugins.compliance.config.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.util.Secret;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class HttpsPolicyTest {
    @TempDir
    private Path folder;

    private PolicyServer server;

    @BeforeAll
    static void start(JenkinsRule rule) throws Exception {
        var credentials = SystemCredentialsProvider.getInstance().getCredentials();
        credentials.add(
                new UsernamePasswordCredentialsImpl(CredentialsScope.SYSTEM, "user", "", "reader", "s3cr3t-pass"));
        credentials.add(
                new StringCredentialsImpl(CredentialsScope.GLOBAL, "token", "", Secret.fromString("s3cr3t-token")));
        SystemCredentialsProvider.getInstance().save();
    }

    @BeforeEach
    void serve() throws Exception {
        server = new PolicyServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void bringsAFileAndNamesItsDigest() throws Exception {
        server.file("/pack.yaml", PackText.bytes("7"));

        PolicySource.Brought brought = policy("/pack.yaml?token=abc").bring(folder, Limits.DEFAULTS);

        assertThat(brought.location()).isEqualTo("pack.yaml");
        assertThat(brought.revision()).matches("sha256:[0-9a-f]{64}");
        assertThat(policy("/pack.yaml?token=abc").describe()).endsWith("/pack.yaml");
        HttpsPolicy pinned = policy("/pack.yaml");
        pinned.setSha256(brought.revision());
        pinned.bring(folder, Limits.DEFAULTS);
        pinned.setSha256("0".repeat(64));
        assertThatThrownBy(() -> pinned.bring(folder, Limits.DEFAULTS)).hasMessageContaining("demanded is 0000");
    }

    @Test
    void comesIntoForceAndStaysWhileTheServerIsDown() throws Exception {
        server.file("/pack.zip", zip("pack.yaml", PackText.bytes("7")));
        PolicyConfiguration.get().setSource(policy("/pack.zip"));

        assertThat(PolicyStore.get().current().pack().version()).isEqualTo("7");
        server.close();
        PolicyState state = PolicyStore.get().refresh();
        assertThat(state.lastError()).contains("can't be reached");
        PolicyStore.get().forget();
        assertThat(PolicyStore.get().current().pack().version()).isEqualTo("7");
    }

    @Test
    void anotherPinnedDigestPutsTheKeptVersionOutOfForce() throws Exception {
        server.file("/pack.yaml", PackText.bytes("7"));
        HttpsPolicy policy = policy("/pack.yaml");
        PolicyConfiguration.get().setSource(policy);
        PolicyStore.get().current();

        HttpsPolicy pinned = policy("/pack.yaml");
        pinned.setSha256("0".repeat(64));
        PolicyConfiguration.get().setSource(pinned);

        assertThatThrownBy(() -> PolicyStore.get().current()).hasMessageContaining("No policy was ever had");
    }

    @Test
    void sendsCredentialsAndTellsNobody() throws Exception {
        server.file("/pack.yaml", PackText.bytes("7"));
        HttpsPolicy policy = policy("/pack.yaml");
        policy.setCredentialsId("user");
        policy.bring(folder, Limits.DEFAULTS);
        policy.setCredentialsId("token");
        policy.bring(folder, Limits.DEFAULTS);

        assertThat(server.asked())
                .containsExactly(
                        "/pack.yaml Basic " + Base64.getEncoder().encodeToString("reader:s3cr3t-pass".getBytes()),
                        "/pack.yaml Bearer s3cr3t-token");
        policy.setCredentialsId("gone");
        assertThatThrownBy(() -> policy.bring(folder, Limits.DEFAULTS)).hasMessageContaining("no credentials \"gone\"");
        server.at("/closed", exchange -> exchange.sendResponseHeaders(403, -1));
        HttpsPolicy closed = policy("/closed");
        closed.setCredentialsId("token");
        assertThatThrownBy(() -> closed.bring(folder, Limits.DEFAULTS))
                .hasMessageContaining("status 403")
                .hasMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/pack.yaml",
                "https://policy.example/pack.yaml",
                "https://127.0.0.1/pack.yaml",
                "file:///etc/passwd",
                "//policy.example/pack.yaml",
                "https://localhost:1/pack.yaml",
                "https://reader:pass@localhost/pack.yaml"
            })
    void followsNoRedirectElsewhere(String location) throws Exception {
        server.redirect("/pack.yaml", location);
        HttpsPolicy policy = policy("/pack.yaml");
        policy.setCredentialsId("token");

        assertThatThrownBy(() -> policy.bring(folder, Limits.DEFAULTS)).hasMessageContaining("redirects to another");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void followsAFewRedirectsOnTheSameServer() throws Exception {
        server.file("/files/pack.yaml", PackText.bytes("7"))
                .redirect("/latest", "/files/pack.yaml")
                .redirect("/loop", "/loop");

        assertThat(policy("/latest").bring(folder, Limits.DEFAULTS).revision()).startsWith("sha256:");
        assertThatThrownBy(() -> policy("/loop").bring(folder, Limits.DEFAULTS))
                .hasMessageContaining("redirects more than 3 times");
    }

    @Test
    void stopsAtTheLimitOfSizeAndTime() throws Exception {
        server.at("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 16];
            for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write(block);
            }
        });
        server.at("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 50; i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                sleep();
            }
        });

        HttpsFetch fetch = new HttpsFetch(1 << 20, Duration.ofSeconds(1));
        assertThatThrownBy(() -> fetch.get(HttpsAddress.of(server.url("/large")), null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger than the 1,048,576 bytes");
        assertThatThrownBy(() -> fetch.get(HttpsAddress.of(server.url("/slow")), null))
                .hasMessageContaining("within 1 seconds");
    }

    @Test
    void believesNoCertificateThatJavaDoesNot() throws Exception {
        server.file("/pack.yaml", PackText.bytes("7"));
        HttpsPolicy byAddress = new HttpsPolicy(server.url("/pack.yaml").replace("localhost", "127.0.0.1"));

        assertThatThrownBy(() -> byAddress.bring(folder, Limits.DEFAULTS)).hasMessageContaining("can't be reached");
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://policy.example/pack.yaml",
                "file:///etc/passwd",
                "jar:https://policy.example/a.jar!/pack.yaml",
                "https:///pack.yaml",
                "https://reader:pass@policy.example/",
                "https://policy.example/#x",
                "javascript:alert(1)",
                "https://policy.example/ pack.yaml",
                "HTTPS"
            })
    void takesNoOtherAddress(String url) {
        assertThatThrownBy(() -> new HttpsPolicy(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("begins with https://");
    }

    private HttpsPolicy policy(String path) {
        return new HttpsPolicy(server.url(path));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
