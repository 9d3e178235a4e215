package io.jenkins.plugins.compliance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.util.FormValidation;
import io.jenkins.plugins.compliance.config.ComplianceJobProperty;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The policy that comes with the plugin says which tags there are. */
@WithJenkins
class MistypedTagsTest {
    private JenkinsRule jenkins;

    @BeforeEach
    void keep(JenkinsRule rule) {
        jenkins = rule;
    }

    @Test
    void valueThatThePolicyDoesNotKnowFailsTheStep() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertStatus(
                Result.FAILURE, pipeline("complianceTag kind: 'web', exposure: 'internt'"));

        jenkins.assertLogContains("did you mean internet?", build);
        ComplianceRunAction action = build.getAction(ComplianceRunAction.class);
        assertThat(action == null ? "" : action.getTags().toString()).doesNotContain("internt");
    }

    @Test
    void keyThatIsNearlyOneOfThePolicyIsMentioned() throws Exception {
        WorkflowRun build =
                jenkins.buildAndAssertSuccess(pipeline("complianceTag kind: 'web', tags: 'zon=dmz, team=payments'"));

        jenkins.assertLogContains(
                "Note on the tags: the policy does not look at the tag zon; did you mean zone?", build);
        assertThat(ComplianceRunAction.of(build).getTags()).hasToString("kind=web, team=payments, zon=dmz");
    }

    @Test
    void freestyleBuildsAreToldTheSame() throws Exception {
        ComplianceTagStep tags = new ComplianceTagStep();
        tags.setExposure("internt");
        FreeStyleProject project = jenkins.createFreeStyleProject();
        project.getBuildWrappersList().add(new ComplianceTagWrapper(tags));

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, project);

        jenkins.assertLogContains("did you mean internet?", build);
    }

    @Test
    void formOfAJobWarns() throws Exception {
        ComplianceJobProperty.DescriptorImpl form =
                jenkins.jenkins.getDescriptorByType(ComplianceJobProperty.DescriptorImpl.class);
        WorkflowJob job = pipeline("echo 'none'");

        FormValidation warned = form.doCheckTags(job, "exposure=internt");
        assertThat(warned.kind).isEqualTo(FormValidation.Kind.WARNING);
        assertThat(warned.getMessage()).contains("did you mean internet?");
        assertThat(form.doCheckTags(job, "exposure=internet, team=x").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(form.doCheckTags(job, "exposure").kind).isEqualTo(FormValidation.Kind.ERROR);
    }

    private WorkflowJob pipeline(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
