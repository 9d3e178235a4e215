package io.jenkins.plugins.compliance.config.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.Util;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.record.clock.MomentText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class PolicyStoreTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private static JenkinsRule jenkins;

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private PolicyStore store;
    private Path pack;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void begin() throws IOException {
        store = PolicyStore.get();
        store.use(now::get);
        pack = folder.resolve("acme");
        PackText.write(pack, PackText.of("1"));
        PolicyConfiguration.get().setSource(new DirectoryPolicy(pack.toString()));
    }

    @Test
    void aDirectoryIsReadOnceAChangeAndNotOnceAJudgement() throws IOException {
        PolicyIndex first = store.current();

        assertThat(store.current()).isSameAs(first);
        PackText.write(pack, PackText.of("2"));
        assertThat(store.current().pack().version()).isEqualTo("2");
        assertThat(store.current()).isSameAs(store.current());
    }

    @Test
    void aSourceThatIsDownForAWeekStillJudgesAndSaysSo() throws IOException {
        String digest = store.current().pack().digest();
        Util.deleteRecursive(pack.toFile());
        for (int day = 1; day <= 7; day++) {
            now.set(START.plus(Duration.ofDays(day)));
            store.refreshWhenDue();
            assertThat(store.current().pack().digest()).isEqualTo(digest);
        }

        PolicyState state = store.state();
        assertThat(state.version()).isEqualTo("1");
        assertThat(state.refreshedAt()).isEqualTo(START);
        assertThat(state.triedAt()).isEqualTo(START.plus(Duration.ofDays(7)));
        assertThat(state.lastError()).contains("no directory").contains(pack.toString());
        assertThat(state.warning().orElseThrow())
                .contains("version 1 of " + new MomentText(START).words() + " stays in force");
        assertThat(PolicyMonitor.isActivated(state, now.get())).isTrue();

        store.forget();
        assertThat(store.state()).isEqualTo(state);
        assertThat(store.current().pack().digest()).isEqualTo(digest);

        PackText.write(pack, PackText.of("8"));
        assertThat(store.current().pack().version()).isEqualTo("8");
        assertThat(store.state().error()).isEmpty();
        assertThat(PolicyMonitor.isActivated(store.state(), now.get())).isFalse();
        assertThat(PolicyMonitor.isActivated(store.state(), now.get().plus(Duration.ofDays(2))))
                .isTrue();
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyFromAskingTheSource() throws IOException {
        store.current();
        now.set(START.minus(Duration.ofDays(30)));

        store.refreshWhenDue();
        assertThat(store.state().triedAt()).isEqualTo(now.get());
        store.refreshWhenDue();
        now.set(now.get().plus(Duration.ofMinutes(PolicyConfiguration.get().getRefreshMinutes())));
        store.refreshWhenDue();

        assertThat(store.state().triedAt()).isEqualTo(now.get());
        assertThat(PolicyMonitor.isActivated(store.state(), now.get())).isFalse();
    }

    @Test
    void aPackWithMistakesLeavesTheLastGoodOneInForce() throws IOException {
        store.current();
        PackText.write(pack, PackText.of("2").replace("f/A, strength", "f/B, strength"));

        assertThat(store.current().pack().version()).isEqualTo("1");
        assertThat(store.state().lastError())
                .contains("unknown-requirement")
                .contains(pack + "/pack.yaml:")
                .doesNotContain(jenkins.jenkins.getRootDir().getName());
        store.forget();
        assertThat(store.current().pack().version()).isEqualTo("1");
    }

    @Test
    void aSourceThatNeverBroughtAnythingLeavesNothingToJudgeBy() throws IOException {
        PolicyConfiguration.get()
                .setSource(new DirectoryPolicy(folder.resolve("none").toString()));

        assertThatThrownBy(store::current)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No policy was ever had")
                .hasMessageContaining("Manage Jenkins");
        assertThat(store.state().loaded()).isFalse();
        assertThat(store.state().warning()).isPresent();
    }

    @Test
    void anotherSourceDoesNotInheritWhatTheEarlierOneBrought() throws IOException {
        store.current();
        PolicyConfiguration.get()
                .setSource(new DirectoryPolicy(folder.resolve("none").toString()));

        assertThatThrownBy(store::current).isInstanceOf(IOException.class);
    }

    @Test
    void neighboursThatAPackUsesAreKeptToo() throws IOException {
        Path own = folder.resolve("own");
        PackText.write(own, PackText.using("../acme"));
        PolicyConfiguration.get().setSource(new DirectoryPolicy(own.toString()));
        assertThat(store.current().pack().procedure("review")).isPresent();

        PackText.write(pack, PackText.of("1").replace("Review it.", "Review it well."));
        assertThat(store.current().pack().procedure("review").orElseThrow().statement())
                .isEqualTo("Review it well.");
        Util.deleteRecursive(folder.toFile());
        store.forget();
        assertThat(store.current().pack().procedure("review")).isPresent();
    }

    @Test
    void linksThatLeadOutAreRefused() throws IOException {
        store.current();
        Path secret = Files.writeString(folder.resolve("secret.yaml"), PackText.of("9"));
        Files.createSymbolicLink(pack.resolve("more.yaml"), secret);
        PackText.write(pack, PackText.of("2"));

        assertThat(store.current().pack().version()).isEqualTo("1");
        assertThat(store.state().lastError()).contains("acme/more.yaml").contains("symbolic link");
    }

    @Test
    void onlyOneFolderIsKept() throws IOException {
        for (int version = 1; version <= 4; version++) {
            PackText.write(pack, PackText.of(String.valueOf(version)));
            store.current();
        }

        try (var kept = Files.list(jenkins.jenkins.getRootDir().toPath().resolve("compliance/policy"))) {
            assertThat(kept.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void aSourceWhosePluginHasGoneIsNotReplacedByTheBundledPack() throws Exception {
        store.current();
        String element = PolicyConfiguration.class.getName();
        Path file = jenkins.jenkins.getRootDir().toPath().resolve(element + ".xml");
        Files.writeString(
                file, "<" + element + "><source class='org.example.Gone'/><chosen>true</chosen></" + element + ">");
        PolicyConfiguration fresh = new PolicyConfiguration();
        fresh.load();

        assertThat(fresh.inForce().describe()).isEqualTo("a source that can't be read");
        assertThatThrownBy(() -> fresh.inForce().bring(folder, null)).hasMessageContaining("Install the plugin");
    }

    @Test
    void theConfigurationIsHeldToItsRulesInXmlToo() throws Exception {
        String element = PolicyConfiguration.class.getName();
        Path file = jenkins.jenkins.getRootDir().toPath().resolve(element + ".xml");
        Files.writeString(
                file,
                "<" + element + "><source class='" + DirectoryPolicy.class.getName()
                        + "'><path>../../etc</path></source><chosen>true</chosen>"
                        + "<refreshMinutes>-7</refreshMinutes></" + element + ">");
        PolicyConfiguration fresh = new PolicyConfiguration();
        fresh.load();

        assertThat(fresh.getRefreshMinutes()).isEqualTo(5);
        assertThatThrownBy(() -> fresh.inForce().bring(folder, null)).hasMessageContaining("absolute path");
        assertThat(fresh.inForce().stamp(java.util.List.of())).contains("absolute path");
    }

    @Test
    void theStateIsOnThePageAndInAWarning() throws Exception {
        store.current();
        PackText.write(pack, "nothing");
        store.current();

        JenkinsRule.WebClient client = jenkins.createWebClient();
        HtmlPage page = client.goTo("manage/configureCompliance");
        assertThat(page.asNormalizedText()).contains("acme 1").contains("pack.yaml:1:1");
        HtmlPage manage = client.goTo("manage");
        assertThat(manage.asNormalizedText()).contains("can't be refreshed from " + pack);

        PackText.write(pack, PackText.of("3"));
        jenkins.submit(manage.getFormByName("compliance-policy-refresh"));
        assertThat(store.state().version()).isEqualTo("3");
        assertThat(client.goTo("manage").asNormalizedText()).doesNotContain("can't be refreshed");
    }
}
