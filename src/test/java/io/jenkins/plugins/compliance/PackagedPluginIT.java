package io.jenkins.plugins.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.PluginWrapper;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import io.jenkins.plugins.compliance.scan.ScanPolicy;
import io.jenkins.plugins.compliance.scan.StandIns;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * The plugin as it is installed: the built {@code .hpi} in a controller of its own, with an agent of its own. What only then shows is
 * what class loaders see, and what is refused in builds that are read back and in answers of agents.
 *
 * <p>The controller runs on the Java of {@code compliance.java} (its home) and is the {@code compliance.war}, where these system
 * properties are given. The agent runs on the Java that runs this test.
 */
class PackagedPluginIT {
    private static final String PLUGIN = "compliance-stages";
    private static final String AGENT = "scanner";
    private static final Path HPI = Path.of(System.getProperty("compliance.hpi", "target/" + PLUGIN + ".hpi"));

    /** What is installed with the suggested plugins of a new controller, or with what Pipeline itself needs. */
    private static final List<String> COMMON = List.of(
            "credentials",
            "durable-task",
            "ionicons-api",
            "jackson2-api",
            "plain-credentials",
            "scm-api",
            "snakeyaml-api",
            "structs",
            "workflow-api",
            "workflow-step-api");

    @RegisterExtension
    private final RealJenkinsExtension controller =
            new RealJenkinsExtension().omitPlugins(PLUGIN).javaOptions("-Xmx512m");

    @RegisterExtension
    private final InboundAgentExtension agents = new InboundAgentExtension();

    @TempDir
    private Path programs;

    PackagedPluginIT() {
        if (System.getProperty("compliance.java") != null) {
            controller.withJavaHome(System.getProperty("compliance.java"));
        }
        if (System.getProperty("compliance.war") != null) {
            controller.withWar(new File(System.getProperty("compliance.war")));
        }
    }

    @Test
    void isSmallAndBringsNothingButItself() throws Exception {
        assertThat(HPI).isRegularFile();
        assertThat(Files.size(HPI)).isLessThan(5 << 20);
        try (JarFile hpi = new JarFile(HPI.toFile())) {
            assertThat(hpi.stream().map(each -> each.getName()).filter(name -> name.endsWith(".jar")))
                    .containsExactly("WEB-INF/lib/" + PLUGIN + ".jar");
        }
    }

    @Test
    void needsOnlyPluginsThatNearlyEveryControllerHas() throws Exception {
        try (JarFile hpi = new JarFile(HPI.toFile())) {
            String needed = hpi.getManifest().getMainAttributes().getValue("Plugin-Dependencies");
            assertThat(Arrays.stream(needed.split(","))
                            .filter(each -> !each.endsWith(";resolution:=optional"))
                            .map(each -> each.substring(0, each.indexOf(':'))))
                    .containsExactlyInAnyOrderElementsOf(COMMON);
        }
    }

    @Test
    void runsInAControllerOfItsOwn() throws Throwable {
        Path plugins = controller.getHome().toPath().resolve("plugins");
        Files.copy(HPI, plugins.resolve(PLUGIN + ".jpi"));
        new StandIns(programs).shellcheck("").flawfinder("");
        controller.startJenkins();
        agents.createAgent(
                controller,
                InboundAgentExtension.Options.newBuilder()
                        .name(AGENT)
                        .webSocket()
                        .build());
        Map<String, String> found = controller.runRemotely(PackagedPluginIT::plugins);
        assertThat(found)
                .containsEntry("failed", "[]")
                .containsEntry("jar", PLUGIN + ".jar")
                .containsEntry("com.fasterxml.jackson.core.JsonFactory", "jackson2-api")
                .containsEntry("org.yaml.snakeyaml.Yaml", "snakeyaml-api");
        System.out.println("Jenkins " + found.get("jenkins") + ", Java " + found.get("java"));

        controller.runRemotely(PackagedPluginIT::build, ScanPolicy.directory(), programs.toString());
        assertThat(controller.runRemotely(PackagedPluginIT::recorded))
                .isEqualTo("observe, open: [plan, scan-flawfinder, scan-shellcheck, test]");
        controller.stopJenkins();
        controller.startJenkins();

        assertThat(controller.runRemotely(PackagedPluginIT::recorded))
                .isEqualTo("observe, open: [plan, scan-flawfinder, scan-shellcheck, test]");
        for (String page : List.of(
                "job/packaged/compliance/",
                "job/packaged/compliance/procedures/",
                "job/packaged/compliance/api/json",
                "job/packaged/1/compliance/",
                "job/packaged/1/compliance/findings/",
                "compliance/keys/keys.json",
                "manage/configureCompliance/")) {
            assertThat(status(page)).as(page).isEqualTo(200);
        }
    }

