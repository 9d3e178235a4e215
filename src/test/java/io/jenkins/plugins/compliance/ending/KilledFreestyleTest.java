package io.jenkins.plugins.compliance.ending;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.tasks.Shell;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.judge.GateVerdict;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import io.jenkins.plugins.compliance.steps.ComplianceEvidenceBuilder;
import io.jenkins.plugins.compliance.steps.ComplianceEvidenceStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** The controller is killed while builds run that do not go on when it is there again. */
class KilledFreestyleTest {
    @RegisterExtension
    private final RealJenkinsExtension controller =
            new RealJenkinsExtension().javaOptions("-Xmx512m").withTimeout(600);

    @Test
    void whatRanWhenTheControllerWasKilledIsJudgedOnceWhenItIsThereAgain() throws Throwable {
        controller.startJenkins();
        Path pack = Path.of(KilledFreestyleTest.class
                        .getResource("policy/pack.yaml")
                        .toURI())
                .toAbsolutePath()
                .getParent();
        controller.runRemotely(KilledFreestyleTest::begin, pack.toString());
        controller.stopJenkinsForcibly();
        controller.startJenkins();
        controller.runRemotely(KilledFreestyleTest::judged);
        controller.stopJenkinsForcibly();
        controller.startJenkins();
        controller.runRemotely(KilledFreestyleTest::judgedOnce);
    }

    private static void begin(JenkinsRule r, String pack) throws Throwable {
        r.jenkins.setNumExecutors(4);
        PolicyConfiguration.get().setSource(new DirectoryPolicy(pack));
        FreeStyleProject job = r.createFreeStyleProject("cut");
        job.getBuildersList()
                .add(
                        new Shell(
                                "echo '<testsuite name=\"s\" tests=\"1\"><testcase classname=\"c\" name=\"n\"/></testsuite>' > TEST-a.xml"));
        ComplianceEvidenceStep tests = new ComplianceEvidenceStep("test");
        tests.setFiles("TEST-*.xml");
        job.getBuildersList().add(new ComplianceEvidenceBuilder(tests));
        job.getBuildersList().add(new Shell("echo recorded; sleep 600"));
        FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
        r.waitForMessage("+ sleep 600", build);

        FreeStyleProject quiet = r.createFreeStyleProject("quiet");
        quiet.getBuildersList().add(new Shell("sleep 600"));
        r.waitForMessage("+ sleep 600", quiet.scheduleBuild2(0).waitForStart());

        FreeStyleProject done = r.createFreeStyleProject("done");
        r.buildAndAssertSuccess(done);

        WorkflowJob brittle = r.createProject(WorkflowJob.class, "brittle");
        brittle.addProperty(new DurabilityHintJobProperty(FlowDurabilityHint.PERFORMANCE_OPTIMIZED));
        brittle.setDefinition(new CpsFlowDefinition("echo 'begun'; sleep 600", true));
        WorkflowRun run = brittle.scheduleBuild2(0).waitForStart();
        r.waitForMessage("begun", run);
        for (int i = 0; i < 100 && JobIndex.of(done).newest().isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(JobIndex.of(job).entries()).isEmpty();
        assertThat(waiting(r)).hasSize(3);
    }

    private static void judged(JenkinsRule r) throws Throwable {
        FreeStyleProject job = r.jenkins.getItemByFullName("cut", FreeStyleProject.class);
        WorkflowJob brittle = r.jenkins.getItemByFullName("brittle", WorkflowJob.class);
        for (int i = 0; i < 300 && !waiting(r).isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(waiting(r)).isEmpty();

        assertThat(JobLedger.of(job).evidence(Keys.get().trusted()))
                .extracting(Evidence::name)
                .contains("test");
        assertThat(JobIndex.of(job).entries()).hasSize(1);
        GateVerdict verdict = ComplianceRunAction.of(job.getBuildByNumber(1)).getVerdict();
        assertThat(verdict).isNotNull();
        assertThat(verdict.isOpen()).isFalse();

        assertThat(JobIndex.of(brittle).entries()).hasSize(1);
        assertThat(ComplianceRunAction.of(brittle.getBuildByNumber(1)).getVerdict())
                .isNotNull();
    }

    private static void judgedOnce(JenkinsRule r) throws Throwable {
        FreeStyleProject job = r.jenkins.getItemByFullName("cut", FreeStyleProject.class);
        Thread.sleep(2_000);
        assertThat(waiting(r)).isEmpty();
        assertThat(JobIndex.of(job).entries()).hasSize(1);
        assertThat(JobLedger.of(job).evidence(Keys.get().trusted()))
                .filteredOn(each -> each.name().equals("test"))
                .hasSize(1);
    }

    private static List<Path> waiting(JenkinsRule r) throws Exception {
        try (Stream<Path> files = Files.list(r.jenkins.getRootDir().toPath().resolve("compliance/ending"))) {
            return files.toList();
        }
    }
}
