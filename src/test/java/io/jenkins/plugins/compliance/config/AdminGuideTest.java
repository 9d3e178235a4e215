package io.jenkins.plugins.compliance.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.RootElementConfigurator;
import io.jenkins.plugins.casc.yaml.YamlSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Every example of configuration as code in the guide for administrators is loaded as it stands, and exported again. */
@WithJenkins
class AdminGuideTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(compliance:.*?)```", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("^ *(?:- )?([A-Za-z0-9]+):", Pattern.MULTILINE);

    @Test
    void everyExampleLoadsAndComesBackWithAllThatItSays(JenkinsRule jenkins) throws Exception {
        List<String> examples = examples();
        assertThat(examples).hasSizeGreaterThan(6);
        for (String example : examples) {
            load(example);
            String exported = exported();
            for (String line : example.lines().skip(1).toList()) {
                String wanted = line.trim().replaceFirst("^- ", "");
                if (!wanted.isEmpty() && !wanted.endsWith("|") && !wanted.startsWith("presets:")) {
                    assertThat(exported).as(example).contains(wanted);
                }
            }
        }
    }

    @Test
    void whatIsExportedIsWhatWasLoaded(JenkinsRule jenkins) throws Exception {
        for (String example : examples()) {
            load(example);
            String once = exported();
            load("compliance:\n" + once.lines().skip(1).map(line -> line + "\n").collect(Collectors.joining()));
            assertThat(exported()).isEqualTo(once);
        }
    }

    @Test
    void everyFieldIsInAnExample(JenkinsRule jenkins) throws Exception {
        String all = String.join("", examples());
        List<String> shown = new ArrayList<>();
        Matcher matcher = KEY.matcher(all);
        while (matcher.find()) {
            shown.add(matcher.group(1));
        }
        ConfigurationContext context = new ConfigurationContext(ConfiguratorRegistry.get());
        RootElementConfigurator<?> root = RootElementConfigurator.all().stream()
                .filter(each -> each.getName().equals("compliance"))
                .findFirst()
                .orElseThrow();
        List<String> sections =
                root.describe().stream().map(each -> each.getName()).toList();
        assertThat(sections).containsExactlyInAnyOrder("policy", "scans", "judging", "signing");
        assertThat(shown).containsAll(sections);
        for (Class<?> type : List.of(
                io.jenkins.plugins.compliance.config.policy.PolicyConfiguration.class,
                io.jenkins.plugins.compliance.config.policy.BundledPolicy.class,
                io.jenkins.plugins.compliance.config.policy.DirectoryPolicy.class,
                io.jenkins.plugins.compliance.config.policy.HttpsPolicy.class,
                io.jenkins.plugins.compliance.config.policy.ScmPolicy.class,
                io.jenkins.plugins.compliance.config.tools.ScanConfiguration.class,
                io.jenkins.plugins.compliance.config.tools.ToolCredentials.class,
                io.jenkins.plugins.compliance.config.keys.SigningConfiguration.class,
                ComplianceGlobalConfiguration.class)) {
            assertThat(context.lookupOrFail(type).describe())
                    .as(type.getName())
                    .allSatisfy(each ->
                            assertThat(shown).contains(((io.jenkins.plugins.casc.Attribute<?, ?>) each).getName()));
        }
    }

    @Test
    void unknownKeysFail(JenkinsRule jenkins) {
        for (Map.Entry<String, String> wrong : Map.of(
                        "judging: {gates: warn}", "gates",
                        "policy: {source: {ftp: {url: 'ftp://policy.example'}}}", "ftp",
                        "signing: {secretKey: abc}", "secretKey",
                        "scans: {tools: [{preset: bandit, shell: 'rm -rf /'}]}", "shell",
                        "waivers: {}", "waivers")
                .entrySet()) {
            assertThatThrownBy(() -> load("compliance:\n  " + wrong.getKey() + "\n"))
                    .as(wrong.getKey())
                    .isInstanceOf(ConfiguratorException.class)
                    .hasStackTraceContaining(wrong.getValue());
        }
    }

    @Test
    void wrongValuesFail(JenkinsRule jenkins) {
        for (String wrong : List.of(
                "judging: {gate: sometimes}",
                "judging: {reportMegabytes: 0}",
                "policy: {refreshMinutes: 1}",
                "policy: {source: {directory: {path: ../policy}}}",
                "policy: {source: {bundled: {id: none}}}",
                "policy: {source: {https: {url: 'http://policy.example/pack.zip'}}}",
                "policy: {source: {https: {url: 'file:///etc/passwd'}}}",
                "policy: {source: {https: {url: 'https://policy.example/', sha256: abc}}}",
                "signing: {algorithm: rsa}",
                "scans: {presets: [banditt]}",
                "scans: {tools: [{preset: bandit, exitCodes: '0'}]}",
                "scans: {tools: [{preset: bandit, label: '&&'}]}",
                "scans: {tools: [{preset: bandit, credentials: [{variable: 'A B', credentialsId: x}]}]}",
                "scans: {tools: [{id: own}]}",
                "scans: {demandedFor: '/payments'}")) {
            assertThatThrownBy(() -> load("compliance:\n  " + wrong + "\n"))
                    .as(wrong)
                    .isInstanceOf(ConfiguratorException.class);
        }
        assertThat(ComplianceGlobalConfiguration.get().getGate()).isEqualTo("observe");
    }

    static List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("docs/jenkins/admin-guide.md")));
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        return examples;
    }

    static void load(String yaml) throws Exception {
        ConfigurationAsCode.get()
                .configureWith(YamlSource.of(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    }

    /** The part of all that is exported that is ours. */
    static String exported() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(out);
        StringBuilder ours = new StringBuilder();
        boolean in = false;
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            in = line.startsWith(" ") ? in : line.equals("compliance:");
            if (in) {
                ours.append(line).append('\n');
            }
        }
        return ours.toString();
    }
}
