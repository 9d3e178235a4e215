package io.jenkins.plugins.compliance.ending;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.record.index.IndexEntry;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class EndedBuildsTest {
    private JenkinsRule jenkins;

    @BeforeEach
    void usePolicy(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Path pack =
                Path.of(EndedBuildsTest.class.getResource("policy/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
    }

    @Test
    void aBuildThatCallsNoStepIsJudged() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        Run<?, ?> build = judged(jenkins.buildAndAssertSuccess(job));

        IndexEntry entry = JobIndex.of(job).newest().orElseThrow();
        assertThat(entry.build()).isEqualTo(1);
        assertThat(entry.procedures()).containsEntry(Outcome.NOT_SATISFIED, 2L).containsEntry(Outcome.MISSING, 3L);
        assertThat(entry.open()).isFalse();
        assertThat(ComplianceRunAction.of(build).getVerdict().isOpen()).isFalse();
        assertThat(ComplianceRunAction.of(build).getFiles())
                .as("an account was not asked for")
                .noneMatch(file -> file.getPath().contains("assessment"));
    }

    @Test
    void whatTheControllerKnowsOfAPipelineIsRecordedOnce() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        WorkflowRun build = (WorkflowRun) judged(jenkins.buildAndAssertSuccess(pipeline("node('" + agent.getNodeName()
                + "') { timeout(5) { sh 'true' } }\n"
                + "complianceGate()\ncomplianceGate()")));

        List<Evidence> evidence =
                JobLedger.of(build.getParent()).evidence(Keys.get().trusted());
        assertThat(evidence)
                .singleElement()
                .satisfies(each -> assertThat(((Fact.Pipeline) each.fact()).facts())
                        .contains(
                                Map.entry("agent.on-controller", "false"),
                                Map.entry("agent.ephemeral", "false"),
                                Map.entry("pipeline.from-scm", "false"),
                                Map.entry("pipeline.script-sandboxed", "true"),
                                Map.entry("pipeline.timeout", "true"),
                                Map.entry("scm.revision-known", "false"),
                                Map.entry("controller.executors", "2"),
                                Map.entry("pipeline.libraries-pinned", "none"))
                        .doesNotContainKeys("pipeline.trigger-authenticated", "controller.open-advisories"));
        assertThat(JobIndex.of(build.getParent()).newest().orElseThrow().procedures())
                .containsEntry(Outcome.SATISFIED, 3L)
                .containsEntry(Outcome.NOT_SATISFIED, 1L)
                .containsEntry(Outcome.MISSING, 1L);
    }

    @Test
    void aCommandWithoutATimeLimitOnTheControllerIsSeen() throws Exception {
        WorkflowRun build = (WorkflowRun)
                judged(jenkins.buildAndAssertSuccess(pipeline("node { timeout(5) { sh 'true' }\n sh 'true' }")));

        assertThat(JobLedger.of(build.getParent()).evidence(Keys.get().trusted()))
                .singleElement()
                .satisfies(each -> assertThat(((Fact.Pipeline) each.fact()).facts())
                        .contains(Map.entry("agent.on-controller", "true"), Map.entry("pipeline.timeout", "false")));
    }

    @Test
    void theVerdictOfAGateStays() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, pipeline("complianceGate mode: 'enforce'"));
        String asOf = ComplianceRunAction.of(build).getVerdict().getAsOf();

        assertThat(ComplianceRunAction.of(judged(build)).getVerdict().getAsOf()).isEqualTo(asOf);
        assertThat(ComplianceRunAction.of(build).getVerdict().getMode()).isEqualTo("enforce");
    }

    @Test
    void whatABuildDoesAfterItsGateIsSeen() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertStatus(
                Result.UNSTABLE, pipeline("complianceGate mode: 'warn'\nnode { timeout(5) { sh 'true' } }"));

        judged(build);

        assertThat(JobLedger.of(build.getParent()).evidence(Keys.get().trusted()))
                .hasSize(2)
                .last()
                .satisfies(each -> assertThat(((Fact.Pipeline) each.fact()).facts())
                        .contains(Map.entry("agent.on-controller", "true"), Map.entry("pipeline.timeout", "true")));
        assertThat(ComplianceRunAction.of(build).getVerdict().getMode()).isEqualTo("warn");
        assertThat(ComplianceRunAction.of(build).getVerdict().getOutcomes())
                .containsEntry("not-satisfied", 2L)
                .containsEntry("satisfied", 2L);
    }

    @Test
    void whatPolicyHasNothingToSayOfLeavesNothing() throws Exception {
        Run<?, ?> build = judged(jenkins.buildAndAssertSuccess(pipeline("complianceTag kind: 'toy'")));

        assertThat(JobIndex.of(build.getParent()).entries()).isEmpty();
        assertThat(JobLedger.of(build.getParent()).begun()).isFalse();
        assertThat(ComplianceRunAction.of(build).getVerdict()).isNull();
    }

    private static Run<?, ?> judged(Run<?, ?> build) throws InterruptedException {
        EndedBuilds ended = ExtensionList.lookupSingleton(EndedBuilds.class);
        for (int i = 0; i < 600 && (i < 4 || !ended.isIdle()); i++) {
            Thread.sleep(100);
        }
        return build;
    }

    private WorkflowJob pipeline(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
