package io.jenkins.plugins.compliance.steps.scan;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.slaves.DumbSlave;
import io.jenkins.plugins.compliance.config.ComplianceGlobalConfiguration;
import io.jenkins.plugins.compliance.config.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.Keys;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.record.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.JobLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ComplianceScanTest {
    private static final String SOURCES =
            "writeFile file: 'a.sh', text: 'echo $x'\nwriteFile file: 'src/a.c', text: 'int main(){}'\n";

    @TempDir
    private Path programs;

    private JenkinsRule jenkins;
    private DumbSlave agent;
    private StandIns tools;

    @BeforeEach
    void prepare(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Path pack =
                Path.of(ComplianceScanTest.class.getResource("policy/pack.yaml").toURI());
        ComplianceGlobalConfiguration.get()
                .setPolicy(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
        agent = jenkins.createOnlineSlave();
        tools = new StandIns(programs).on(agent);
    }

    @Test
    void everyToolThatPolicyDemandsRunsAndIsRecorded() throws Exception {
        tools.shellcheck("").flawfinder("sleep 1");
        WorkflowRun build = jenkins.buildAndAssertSuccess(pipeline(
                "mixture", SOURCES + "echo \"complete: ${complianceScan()}\"\necho \"open: ${complianceGate()}\""));

        jenkins.assertLogContains("shellcheck 0.10.0: counts, 1 findings (1 medium), 0 of them new", build);
        jenkins.assertLogContains("flawfinder 2.0.19: counts, 1 findings (1 high)", build);
        jenkins.assertLogContains("complete: true", build);
        jenkins.assertLogContains("open: true", build);
        List<Evidence> evidence = evidence(build);
        assertThat(evidence).extracting(Evidence::name).containsExactly("plan", "scan-flawfinder", "scan-shellcheck");
        assertThat(evidence).allSatisfy(each -> {
            assertThat(each.integrity()).isInstanceOf(Evidence.Integrity.Verified.class);
            assertThat(each.origin().node()).isEqualTo(agent.getNodeName());
            assertThat(each.tags()).hasToString("kind=mixture");
        });
        assertThat(ComplianceRunAction.of(build).getFiles())
                .anySatisfy(file -> assertThat(file.getPath()).endsWith("-flawfinder.sarif"));
        assertThat(temporary(build)).isEmpty();
    }

    private List<Evidence> evidence(WorkflowRun build) throws Exception {
        return JobLedger.of(build.getParent()).evidence(Keys.get().trusted());
    }

    /** What is left beside the workspace. */
    private List<Path> temporary(WorkflowRun build) throws Exception {
        Path workspace = Path.of(agent.getWorkspaceFor(build.getParent()).getRemote());
        Path beside = workspace.resolveSibling(workspace.getFileName() + "@tmp");
        if (!Files.exists(beside)) {
            return List.of();
        }
        try (var files = Files.list(beside)) {
            return files.toList();
        }
    }

    private WorkflowJob pipeline(String kind, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(
                "complianceTag kind: '" + kind + "'\nnode('" + agent.getNodeName() + "') {\n" + script + "\n}", true));
        return job;
    }
}
