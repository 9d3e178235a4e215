package io.jenkins.plugins.compliance.config.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.util.Secret;
import io.jenkins.plugins.compliance.config.CompliancePage;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ToolPresets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ScanConfigurationTest {
    private static JenkinsRule jenkins;

    private ScanConfiguration configuration;

    @BeforeAll
    static void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        var credentials = SystemCredentialsProvider.getInstance().getCredentials();
        credentials.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "token", "", Secret.fromString("abc")));
        credentials.add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "user", "", "reader", "secret-1"));
        credentials.add(new StringCredentialsImpl(CredentialsScope.SYSTEM, "system", "", Secret.fromString("def")));
        SystemCredentialsProvider.getInstance().save();
    }

    @BeforeEach
    void begin() {
        configuration = ScanConfiguration.get();
        configuration.setPresets(null);
        configuration.setTools(null);
        configuration.setDemandedFor(null);
    }

    @Test
    void allPresetsAreTickedUnlessToldOtherwise() throws Exception {
        assertThat(configuration.tools(true).tools())
                .extracting(ScanTool::id)
                .containsExactlyElementsOf(
                        ToolPresets.all().tools().stream().map(ScanTool::id).toList())
                .hasSizeGreaterThanOrEqualTo(36);
        assertThat(configuration.tools(true)).isSameAs(configuration.tools(true));

        CompliancePage.roundtrip(jenkins);
        assertThat(configuration.getPresets()).isNull();
    }

    @Test
    void theFormKeepsWhichPresetsAreTicked() throws Exception {
        for (List<String> ticked : List.of(List.of("bandit", "trivy-fs"), List.of("bandit"), List.<String>of())) {
            configuration.setPresets(ticked);
            CompliancePage.roundtrip(jenkins);
            assertThat(configuration.getPresets()).isEqualTo(ticked);
            assertThat(configuration.tools(true).tools())
                    .extracting(ScanTool::id)
                    .containsExactlyElementsOf(ticked);
        }
    }

    @Test
    void theFormKeepsDefinitions() throws Exception {
        ToolDefinition own = own();
        ToolDefinition changed = new ToolDefinition(null);
        changed.setPreset("semgrep");
        changed.setTimeout("20m");
        configuration.setTools(List.of(own, changed));
        configuration.setDemandedFor("payments/**\nshop/*/main");

        CompliancePage.roundtrip(jenkins);

        assertThat(configuration.getTools()).hasSize(2);
        jenkins.assertEqualDataBoundBeans(own, configuration.getTools().get(0));
        jenkins.assertEqualDataBoundBeans(changed, configuration.getTools().get(1));
        assertThat(configuration.getDemandedFor().lines()).containsExactly("payments/**", "shop/*/main");
        configuration.setTools(List.of(own));
        CompliancePage.roundtrip(jenkins);
        assertThat(configuration.getTools()).hasSize(1);
    }

    @Test
    void theEngineReadsADefinitionAsInAFileOfTools() {
        configuration.setPresets(List.of());
        configuration.setTools(List.of(own()));

        ScanTool tool = configuration.tools(true).get("own-rules").orElseThrow();
        assertThat(tool.command().arguments()).containsExactly("ast-grep", "--out", "${report}", "${dir}");
        assertThat(tool.exitCodes()).isEqualTo(Map.of(0, ScanTool.ExitMeaning.RAN, 1, ScanTool.ExitMeaning.FINDINGS));
        assertThat(tool.timeout()).isEqualTo(Duration.ofMinutes(3));
        assertThat(tool.applies().when()).hasToString("kind = web");
        assertThat(tool.report().sensitive()).isTrue();
        assertThat(configuration
                        .tools(false)
                        .get("own-rules")
                        .orElseThrow()
                        .command()
                        .arguments())
                .containsExactly("ast-grep.exe", "${report}");
    }

    @Test
    void aToolForWindowsAloneIsNotThereElsewhere() {
        ToolDefinition windows = own();
        windows.setCommand(null);
        configuration.setPresets(List.of());
        configuration.setTools(List.of(windows));

        assertThat(configuration.tools(true).tools()).isEmpty();
        assertThat(configuration.tools(false).tools()).hasSize(1);
    }

    @Test
    void aDefinitionUnderWhichAScanOfNothingLooksCleanIsRefused() {
        ToolDefinition blind = own();
        blind.setFiles(null);
        blind.setAlarms(null);

        assertThatThrownBy(() -> configuration.setTools(List.of(blind)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own-rules");
        assertThat(configuration.getTools()).isEmpty();
    }

    @Test
    void aToolGetsItsSecretsAsTheBuildWouldFindThem() throws Exception {
        ToolDefinition own = own();
        own.setCredentials(List.of(new ToolCredentials("TOKEN", "token"), new ToolCredentials("LOGIN", "user")));
        configuration.setTools(List.of(own));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());
        ToolSetup setup = JobSettings.of(build.getParent()).setup("own-rules");

        assertThat(setup.label()).isEqualTo("linux && scanners");
        assertThat(setup.secrets(build)).containsOnlyKeys("TOKEN", "LOGIN");
        assertThat(setup.secrets(build).get("TOKEN").getPlainText()).isEqualTo("abc");
        assertThat(setup.secrets(build).get("LOGIN").getPlainText()).isEqualTo("reader:secret-1");
        assertThat(JobSettings.of(build.getParent()).setup("bandit").hasSecrets())
                .isFalse();
    }

    @Test
    void credentialsOfSystemScopeReachNoBuild() throws Exception {
        ToolDefinition own = own();
        own.setCredentials(List.of(new ToolCredentials("TOKEN", "system")));
        configuration.setTools(List.of(own));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());

        assertThatThrownBy(() -> configuration.setup("own-rules").secrets(build))
                .hasMessageContaining("no credentials \"system\" for the variable TOKEN");
    }

    @Test
    void scansAreDemandedByFullName() throws Exception {
        MockFolder payments = jenkins.createFolder("payments");
        configuration.setDemandedFor("payments/**\nshop-?");

        assertThat(JobSettings.of(payments.createProject(FreeStyleProject.class, "api"))
                        .scanDemanded())
                .isTrue();
        assertThat(JobSettings.of(jenkins.createFreeStyleProject("shop-1")).scanDemanded())
                .isTrue();
        assertThat(JobSettings.of(jenkins.createFreeStyleProject("payments-api"))
                        .scanDemanded())
                .isFalse();
    }

    @Test
    void xmlWrittenByHandGetsRoundNoRule() throws Exception {
        String element = ScanConfiguration.class.getName();
        Path file = jenkins.jenkins.getRootDir().toPath().resolve(element + ".xml");
        String tool = ToolDefinition.class.getName();
        Files.writeString(
                file,
                "<" + element + "><presets><string>bandit</string><string>../x</string></presets><tools>"
                        + "<" + tool + "><id>../evil</id><command>sh\n-c\nid</command></" + tool + ">"
                        + "<" + tool + "><preset>bandit</preset><id>fine</id></" + tool + ">"
                        + "<" + tool + "><preset>bandit</preset><id>bound</id><credentials>"
                        + "<" + ToolCredentials.class.getName() + "><variable>A=B</variable></"
                        + ToolCredentials.class.getName() + "></credentials></" + tool + ">"
                        + "</tools><demandedFor>/absolute</demandedFor></" + element + ">");
        ScanConfiguration fresh = new ScanConfiguration();
        fresh.load();

        assertThat(fresh.tools(true).tools())
                .extracting(ScanTool::id)
                .contains("bandit", "fine")
                .doesNotContain("../evil");
        assertThat(String.join("\n", fresh.getMistakes()))
                .contains("\"../evil\" is not an id")
                .contains("no preset is called \"../x\"")
                .contains("\"A=B\" is not the name of an environment variable");
        assertThat(fresh.isDemandedFor(jenkins.createFreeStyleProject())).isTrue();
    }

    private static ToolDefinition own() {
        ToolDefinition own = new ToolDefinition("own-rules");
        own.setTitle("Our rules");
        own.setCategory("sast");
        own.setCommand("ast-grep\n--out\n${report}\n${dir}");
        own.setWindowsCommand("ast-grep.exe\n${report}");
        own.setEnvironment("MODE=strict");
        own.setRequires("/opt/rules");
        own.setVersionCommand("ast-grep\n--version");
        own.setVersionPattern("ast-grep (\\S+)");
        own.setReportFormat("sarif");
        own.setReportStream("file");
        own.setReportFile("own.sarif");
        own.setSensitive(true);
        own.setExitCodes("0=ran, 1=findings");
        own.setWhen("kind = web");
        own.setFiles("**/*.java\n**/*.py");
        own.setExclude("**/vendor/**");
        own.setAlarms("ERROR*");
        own.setTimeout("3m");
        own.setLabel("linux && scanners");
        own.setSource("https://rules.example/");
        own.setCredentials(List.of(new ToolCredentials("RULES_TOKEN", "token")));
        return own;
    }
}
