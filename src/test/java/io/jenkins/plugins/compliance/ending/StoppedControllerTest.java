package io.jenkins.plugins.compliance.ending;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.record.index.IndexEntry;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** The controller stops while builds wait for their verdict. */
class StoppedControllerTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void whatWaitedIsJudgedWhenTheControllerIsThereAgain() throws Throwable {
        sessions.then(jenkins -> {
            usePolicy();
            FreeStyleProject job = jenkins.createFreeStyleProject("shop");
            ExtensionList.lookupSingleton(EndedBuilds.class).stop();
            jenkins.buildAndAssertSuccess(job);
            jenkins.buildAndAssertSuccess(job);
            jenkins.waitUntilNoActivity();
            assertThat(JobIndex.of(job).entries()).isEmpty();
        });
        sessions.then(jenkins -> {
            untilIdle();
            FreeStyleProject job = jenkins.jenkins.getItemByFullName("shop", FreeStyleProject.class);
            assertThat(JobIndex.of(job).entries()).extracting(IndexEntry::build).containsExactly(2, 1);
            assertThat(ComplianceRunAction.of(job.getBuildByNumber(1)).getVerdict())
                    .isNotNull();
            assertNothingWaits(jenkins);
        });
    }

    @Test
    void whatWasBegunIsFinished() throws Throwable {
        sessions.then(jenkins -> {
            usePolicy();
            FreeStyleProject job = jenkins.createFreeStyleProject("shop");
            for (int i = 0; i < 4; i++) {
                jenkins.buildAndAssertSuccess(job);
            }
        });
        sessions.then(jenkins -> {
            untilIdle();
            FreeStyleProject job = jenkins.jenkins.getItemByFullName("shop", FreeStyleProject.class);
            assertThat(JobIndex.of(job).entries()).extracting(IndexEntry::build).containsExactly(4, 3, 2, 1);
            assertNothingWaits(jenkins);
        });
    }

    private static void assertNothingWaits(JenkinsRule jenkins) throws Exception {
        Path waiting = jenkins.jenkins.getRootDir().toPath().resolve("compliance/ending");
        try (Stream<Path> files = Files.list(waiting)) {
            assertThat(files).isEmpty();
        }
    }

    private static void usePolicy() throws Exception {
        Path pack = Path.of(
                StoppedControllerTest.class.getResource("policy/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
    }

    private static void untilIdle() throws InterruptedException {
        EndedBuilds ended = ExtensionList.lookupSingleton(EndedBuilds.class);
        for (int i = 0; i < 600 && (i < 4 || !ended.isIdle()); i++) {
            Thread.sleep(100);
        }
    }
}
