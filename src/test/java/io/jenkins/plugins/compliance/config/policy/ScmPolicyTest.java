package io.jenkins.plugins.compliance.config.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.Util;
import io.jenkins.plugins.compliance.GitRepository;
import io.jenkins.plugins.compliance.config.CompliancePage;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jenkins.plugins.git.GitSCMSource;
import jenkins.plugins.git.traits.BranchDiscoveryTrait;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ScmPolicyTest {
    private static JenkinsRule jenkins;

    @TempDir
    private Path folder;

    private GitRepository git;
    private Path repository;
    private ScmPolicy policy;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void begin() throws Exception {
        git = GitRepository.in(folder.resolve("policies"), "main");
        repository = git.folder();
        Files.writeString(repository.resolve("README.adoc"), "no part of a pack");
        PackText.write(repository.resolve("packs/acme"), PackText.of("1"));
        PackText.write(repository.resolve("packs/own"), PackText.using("../acme"));
        git.commit();
        policy = new ScmPolicy(source(), "main");
        policy.setPath("packs/own");
    }

    private GitSCMSource source() {
        GitSCMSource source = new GitSCMSource(repository.toUri().toString());
        source.setTraits(List.of(new BranchDiscoveryTrait()));
        return source;
    }

    @Test
    void bringsAPackAndTheNeighboursThatItUses() throws Exception {
        PolicyConfiguration.get().setSource(policy);

        assertThat(PolicyStore.get().current().pack().procedure("review")).isPresent();
        PolicyState state = PolicyStore.get().state();
        assertThat(state.revision()).contains(git.git("rev-parse", "HEAD"));
        assertThat(state.source()).endsWith("main:packs/own");

        PackText.write(
                repository.resolve("packs/own"), PackText.using("../acme").replace("'1'", "'2'"));
        git.commit();
        assertThat(PolicyStore.get().refresh().version()).isEqualTo("2");
        Util.deleteRecursive(repository.toFile());
        assertThat(PolicyStore.get().refresh().lastError()).isNotBlank();
        PolicyStore.get().forget();
        assertThat(PolicyStore.get().current().pack().version()).isEqualTo("2");
    }

    @Test
    void thePackCanBeTheWholeRepository() throws Exception {
        PackText.write(repository, PackText.of("5"));
        Util.deleteRecursive(repository.resolve("packs").toFile());
        git.commit();

        PolicyConfiguration.get().setSource(new ScmPolicy(source(), "main"));

        assertThat(PolicyStore.get().current().pack().version()).isEqualTo("5");
    }

    @Test
    void refusesALinkInThePack() throws Exception {
        Files.createSymbolicLink(repository.resolve("packs/own/secret.yaml"), Path.of("/etc/passwd"));
        git.commit();

        assertThatThrownBy(() -> policy.bring(Files.createDirectory(folder.resolve("into")), Limits.DEFAULTS))
                .hasMessageContaining("secret.yaml")
                .hasMessageContaining("symbolic link");
    }

    @Test
    void saysWhenThereIsNoSuchVersion() {
        ScmPolicy gone = new ScmPolicy(policy.getScm(), "release");

        assertThatThrownBy(() -> gone.bring(folder, Limits.DEFAULTS)).hasMessageContaining("\"release\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../policies", "/etc", "a/../b", "a//b", "a/", ".git", "a\\b", "a\nb", "C:x"})
    void takesNoPathThatLeadsOut(String path) {
        assertThatThrownBy(() -> policy.setPath(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsWhatTheFormShows() throws Exception {
        GitSCMSource other = new GitSCMSource("https://git.example/policies.git");
        other.setTraits(List.of(new BranchDiscoveryTrait()));
        ScmPolicy shown = new ScmPolicy(other, "main");
        shown.setPath("packs/acme");
        PolicyConfiguration.get().setSource(shown);
        PolicyConfiguration.get().setRefreshMinutes(45);

        CompliancePage.roundtrip(jenkins);

        assertThat(PolicyConfiguration.get().getRefreshMinutes()).isEqualTo(45);
        ScmPolicy kept = (ScmPolicy) PolicyConfiguration.get().getSource();
        assertThat(kept).isNotSameAs(shown);
        assertThat(((GitSCMSource) kept.getScm()).getRemote()).isEqualTo("https://git.example/policies.git");
        assertThat(kept.getVersion()).isEqualTo("main");
        assertThat(kept.getPath()).isEqualTo("packs/acme");
        assertThat(kept.identity()).isEqualTo(shown.identity()).doesNotContain("plugin=");
        other.setCredentialsId("another");
        assertThat(shown.identity())
                .as("other credentials for the same repository")
                .isEqualTo(kept.identity());
    }

    @Test
    void theOtherSourcesKeepWhatTheirFormsShowToo() throws Exception {
        HttpsPolicy https = new HttpsPolicy("https://policy.example/pack.zip");
        https.setSha256("0".repeat(64));
        PolicyConfiguration.get().setSource(https);
        CompliancePage.roundtrip(jenkins);
        jenkins.assertEqualDataBoundBeans(https, PolicyConfiguration.get().getSource());

        DirectoryPolicy directory = new DirectoryPolicy("/srv/policy");
        PolicyConfiguration.get().setSource(directory);
        CompliancePage.roundtrip(jenkins);
        jenkins.assertEqualDataBoundBeans(directory, PolicyConfiguration.get().getSource());

        BundledPolicy bundled = new BundledPolicy("compliance-stages");
        PolicyConfiguration.get().setSource(bundled);
        CompliancePage.roundtrip(jenkins);
        jenkins.assertEqualDataBoundBeans(bundled, PolicyConfiguration.get().getSource());
    }
}
