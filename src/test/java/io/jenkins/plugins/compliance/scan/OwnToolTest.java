package io.jenkins.plugins.compliance.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.slaves.DumbSlave;
import hudson.util.Secret;
import io.jenkins.plugins.compliance.config.ComplianceGlobalConfiguration;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.tools.ScanConfiguration;
import io.jenkins.plugins.compliance.config.tools.ToolCredentials;
import io.jenkins.plugins.compliance.config.tools.ToolDefinition;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Scans with a tool that an administrator defined. */
@WithJenkins
class OwnToolTest {
    private static final String SECRET = "tr0ub4dor&3'\"$x";

    @TempDir
    private static Path programs;

    private static JenkinsRule jenkins;
    private static DumbSlave agent;

    @BeforeAll
    static void prepare(JenkinsRule rule) throws Exception {
        jenkins = rule;
        ScanPolicy.use();
        agent = jenkins.createOnlineSlave();
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new StringCredentialsImpl(
                        CredentialsScope.GLOBAL, "scanner-token", "", Secret.fromString(SECRET)));
    }

    @AfterEach
    void allowLargeReportsAgain() {
        ComplianceGlobalConfiguration.get().setReportMegabytes(2048);
    }

    @Test
    void aSecretReachesTheToolAndNoLog() throws Exception {
        ToolDefinition tool = own("printf %s \"$AUTH\" > auth.txt\necho \"TOKEN is $TOKEN\" >&2\n"
                + "echo \"and another ghp_012345678901234567890123456789012345\"\nexit 9\n");
        tool.setEnvironment("AUTH=Bearer ${env.TOKEN}");
        tool.setCredentials(List.of(new ToolCredentials("TOKEN", "scanner-token")));
        WorkflowRun build = scan(tool);

        assertThat(workspace(build).resolve("auth.txt")).hasContent("Bearer " + SECRET);
        jenkins.assertLogContains("| TOKEN is ****", build);
        jenkins.assertLogNotContains("tr0ub4dor", build);
        jenkins.assertLogContains("| and another [redacted]", build);
        assertThat(only(build).reasons())
                .extracting(Object::toString)
                .containsExactly("It failed: exit code 9.", "It left no report.");
    }

    @Test
    void whatAToolThatFindsSecretsPrintsIsNotRepeated() throws Exception {
        ToolDefinition tool = own("echo 'found hunter2 in a.sh'\nexit 9\n");
        tool.setSensitive(true);
        WorkflowRun build = scan(tool);

        jenkins.assertLogContains("own: does not count", build);
        jenkins.assertLogNotContains("hunter2", build);
    }

    @Test
    void aToolWhoseSecretIsNotThereIsNotStarted() throws Exception {
        ToolDefinition tool = own("touch ran.txt\n");
        tool.setCredentials(List.of(new ToolCredentials("TOKEN", "nobody-knows")));
        WorkflowRun build = scan(tool);

        jenkins.assertLogContains("own: could not be started: ", build);
        jenkins.assertLogContains("nobody-knows", build);
        assertThat(only(build).counts()).isFalse();
        assertThat(workspace(build).resolve("ran.txt")).doesNotExist();
    }

    @Test
    void aToolThatTakesTooLongIsKilledWithAllThatItStarted() throws Exception {
        ToolDefinition tool = own("sleep 5711 &\nsleep 5712\n");
        tool.setTimeout("2s");
        WorkflowRun build = scan(tool);

        jenkins.assertLogContains("own: ran over its time and was killed after ", build);
        assertThat(only(build).reasons())
                .extracting(Object::toString)
                .containsExactly("It ran over its time of 2 s and was killed.");
        assertThat(only(build).end()).isEqualTo("timed_out");
        assertThat(ProcessHandle.allProcesses()
                        .map(ProcessHandle::info)
                        .filter(info -> info.commandLine().orElse("").matches("(\\S*/)?sleep 571[12]")))
                .isEmpty();
    }

    @Test
    void aToolThatTheAgentIsNotLabelledForIsMissing() throws Exception {
        ToolDefinition tool = own("touch ran.txt\n");
        tool.setLabel("scanners && !" + agent.getNodeName());
        WorkflowRun build = scan(tool);

        jenkins.assertLogContains("own: is not installed on this agent; its scan is missing: this agent is not", build);
        assertThat(evidence(build)).extracting(Evidence::name).containsExactly("plan");
        assertThat(workspace(build).resolve("ran.txt")).doesNotExist();
    }

    @Test
    void aReportThatGrowsOverTheLimitIsStoppedAndDoesNotCount() throws Exception {
        ComplianceGlobalConfiguration.get().setReportMegabytes(1);
        ToolDefinition tool = own("echo '{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"x\"}},\"results\":[' > \"$1\"\n"
                + "yes '{\"message\":{\"text\":\"m\"}},' >> \"$1\"\n");
        WorkflowRun build = scan(tool);

        assertThat(only(build).counts()).isFalse();
        assertThat(only(build).reasons().toString()).contains("reportBytes");
        assertThat(evidence(build).get(1).reports().get(0).size()).isEqualTo((1L << 20) + 1);
    }

    @Test
    void aDurationIsAsLongAsTheToolRan() throws Exception {
        WorkflowRun build =
                scan(own("sleep 3\necho '{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"x\"}},"
                        + "\"results\":[]}]}' > \"$1\"\n"));

        Fact.Scan scan = only(build);
        assertThat(scan.counts()).as(scan.reasons().toString()).isTrue();
        assertThat(Duration.between(scan.started(), scan.finished()))
                .isBetween(Duration.ofMillis(2_900), Duration.ofSeconds(20));
    }

    private static ToolDefinition own(String lines) throws Exception {
        Path program = Files.writeString(programs.resolve("own.sh"), lines);
        ToolDefinition tool = new ToolDefinition("own");
        tool.setCategory("sast");
        tool.setCommand("sh\n" + program + "\n${report}");
        tool.setReportFormat("sarif");
        tool.setReportFile("report.sarif");
        tool.setExitCodes("0=ran, 9=error");
        tool.setFiles("**/*.sh");
        return tool;
    }

    private static WorkflowRun scan(ToolDefinition tool) throws Exception {
        ScanConfiguration.get().setTools(List.of(tool));
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(
                "complianceTag kind: 'own'\nnode('" + agent.getNodeName()
                        + "') {\nwriteFile file: 'a.sh', text: 'echo $x'\ncomplianceScan()\n}",
                true));
        return jenkins.buildAndAssertSuccess(job);
    }

    private static Fact.Scan only(WorkflowRun build) throws Exception {
        List<Evidence> evidence = evidence(build);
        assertThat(evidence).extracting(Evidence::name).containsExactly("plan", "scan-own");
        return (Fact.Scan) evidence.get(1).fact();
    }

    private static List<Evidence> evidence(WorkflowRun build) throws Exception {
        return JobLedger.of(build.getParent()).evidence(Keys.get().trusted());
    }

    private static Path workspace(WorkflowRun build) {
        return Path.of(agent.getWorkspaceFor(build.getParent()).getRemote());
    }
}
