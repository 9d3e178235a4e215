package io.jenkins.plugins.compliance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.Run;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jenkins.model.ArtifactManager;
import jenkins.model.ArtifactManagerConfiguration;
import jenkins.model.ArtifactManagerFactory;
import jenkins.model.ArtifactManagerFactoryDescriptor;
import jenkins.util.VirtualFile;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** The controller is restarted while a step is at work: what it recorded is there already, and the step has not ended. */
class RestartTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void evidenceIsRecordedOnceThoughItsStepIsCutShort() throws Throwable {
        sessions.then(jenkins -> {
            usePolicy();
            Slow.hold = true;
            ArtifactManagerConfiguration.get().getArtifactManagerFactories().add(new Slow());
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
            job.setDefinition(new CpsFlowDefinition(
                    "complianceTag kind: 'service'\n"
                            + "def counts = complianceEvidence(kind: 'attestation', type: 'pen-test', issuer: 'B',"
                            + " issued: '2026-11-01', statement: 'Nobody got in.')\n"
                            + "echo \"counts: ${counts}\"\n",
                    true));
            WorkflowRun build = job.scheduleBuild2(0).waitForStart();
            for (int i = 0;
                    i < 600
                            && JobLedger.of(build.getParent())
                                    .evidence(Keys.get().trusted())
                                    .isEmpty();
                    i++) {
                Thread.sleep(100);
            }
            assertThat(build.isBuilding()).isTrue();
            Slow.hold = false;
        });
        sessions.then(jenkins -> {
            WorkflowRun build =
                    jenkins.jenkins.getItemByFullName("shop", WorkflowJob.class).getBuildByNumber(1);
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));

            jenkins.assertLogContains("counts: true", build);
            List<Evidence> evidence =
                    JobLedger.of(build.getParent()).evidence(Keys.get().trusted());
            assertThat(evidence).singleElement().satisfies(each -> {
                assertThat(each.integrity()).isInstanceOf(Evidence.Integrity.Verified.class);
                assertThat(each.origin().step()).isNotNull();
            });
            assertThat(ComplianceRunAction.of(build).getFiles())
                    .anyMatch(file -> file.getPath().endsWith("000001-attestation-pen-test.dsse.json"));
        });
    }

    @Test
    void aGateThatIsCutShortJudgesAgain() throws Throwable {
        sessions.then(jenkins -> {
            usePolicy();
            Slow.hold = true;
            ArtifactManagerConfiguration.get().getArtifactManagerFactories().add(new Slow());
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
            job.setDefinition(
                    new CpsFlowDefinition("complianceTag kind: 'service'\necho \"open: ${complianceGate()}\"", true));
            WorkflowRun build = job.scheduleBuild2(0).waitForStart();
            for (int i = 0; i < 600 && ComplianceRunAction.of(build).getVerdict() == null; i++) {
                Thread.sleep(100);
            }
            assertThat(build.isBuilding()).isTrue();
            Slow.hold = false;
        });
        sessions.then(jenkins -> {
            WorkflowRun build =
                    jenkins.jenkins.getItemByFullName("shop", WorkflowJob.class).getBuildByNumber(1);
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));

            jenkins.assertLogContains("open: false", build);
            assertThat(ComplianceRunAction.of(build).getVerdict().isOpen()).isFalse();
        });
    }

    private static void usePolicy() throws Exception {
        Path pack = Path.of(RestartTest.class.getResource("policy/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
    }

    /** Takes for ever to archive anything, until it is told not to. */
    public static final class Slow extends ArtifactManagerFactory {
        private static volatile boolean hold;

        @Override
        public ArtifactManager managerFor(Run<?, ?> run) {
            return hold ? new Holding() : null;
        }

        /** Describes {@link Slow}. */
        @TestExtension
        public static final class DescriptorImpl extends ArtifactManagerFactoryDescriptor {}
    }

    private static final class Holding extends ArtifactManager {
        @Override
        public void onLoad(Run<?, ?> run) {
            // Nothing of the build is needed.
        }

        @Override
        public void archive(
                FilePath workspace, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
                throws IOException, InterruptedException {
            if (Slow.hold) {
                new CountDownLatch(1).await();
            }
        }

        @Override
        public boolean delete() {
            return false;
        }

        @Override
        public VirtualFile root() {
            return VirtualFile.forFile(new File("nowhere"));
        }
    }
}
