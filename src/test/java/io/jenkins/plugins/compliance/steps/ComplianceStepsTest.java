package io.jenkins.plugins.compliance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.compliance.config.ComplianceGlobalConfiguration;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.record.archive.ArchivedFile;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ComplianceStepsTest {
    private static final String PASSED =
            "<testsuite name=\"s\" tests=\"1\"><testcase classname=\"c\" name=\"n\" time=\"0.1\"/></testsuite>";
    private static final String TAG = "complianceTag kind: 'service', exposure: 'internal'\n";

    private JenkinsRule jenkins;

    @BeforeEach
    void usePolicy(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Path pack = Path.of(
                ComplianceStepsTest.class.getResource("policy/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
    }

    @Test
    void tagsAreKeptWithTheBuildAndTheNearerWins() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertSuccess(
                pipeline(TAG + "complianceTag exposure: 'internet', tags: 'team=payments'"));

        assertThat(ComplianceRunAction.of(build).getTags())
                .hasToString("exposure=internet, kind=service, team=payments");
        build.reload();
        assertThat(ComplianceRunAction.of(build).getTags())
                .hasToString("exposure=internet, kind=service, team=payments");
        jenkins.assertLogContains("Compliance tags: exposure=internet, team=payments", build);
    }

    @Test
    void aTagThatIsNoneFailsTheStep() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, pipeline("complianceTag kind: 'a b'"));

        jenkins.assertLogContains("is not a value of the tag kind", build);
        assertThat(build.getAction(ComplianceRunAction.class)).isNull();
    }

    @Test
    void evidenceOfAnAgentOpensAGateThatEnforces() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        WorkflowRun build = jenkins.buildAndAssertSuccess(pipeline(TAG
                + "node('" + agent.getNodeName() + "') {\n"
                + "  writeFile file: 'out/TEST-a.xml', text: '" + PASSED + "'\n"
                + "  writeFile file: 'out/TEST-b.xml', text: '" + PASSED + "'\n"
                + "  if (!complianceEvidence(kind: 'test', files: 'out/TEST-*.xml')) { error 'does not count' }\n"
                + "}\n"
                + "complianceEvidence kind: 'attestation', type: 'pen-test', issuer: 'Breakers Inc.', issued: '" + today
                + "', statement: 'Nobody got in.'\n"
                + "if (!complianceGate(mode: 'enforce')) { error 'closed' }"));

        jenkins.assertLogContains("Compliance gate (enforce): open", build);
        jenkins.assertLogContains("file-2 is out/TEST-b.xml", build);
        JobLedger ledger = JobLedger.of(build.getParent());
        List<Evidence> evidence = ledger.evidence(Keys.get().trusted());
        assertThat(evidence).hasSize(2).allSatisfy(each -> {
            assertThat(each.integrity()).isInstanceOf(Evidence.Integrity.Verified.class);
            assertThat(each.origin().build()).isEqualTo("1");
            assertThat(each.tags()).hasToString("exposure=internal, kind=service");
        });
        assertThat(evidence.get(0).origin().node()).isEqualTo(agent.getNodeName());
        assertThat(evidence.get(1).origin().node()).isNull();

        ComplianceRunAction action = ComplianceRunAction.of(build);
        assertThat(action.getVerdict().isOpen()).isTrue();
        assertThat(action.getVerdict().getOutcomes()).containsOnly(Map.entry("satisfied", 2L));
        assertThat(action.getFiles())
                .extracting(ArchivedFile::getPath)
                .contains(
                        "compliance/000001-test.dsse.json",
                        "compliance/000001-test-1.report",
                        "compliance/000002-attestation-pen-test.dsse.json",
                        "compliance/head.dsse.json",
                        "compliance/assessment.json");
        for (ArchivedFile file : action.getFiles()) {
            assertThat(build.getArtifactManager().root().child(file.getPath()).length())
                    .isEqualTo(file.getSize());
        }

        build.delete();
        assertThat(ledger.evidence(Keys.get().trusted())).hasSize(2);
    }

    @Test
    void aClosedGateFailsTheBuildAndSaysWhatToDo() throws Exception {
        ComplianceGlobalConfiguration.get().setGate("enforce");
        WorkflowRun build = jenkins.buildAndAssertStatus(
                Result.FAILURE, pipeline(TAG + "complianceGate mode: 'observe'\necho 'went on'"));

        jenkins.assertLogContains("missing  tests-pass: Tests pass", build);
        jenkins.assertLogContains("What to do: Run the tests in every build and mend what fails.", build);
        jenkins.assertLogContains("For: house/H-1", build);
        jenkins.assertLogContains("closed by 2 procedures", build);
        jenkins.assertLogNotContains("went on", build);
        assertThat(ComplianceRunAction.of(build).getVerdict().isOpen()).isFalse();
    }

    @Test
    void aVerdictStaysWhateverThePipelineCatches() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertSuccess(
                pipeline(TAG + "catchError(buildResult: 'SUCCESS') { complianceGate mode: 'enforce' }"));

        assertThat(ComplianceRunAction.of(build).getVerdict().isOpen()).isFalse();
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            assertThat(browser.getPage(build).asNormalizedText())
                    .contains("the gate is closed")
                    .containsPattern("2\\s+missing");
        }
    }

    @Test
    void aGateThatWarnsMakesTheBuildUnstable() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertStatus(
                Result.UNSTABLE, pipeline(TAG + "complianceGate mode: 'warn'\necho 'went on'"));

        jenkins.assertLogContains("went on", build);
        assertThat(new DepthFirstScanner()
                        .findFirstMatch(build.getExecution(), node -> node.getAction(WarningAction.class) != null))
                .isNotNull();
    }

    @Test
    void aGateThatObservesLetsTheBuildPass() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertSuccess(pipeline(TAG + "echo \"open: ${complianceGate()}\""));

        jenkins.assertLogContains("open: false", build);
    }

    @Test
    void aReportThatIsLeftOverDoesNotCount() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        WorkflowJob job = pipeline(TAG
                + "node('" + agent.getNodeName() + "') {\n"
                + "  echo \"counts: ${complianceEvidence kind: 'test', files: 'TEST-*.xml'}\"\n"
                + "}\n");
        Path workspace = Path.of(agent.getWorkspaceFor(job).getRemote());
        Files.createDirectories(workspace);
        Path left = workspace.resolve("TEST-left.xml");
        Files.writeString(left, PASSED);
        Files.setLastModifiedTime(left, FileTime.fromMillis(0));

        WorkflowRun build = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("counts: false", build);
        jenkins.assertLogContains("before the build began", build);
    }

    @Test
    void nothingOutsideOfTheWorkspaceIsRead() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        WorkflowJob job = pipeline(
                TAG + "node('" + agent.getNodeName() + "') { complianceEvidence kind: 'test', files: '**/*.xml' }");
        Path workspace = Path.of(agent.getWorkspaceFor(job).getRemote());
        Files.createDirectories(workspace);
        Path outside = Files.writeString(workspace.resolveSibling("outside.xml"), PASSED);
        Files.createSymbolicLink(workspace.resolve("TEST-link.xml"), outside);

        WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("No file in the workspace matches **/*.xml", build);
    }

    @Test
    void whatIsMissingForEvidenceIsSaid() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertStatus(
                Result.FAILURE, pipeline("complianceEvidence kind: 'attestation', type: 'pen-test'"));

        jenkins.assertLogContains("issued is needed for evidence of the kind attestation", build);
    }

    @Test
    void whatJenkinsLoadsWithABuildStaysSmall() throws Exception {
        WorkflowRun plain = jenkins.buildAndAssertSuccess(pipeline("echo 'nothing'"));
        WorkflowRun build =
                jenkins.buildAndAssertSuccess(pipeline("complianceTag kind: 'service', exposure: 'internet',"
                        + " data: 'personal', tags: 'team=payments, region=eu, zone=dmz, tier=gold, owner=shop'\n"
                        + "for (int i = 0; i < 25; i++) {\n"
                        + "  complianceEvidence kind: 'attestation', name: \"attestation-${i}\", type: 'pen-test',"
                        + " issuer: 'Breakers', issued: '2026-11-01', statement: 'Nobody got in.'\n"
                        + "}\n"
                        + "complianceGate()"));

        assertThat(ComplianceRunAction.of(build).getFiles()).hasSizeGreaterThan(25);
        long growth = Files.size(build.getRootDir().toPath().resolve("build.xml"))
                - Files.size(plain.getRootDir().toPath().resolve("build.xml"));
        assertThat(growth).isLessThanOrEqualTo(4096);
    }

    @Test
    void formsKeepWhatTheyShow() throws Exception {
        StepConfigTester forms = new StepConfigTester(jenkins);
        ComplianceTagStep tag = new ComplianceTagStep();
        tag.setExposure("internet");
        tag.setTags("team=payments");
        jenkins.assertEqualDataBoundBeans(tag, forms.configRoundTrip(tag));

        ComplianceGateStep gate = new ComplianceGateStep();
        gate.setMode("warn");
        jenkins.assertEqualDataBoundBeans(gate, forms.configRoundTrip(gate));
        jenkins.assertEqualDataBoundBeans(new ComplianceGateStep(), forms.configRoundTrip(new ComplianceGateStep()));

        ComplianceEvidenceStep evidence = new ComplianceEvidenceStep("sbom");
        evidence.setFiles("target/bom.json");
        evidence.setFormat("cyclonedx");
        jenkins.assertEqualDataBoundBeans(evidence, forms.configRoundTrip(evidence));
    }

    private WorkflowJob pipeline(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
