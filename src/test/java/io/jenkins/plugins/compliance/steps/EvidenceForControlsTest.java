package io.jenkins.plugins.compliance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class EvidenceForControlsTest {
    private static final String TAG = "complianceTag kind: 'service'\n";
    private static final String ATTEST =
            "complianceEvidence kind: 'attestation', issuer: 'Breakers', issued: '2026-11-01', statement: 'Nobody got in.'";

    private JenkinsRule jenkins;

    @BeforeEach
    void usePolicyAndUsers(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Path pack = Path.of(
                EvidenceForControlsTest.class.getResource("controls/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, Item.BUILD)
                .everywhere()
                .toEveryone()
                .grant(CompliancePermissions.ATTEST)
                .everywhere()
                .to("ann"));
        User.getById("ann", true);
        User.getById("eve", true);
    }

    @Test
    void whoeverPassedAnInputApproved() throws Exception {
        WorkflowJob job = pipeline(TAG
                + "timeout(5) { input id: 'Release', message: 'Release it?' }\n"
                + "complianceEvidence kind: 'approval', control: 'house/H-1'\n"
                + "complianceGate()");
        WorkflowRun build = job.scheduleBuild2(0).waitForStart();
        passAs("eve", build);
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));

        assertThat(evidence(job)).singleElement().satisfies(each -> {
            Fact.Approval approval = (Fact.Approval) each.fact();
            assertThat(approval.what()).isEqualTo("release");
            assertThat(approval.approver()).isEqualTo("eve");
            assertThat(approval.comment()).isEqualTo("Release it?");
            assertThat(approval.at()).isBeforeOrEqualTo(each.recordedAt());
        });
        assertThat(ComplianceRunAction.of(build).getVerdict().getOutcomes()).containsEntry("satisfied", 1L);
    }

    @Test
    void aParameterIsNoApproval() throws Exception {
        WorkflowJob job = pipeline("def approver = 'ann'\ncomplianceEvidence kind: 'approval', approval: 'release'");

        jenkins.assertLogContains(
                "Nobody has let this build pass at an input", jenkins.buildAndAssertStatus(Result.FAILURE, job));
        assertThat(evidence(job)).isEmpty();
    }

    @Test
    void anInputOfABranchBesideDoesNotApprove() throws Exception {
        WorkflowJob job = pipeline("parallel a: { input id: 'Release', message: 'Release it?' }, b: {\n"
                + "  try { complianceEvidence kind: 'approval', approval: 'release' } catch (e) { echo e.message }\n"
                + "}\n"
                + "complianceEvidence kind: 'approval', approval: 'release'");
        WorkflowRun build = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Nobody has let this build pass", build);
        passAs("eve", build);
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
        assertThat(evidence(job)).hasSize(1);
    }

    @Test
    void anAttestationNeedsSomebodyWhoMayAttest() throws Exception {
        WorkflowJob job = pipeline(TAG + ATTEST + ", control: 'pen-test'");
        jenkins.assertLogContains(
                "Nobody stands for this attestation", jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0)));
        jenkins.assertLogContains(
                "eve stands for this attestation and lacks the permission",
                jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0, startedBy("eve"))));
        assertThat(evidence(job)).isEmpty();

        jenkins.assertBuildStatusSuccess(job.scheduleBuild2(0, startedBy("ann")));
        assertThat(evidence(job)).singleElement().satisfies(each -> {
            assertThat(((Fact.Attestation) each.fact()).type()).isEqualTo("pen-test");
            assertThat(each.name()).isEqualTo("attestation-pen-test");
            assertThat(each.origin().step()).isNotNull();
            assertThat(each.origin().cause()).contains("ann");
        });
    }

    @Test
    void whoPassedAnInputStandsForAnAttestation() throws Exception {
        WorkflowJob job =
                pipeline("input id: 'Attest', message: 'Do you attest it?'\n" + ATTEST + ", type: 'pen-test'");
        WorkflowRun build = job.scheduleBuild2(0).waitForStart();
        passAs("ann", build);
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
        assertThat(evidence(job)).hasSize(1);
    }

    @Test
    void aControlHasToBeOneOfThePolicyAndOfTheKind() throws Exception {
        jenkins.assertLogContains(
                "has no procedure H-9, and none that claims a requirement H-9",
                jenkins.buildAndAssertStatus(
                        Result.FAILURE, pipeline("complianceEvidence kind: 'approval', control: 'H-9'")));
        jenkins.assertLogContains(
                "H-3 is not for evidence of the kind approval; what tests-pass look for is something else",
                jenkins.buildAndAssertStatus(
                        Result.FAILURE, pipeline("complianceEvidence kind: 'approval', control: 'H-3'")));
        jenkins.assertLogContains(
                "H-2 asks for the type pen-test, not training",
                jenkins.buildAndAssertStatus(Result.FAILURE, pipeline(ATTEST + ", type: 'training', control: 'H-2'")));
    }

    private void passAs(String user, WorkflowRun build) throws Exception {
        InputAction inputs = null;
        while (inputs == null || inputs.getExecutions().isEmpty()) {
            assertThat(build.isBuilding()).isTrue();
            Thread.sleep(50);
            inputs = build.getAction(InputAction.class);
        }
        InputStepExecution input = inputs.getExecutions().get(0);
        try (ACLContext as = ACL.as2(User.getById(user, true).impersonate2())) {
            input.proceed(null);
        }
    }

    private static CauseAction startedBy(String user) {
        return new CauseAction(new Cause.UserIdCause(user));
    }

    private static List<Evidence> evidence(WorkflowJob job) throws Exception {
        return JobLedger.of(job).evidence(Keys.get().trusted());
    }

    private WorkflowJob pipeline(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
