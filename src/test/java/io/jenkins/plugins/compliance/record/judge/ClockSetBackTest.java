package io.jenkins.plugins.compliance.record.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Somebody sets the clock of the controller back, or corrects one that was ahead. */
@WithJenkins
class ClockSetBackTest {
    private static final String SCRIPT = """
        complianceTag kind: 'service'
        complianceEvidence kind: 'attestation', type: 'pen-test', issuer: 'B', issued: '%s', statement: 'Nobody got in.'
        complianceGate()
        """;

    @AfterEach
    void correct() {
        ControllerClock.set(InstantSource.system());
    }

    @Test
    void buildsGoOnAndAreJudgedByWhatTheyGave(JenkinsRule jenkins) throws Exception {
        Path pack = Path.of(ClockSetBackTest.class
                .getResource("/io/jenkins/plugins/compliance/steps/policy/pack.yaml")
                .toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsFlowDefinition(
                SCRIPT.formatted(LocalDate.now(ZoneOffset.UTC).minusDays(30)), true));
        WorkflowRun ahead = jenkins.buildAndAssertSuccess(job);
        Instant now = Instant.now();
        ControllerClock.set(() -> Instant.now().minus(Duration.ofDays(7)));

        WorkflowRun back = jenkins.buildAndAssertSuccess(job);

        GateVerdict verdict = ComplianceRunAction.of(back).getVerdict();
        assertThat(Instant.parse(verdict.getAsOf()))
                .as("the ledger is ahead of the clock")
                .isAfter(now.minus(Duration.ofMinutes(5)));
        assertThat(verdict.getOutcomes())
                .isEqualTo(ComplianceRunAction.of(ahead).getVerdict().getOutcomes())
                .containsEntry("satisfied", 1L);
        JobLedger ledger = JobLedger.of(job);
        assertThat(ledger.verify(Keys.get().trusted(), true).verdict()).isEqualTo(Verdict.HELD);
        assertThat(JobIndex.of(job).newest().orElseThrow().build()).isEqualTo(2);
        try (JenkinsRule.WebClient browser = jenkins.createWebClient().withJavaScriptEnabled(false)) {
            for (String page : new String[] {"", "history/", "evidence/", "procedures/", "?asOf=2026-01-01"}) {
                assertThat(browser.goTo("job/shop/compliance/" + page)
                                .getWebResponse()
                                .getStatusCode())
                        .as(page)
                        .isEqualTo(200);
            }
            browser.goTo("job/shop/2/compliance/");
        }
    }
}
