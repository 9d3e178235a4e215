package io.jenkins.plugins.compliance.ending;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.record.index.IndexEntry;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.RunLoadCounter;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class LostIndexesTest {
    private JenkinsRule jenkins;
    private WorkflowJob job;
    private Path index;

    @BeforeEach
    void judge(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Path pack =
                Path.of(LostIndexesTest.class.getResource("policy/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
        job = jenkins.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsFlowDefinition("complianceTag tags: \"round=${env.BUILD_NUMBER}\"", true));
        for (int i = 0; i < 3; i++) {
            jenkins.buildAndAssertSuccess(job);
        }
        untilIdle();
        index = job.getRootDir().toPath().resolve("compliance/index.jsonl");
        assertThat(JobIndex.of(job).entries()).hasSize(3);
    }

    @Test
    void anIndexThatIsMissingIsMadeAgainWithoutLoadingBuilds() throws Exception {
        List<IndexEntry> before = JobIndex.of(job).entries();
        job.getBuildByNumber(1).delete();
        Files.delete(index);
        RunLoadCounter.prepare(job);

        assertThat(RunLoadCounter.assertMaxLoads(job, 0, () -> {
                    List<IndexEntry> first = JobIndex.of(job).entries();
                    untilIdle();
                    return first;
                }))
                .as("whoever reads it does not wait")
                .isEmpty();

        List<IndexEntry> after = JobIndex.of(job).entries();
        assertThat(after).hasSize(3);
        assertThat(after.subList(0, 2)).isEqualTo(before.subList(0, 2));
        assertThat(after.get(2)).satisfies(gone -> {
            assertThat(gone.build()).isEqualTo(1);
            assertThat(gone.tags()).isEqualTo(before.get(2).tags());
            assertThat(gone.procedures()).isEqualTo(before.get(2).procedures());
            assertThat(gone.policyDigest()).isEqualTo(before.get(2).policyDigest());
        });
        assertThat(JobIndex.of(job).entries()).hasSize(3);
    }

    @Test
    void aLineThatIsDamagedIsMadeAgain() throws Exception {
        List<IndexEntry> before = JobIndex.of(job).entries();
        String text = Files.readString(index);
        Files.writeString(index, text.substring(0, text.length() / 2));
        assertThat(JobIndex.of(job).entries()).hasSizeLessThan(3);
        untilIdle();

        assertThat(JobIndex.of(job).entries()).isEqualTo(before);
    }

    @Test
    void whatWasCutShortDoesNotSpoilTheNextBuild() throws Exception {
        Files.writeString(index, "{\"schema\":1,\"bui", StandardOpenOption.APPEND);
        jenkins.buildAndAssertSuccess(job);
        untilIdle();

        assertThat(JobIndex.of(job).entries()).extracting(IndexEntry::build).containsExactly(4, 3, 2, 1);
    }

    private static void untilIdle() throws InterruptedException {
        EndedBuilds ended = ExtensionList.lookupSingleton(EndedBuilds.class);
        for (int i = 0; i < 600 && (i < 4 || !ended.isIdle()); i++) {
            Thread.sleep(100);
        }
    }
}
