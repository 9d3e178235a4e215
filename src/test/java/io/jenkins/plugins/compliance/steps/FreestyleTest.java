package io.jenkins.plugins.compliance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestBuilder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class FreestyleTest {
    private JenkinsRule jenkins;
    private FreeStyleProject job;

    @BeforeEach
    void createJob(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Path pack = Path.of(FreestyleTest.class.getResource("policy/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
        job = rule.createFreeStyleProject("shop");
        job.setAssignedNode(rule.createOnlineSlave());
        ComplianceTagStep tags = new ComplianceTagStep();
        tags.setKind("service");
        tags.setTags("team=payments");
        job.getBuildWrappersList().add(new ComplianceTagWrapper(tags));
        ComplianceGateStep gate = new ComplianceGateStep();
        gate.setMode("enforce");
        job.getPublishersList().add(new ComplianceGateRecorder(gate));
    }

    @Test
    void aBuildThatGivesEvidencePasses() throws Exception {
        job.getBuildersList().add(new Tests());
        job.getBuildersList().add(new ComplianceEvidenceBuilder(tests()));
        job.getBuildersList().add(new ComplianceEvidenceBuilder(penTest()));

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("Compliance tags: kind=service, team=payments", build);
        jenkins.assertLogContains("Compliance gate (enforce): open", build);
        assertThat(ComplianceRunAction.of(build).getVerdict().isOpen()).isTrue();
        assertThat(JobLedger.of(job).evidence(Keys.get().trusted())).hasSize(2).allSatisfy(each -> {
            assertThat(each.integrity()).isInstanceOf(Evidence.Integrity.Verified.class);
            assertThat(each.origin().node()).isEqualTo(build.getBuiltOnStr());
            assertThat(each.tags()).hasToString("kind=service, team=payments");
        });
    }

    @Test
    void aBuildThatGivesNoneFailsAndSaysWhatToDo() throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("What to do: Run the tests in every build and mend what fails.", build);
        assertThat(ComplianceRunAction.of(build).getVerdict().isOpen()).isFalse();
    }

    @Test
    void formsAndFilesKeepWhatTheyShow() throws Exception {
        job.getBuildersList().add(new ComplianceEvidenceBuilder(tests()));
        ComplianceScanStep scan = new ComplianceScanStep();
        scan.setDir("src");
        scan.setTimeout(5);
        job.getBuildersList().add(new ComplianceScanBuilder(scan));

        FreeStyleProject reloaded = jenkins.configRoundtrip(job);
        jenkins.jenkins.reload();
        reloaded = jenkins.jenkins.getItemByFullName("shop", FreeStyleProject.class);

        jenkins.assertEqualDataBoundBeans(
                tests(),
                reloaded.getBuildersList().get(ComplianceEvidenceBuilder.class).getEvidence());
        jenkins.assertEqualDataBoundBeans(
                scan,
                reloaded.getBuildersList().get(ComplianceScanBuilder.class).getScan());
        assertThat(reloaded.getPublishersList()
                        .get(ComplianceGateRecorder.class)
                        .getGate()
                        .getMode())
                .isEqualTo("enforce");
        ComplianceTagWrapper wrapper = reloaded.getBuildWrappersList().get(ComplianceTagWrapper.class);
        assertThat(wrapper.getTags().getTags()).isEqualTo("team=payments");
        assertThat(wrapper.getTags().getKind()).isEqualTo("service");
    }

    private static ComplianceEvidenceStep tests() {
        ComplianceEvidenceStep tests = new ComplianceEvidenceStep("test");
        tests.setFiles("TEST-*.xml");
        return tests;
    }

    private static ComplianceEvidenceStep penTest() {
        ComplianceEvidenceStep penTest = new ComplianceEvidenceStep("attestation");
        penTest.setControl("house/H-2");
        penTest.setIssuer("Breakers");
        penTest.setIssued(LocalDate.now(ZoneOffset.UTC).toString());
        penTest.setStatement("Nobody got in.");
        return penTest;
    }

    /** Leaves a report in the workspace. */
    private static final class Tests extends TestBuilder {
        @Override
        public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
                throws InterruptedException, IOException {
            build.getWorkspace()
                    .child("TEST-a.xml")
                    .write(
                            "<testsuite name=\"s\" tests=\"1\"><testcase classname=\"c\" name=\"n\" time=\"0.1\"/></testsuite>",
                            "UTF-8");
            return true;
        }
    }
}
