package io.jenkins.plugins.compliance.ending;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.Job;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.record.judge.BuildAssessment;
import io.jenkins.plugins.compliance.record.judge.JobAssessment;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import io.jenkins.plugins.compliance.steps.ComplianceGateStep;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Builds of a job that run at the same time: each is judged by its own evidence, in whatever order they record and end. */
@WithJenkins
class SideBySideTest {
    private static final String SCRIPT = """
            complianceTag kind: 'service'
            int n = env.BUILD_NUMBER as int
            if (n == 2) { input id: 'Record', message: 'go on' }
            node {
              def failure = n == 2 ? '<failure message="no"/>' : ''
              writeFile file: 'TEST-a.xml', text: '<testsuite name="s" tests="1"><testcase classname="c" name="n" time="0.1">' + failure + '</testcase></testsuite>'
              complianceEvidence kind: 'test', files: 'TEST-a.xml'
            }
            if (n > 1) { input id: 'End', message: 'end' }
            """;

    private JenkinsRule jenkins;
    private WorkflowJob job;

    @BeforeEach
    void runOnce(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Path pack =
                Path.of(ComplianceGateStep.class.getResource("policy/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
        job = jenkins.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsFlowDefinition(SCRIPT, true));
        judged(jenkins.buildAndAssertSuccess(job));
    }

    @Test
    void theJobStandsAsItsLastJudgedBuildWhileALaterOneRuns() throws Exception {
        WorkflowRun second = job.scheduleBuild2(0).waitForStart();
        pass(second, "Record");
        waitFor(second, "End");
        assertThat(recordedBy("2")).isTrue();

        assertThat(now(job).build()).isEqualTo("1");
        assertThat(tests(now(job))).isEqualTo(Outcome.SATISFIED);
        assertThat(tests(ofRunning(second))).isEqualTo(Outcome.NOT_SATISFIED);

        pass(second, "End");
        judged(jenkins.waitForCompletion(second));
        assertThat(now(job).build()).isEqualTo("2");
        assertThat(tests(now(job))).isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void buildsThatEndOutOfOrderAreJudgedByTheirOwn() throws Exception {
        WorkflowRun second = job.scheduleBuild2(0).waitForStart();
        waitFor(second, "Record");
        WorkflowRun third = job.scheduleBuild2(0).waitForStart();
        waitFor(third, "End");
        pass(second, "Record");
        waitFor(second, "End");
        pass(third, "End");
        judged(jenkins.waitForCompletion(third));

        assertThat(now(job).build()).isEqualTo("3");
        assertThat(tests(now(job))).as("build 2 recorded last").isEqualTo(Outcome.SATISFIED);

        pass(second, "End");
        judged(jenkins.waitForCompletion(second));
        assertThat(tests(ofRunning(second))).as("build 3 passed").isEqualTo(Outcome.NOT_SATISFIED);
        assertThat(tests(ofRunning(third))).isEqualTo(Outcome.SATISFIED);
        assertThat(now(job).build()).isEqualTo("3");
        assertThat(tests(now(job))).isEqualTo(Outcome.SATISFIED);
    }

    private boolean recordedBy(String build) throws Exception {
        return JobLedger.of(job).evidence(Keys.get().trusted()).stream()
                .map(Evidence::origin)
                .anyMatch(origin -> origin.build().equals(build));
    }

    private static Assessment now(Job<?, ?> job) throws Exception {
        JobSettings settings = JobSettings.of(job);
        return JobAssessment.now(job, settings.yardstick());
    }

    private static Assessment ofRunning(WorkflowRun build) throws Exception {
        JobSettings settings = JobSettings.of(build.getParent());
        return BuildAssessment.of(build, settings.yardstick()).assessment();
    }

    private static Outcome tests(Assessment assessment) {
        return assessment.procedures().stream()
                .filter(each -> each.procedure().id().equals("tests-pass"))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static InputStepExecution waitFor(WorkflowRun build, String id) throws Exception {
        for (int i = 0; i < 600; i++) {
            InputAction action = build.getAction(InputAction.class);
            InputStepExecution execution = action == null ? null : action.getExecution(id);
            if (execution != null) {
                return execution;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(build + " does not ask for " + id);
    }

    private static void pass(WorkflowRun build, String id) throws Exception {
        waitFor(build, id).proceed(null);
    }

    private static void judged(WorkflowRun build) throws InterruptedException {
        EndedBuilds ended = ExtensionList.lookupSingleton(EndedBuilds.class);
        for (int i = 0; i < 600 && (i < 4 || !ended.isIdle()); i++) {
            Thread.sleep(100);
        }
    }
}
