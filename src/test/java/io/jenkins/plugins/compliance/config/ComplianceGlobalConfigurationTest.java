package io.jenkins.plugins.compliance.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@WithJenkinsConfiguredWithCode
class ComplianceGlobalConfigurationTest {
    @Test
    @ConfiguredWithCode("compliance-stages.yaml")
    void isReadFromCodeAndWrittenBackAsCode(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        ComplianceGlobalConfiguration configuration = ComplianceGlobalConfiguration.get();
        assertThat(configuration.gateMode()).isEqualTo(Gate.Mode.WARN);
        assertThat(configuration.getPolicy())
                .isInstanceOfSatisfying(
                        DirectoryPolicy.class,
                        policy -> assertThat(policy.getPath()).isEqualTo("/srv/compliance/policy"));

        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(exported);
        assertThat(exported.toString(StandardCharsets.UTF_8))
                .contains("  complianceStages:\n    gate: \"warn\"\n    policy:\n      directory:\n"
                        + "        path: \"/srv/compliance/policy\"\n");
    }

    @Test
    @ConfiguredWithCode(
            value = "unknown-gate.yaml",
            expected = ConfiguratorException.class,
            message = "Failed to set attribute 'gate'")
    void refusesAGateThatIsNone(JenkinsConfiguredWithCodeRule jenkins) {
        assertThat(ComplianceGlobalConfiguration.get().gateMode()).isEqualTo(Gate.Mode.OBSERVE);
    }

    @Test
    void theExampleInTheDocumentationIsTheOneThatIsLoaded(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        Path example = Path.of(ComplianceGlobalConfigurationTest.class
                .getResource("compliance-stages.yaml")
                .toURI());

        assertThat(Path.of("docs/jenkins.md"))
                .content(StandardCharsets.UTF_8)
                .contains("```yaml\n" + Files.readString(example) + "```");
    }

    @Test
    void keepsWhatTheFormShows(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        ComplianceGlobalConfiguration configuration = ComplianceGlobalConfiguration.get();
        configuration.setGate("enforce");
        configuration.setPolicy(new DirectoryPolicy("/srv/policy"));

        jenkins.configRoundtrip();

        assertThat(configuration.getGate()).isEqualTo("enforce");
        assertThat(configuration.getPolicy())
                .isInstanceOfSatisfying(
                        DirectoryPolicy.class,
                        policy -> assertThat(policy.getPath()).isEqualTo("/srv/policy"));
    }

    @Test
    void judgesByTheBundledPackUnlessToldOtherwise(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        assertThat(ComplianceGlobalConfiguration.get().getPolicy().load().pack().id())
                .isEqualTo("compliance-stages");
        assertThatThrownBy(() -> new BundledPolicy("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("compliance-stages");
        assertThatThrownBy(() -> new DirectoryPolicy("../policy")).hasMessageContaining("absolute path");
    }

    @Test
    void enforcesWhereTheXmlNamesNoMode(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        Path file =
                jenkins.jenkins.getRootDir().toPath().resolve(ComplianceGlobalConfiguration.class.getName() + ".xml");
        String element = ComplianceGlobalConfiguration.class.getName();
        Files.writeString(file, "<" + element + "><gate>sometimes</gate></" + element + ">");

        ComplianceGlobalConfiguration.get().load();

        assertThat(ComplianceGlobalConfiguration.get().gateMode()).isEqualTo(Gate.Mode.ENFORCE);
    }

    @Test
    void makesTheSigningKeyOnceAndKeepsItEncrypted(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        String id = ControllerKey.get().signing().id();

        assertThat(new ControllerKey().signing().id()).isEqualTo(id);
        String secret = ControllerKey.get()
                .signing()
                .secretPem()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        try (Stream<Path> walk =
                Files.walk(jenkins.jenkins.getRootDir().toPath().resolve("secrets"))) {
            List<Path> files = walk.filter(Files::isRegularFile).toList();
            assertThat(files).anyMatch(file -> file.getFileName().toString().equals(ControllerKey.class.getName()));
            for (Path file : files) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
            }
        }
    }
}