    private int status(String page) throws Exception {
        URI address = new URL(controller.getUrl(), page).toURI();
        HttpRequest request = HttpRequest.newBuilder(address).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    /** Whose classes this plugin sees, and whether all plugins are there. */
    private static TreeMap<String, String> plugins(JenkinsRule r) throws Throwable {
        PluginWrapper plugin = r.jenkins.getPluginManager().getPlugin(PLUGIN);
        TreeMap<String, String> found = new TreeMap<>();
        found.put("failed", r.jenkins.getPluginManager().getFailedPlugins().toString());
        Class<?> own = plugin.classLoader.loadClass(ComplianceRunAction.class.getName());
        found.put(
                "jar",
                Path.of(own.getProtectionDomain().getCodeSource().getLocation().toURI())
                        .getFileName()
                        .toString());
        found.put("java", System.getProperty("java.version"));
        found.put("jenkins", String.valueOf(jenkins.model.Jenkins.getVersion()));
        for (String name : List.of("com.fasterxml.jackson.core.JsonFactory", "org.yaml.snakeyaml.Yaml")) {
            PluginWrapper owner = r.jenkins.getPluginManager().whichPlugin(plugin.classLoader.loadClass(name));
            found.put(name, owner.getShortName());
        }
        return found;
    }

    private static void build(JenkinsRule r, String pack, String programs) throws Throwable {
        PolicyConfiguration.get().setSource(new DirectoryPolicy(pack));
        new StandIns(Path.of(programs)).on(r.jenkins.getNode(AGENT));
        WorkflowJob job = r.createProject(WorkflowJob.class, "packaged");
        job.setDefinition(new CpsFlowDefinition("""
                complianceTag kind: 'mixture', exposure: 'internet'
                node('scanner') {
                  writeFile file: 'a.sh', text: 'echo $x'
                  writeFile file: 'a.c', text: 'int main(){}'
                  writeFile file: 'TEST-a.xml', text: '<testsuite name="s" tests="1"><testcase classname="c" name="n"/></testsuite>'
                  if (!complianceScan()) {
                    error 'not complete'
                  }
                  complianceEvidence kind: 'test', files: 'TEST-*.xml'
                }
                complianceGate()
                """, true));
        r.buildAndAssertSuccess(job);
    }

    /** What the build came to, and what is in the ledger: only verified entries are named. */
    private static String recorded(JenkinsRule r) throws Throwable {
        WorkflowRun build =
                r.jenkins.getItemByFullName("packaged", WorkflowJob.class).getBuildByNumber(1);
        var verdict = ComplianceRunAction.of(build).getVerdict();
        List<String> entries = JobLedger.of(build.getParent())
                .evidence(Keys.get().trusted())
                .stream()
                .map(each ->
                        each.integrity() instanceof Evidence.Integrity.Verified ? each.name() : "broken " + each.name())
                .sorted()
                .toList();
        return verdict.getMode() + ", " + (verdict.isOpen() ? "open" : "closed") + ": " + entries;
    }
}
