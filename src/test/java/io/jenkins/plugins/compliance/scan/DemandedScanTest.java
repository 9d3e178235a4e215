package io.jenkins.plugins.compliance.scan;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Run;
import hudson.slaves.DumbSlave;
import hudson.tasks.Shell;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.tools.ScanConfiguration;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.record.archive.ArchivedFile;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import io.jenkins.plugins.compliance.steps.ComplianceTagStep;
import io.jenkins.plugins.compliance.steps.ComplianceTagWrapper;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** An administrator demands the scans of jobs that ask for none themselves. */
@WithJenkins
class DemandedScanTest {
    @TempDir
    private Path programs;

    private JenkinsRule jenkins;
    private DumbSlave agent;

    @BeforeEach
    void demandScans(JenkinsRule rule) throws Exception {
        jenkins = rule;
        ScanPolicy.use();
        ScanConfiguration.get().setDemandedFor("demanded*");
        agent = rule.createOnlineSlave();
        new StandIns(programs).on(agent);
        new StandIns(programs).none().shellcheck("");
    }

    @Test
    void aPipelineThatAsksForNoneIsScannedWhenItHasEnded() throws Exception {
        WorkflowJob job = pipeline("demanded-pipeline", "writeFile file: 'a.sh', text: 'echo $x'");
        Run<?, ?> build = judged(jenkins.buildAndAssertSuccess(job));

        assertThat(evidence(build)).extracting(Evidence::name).contains("plan", "scan-shellcheck");
        assertThat(evidence(build))
                .allSatisfy(each -> assertThat(each.origin().build()).isEqualTo("1"));
        assertThat(ComplianceRunAction.of(build).getFiles())
                .extracting(ArchivedFile::getPath)
                .contains("compliance/demanded-scan.log");
    }

    @Test
    void oneThatScansItselfIsNotScannedAgain() throws Exception {
        WorkflowJob job = pipeline("demanded-scanning", "writeFile file: 'a.sh', text: 'echo $x'\ncomplianceScan()");
        Run<?, ?> build = judged(jenkins.buildAndAssertSuccess(job));

        assertThat(evidence(build)).extracting(Evidence::name).containsOnlyOnce("plan");
    }

    @Test
    void whatIsGoneIsNotScanned() throws Exception {
        WorkflowJob job = pipeline("demanded-gone", "writeFile file: 'a.sh', text: 'echo $x'\ndeleteDir()");
        Run<?, ?> build = judged(jenkins.buildAndAssertSuccess(job));

        assertThat(evidence(build)).extracting(Evidence::name).doesNotContain("scan-shellcheck");
    }

    @Test
    void othersAreLeftAlone() throws Exception {
        WorkflowJob job = pipeline("other", "writeFile file: 'a.sh', text: 'echo $x'");
        Run<?, ?> build = judged(jenkins.buildAndAssertSuccess(job));

        assertThat(evidence(build)).isEmpty();
    }

    @Test
    void aFreestyleBuildIsScannedBeforeItsPostBuildActions() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("demanded-freestyle");
        job.setAssignedNode(agent);
        ComplianceTagStep tags = new ComplianceTagStep();
        tags.setKind("scripts");
        job.getBuildWrappersList().add(new ComplianceTagWrapper(tags));
        job.getBuildersList().add(new Shell("echo 'echo $x' > a.sh"));
        Run<?, ?> build = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("shellcheck", build);
        assertThat(evidence(build)).extracting(Evidence::name).contains("plan", "scan-shellcheck");
    }

    private static List<Evidence> evidence(Run<?, ?> build) throws Exception {
        return JobLedger.of(build.getParent()).evidence(Keys.get().trusted());
    }

    private static Run<?, ?> judged(Run<?, ?> build) throws InterruptedException {
        for (int i = 0; i < 600 && JobIndex.of(build.getParent()).newest().isEmpty(); i++) {
            Thread.sleep(100);
        }
        Thread.sleep(300);
        return build;
    }

    private WorkflowJob pipeline(String name, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(
                "complianceTag kind: 'scripts'\nnode('" + agent.getNodeName() + "') {\n" + script + "\n}", true));
        return job;
    }
}
