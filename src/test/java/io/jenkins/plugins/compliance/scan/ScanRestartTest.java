package io.jenkins.plugins.compliance.scan;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Slave;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Controller and agent come and go while an agent scans. */
class ScanRestartTest {
    private static final String AGENT = "scanner";

    /** How long the agent is away, in seconds. */
    private static final int AWAY = Integer.getInteger("compliance.away", 5);

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @RegisterExtension
    private final InboundAgentExtension agents = new InboundAgentExtension();

    @TempDir
    private Path programs;

    @Test
    void aScanGoesOnWhenTheControllerRestarts() throws Throwable {
        sessions.then(this::begin);
        sessions.then(r -> {
            WorkflowRun build = build(r);
            agents.start(r, AGENT);
            release();
            assertWhole(r, r.waitForCompletion(build));
        });
    }

    @Test
    void aScanThatEndedWhileTheControllerWasDownIsRecorded() throws Throwable {
        sessions.then(this::begin);
        release();
        Thread.sleep(3_000);
        sessions.then(r -> {
            WorkflowRun build = build(r);
            agents.start(r, AGENT);
            assertWhole(r, r.waitForCompletion(build));
        });
    }

    @Test
    void aScanGoesOnWhenTheAgentWasAway() throws Throwable {
        sessions.then(r -> {
            begin(r);
            WorkflowRun build = build(r);
            agents.stop(r, AGENT);
            release();
            Thread.sleep(AWAY * 1_000L);
            assertThat(build.isBuilding()).isTrue();
            agents.start(r, AGENT);
            assertWhole(r, r.waitForCompletion(build));
            r.assertLogContains("Agent scanner is away", build);
            r.assertLogContains("Agent scanner is back", build);
        });
    }

    @Test
    void aScanThatIsAbortedAfterARestartLeavesNoProcess() throws Throwable {
        sessions.then(this::begin);
        sessions.then(r -> {
            WorkflowRun build = build(r);
            agents.start(r, AGENT);
            build.doStop();
            r.waitForCompletion(build);
            assertThat(JobLedger.of(build.getParent()).evidence(Keys.get().trusted()))
                    .isEmpty();
            assertThat(ProcessHandle.allProcesses()
                            .map(ProcessHandle::info)
                            .filter(info -> info.commandLine().orElse("").contains(programs.toString())))
                    .isEmpty();
        });
    }

    /** Begins a scan whose one tool ends when it is let go, and whose other ones wait for that. */
    private void begin(JenkinsRule r) throws Exception {
        ScanPolicy.use();
        Slave agent = agents.createAgent(r, AGENT);
        new StandIns(programs)
                .on(agent)
                .shellcheck("")
                .flawfinder("while [ ! -f '" + programs.resolve("go") + "' ]; do sleep 0.2; done");
        WorkflowJob job = r.createProject(WorkflowJob.class, "scanned");
        job.setDefinition(new CpsFlowDefinition(
                "complianceTag kind: 'mixture'\nnode('" + AGENT + "') {\n"
                        + "writeFile file: 'a.sh', text: 'echo $x'\nwriteFile file: 'a.c', text: 'int main(){}'\n"
                        + "echo \"complete: ${complianceScan parallel: 1}\"\n}",
                true));
        WorkflowRun build = job.scheduleBuild2(0).waitForStart();
        r.waitForMessage("flawfinder: started", build);
    }

    private void release() throws Exception {
        Files.createFile(programs.resolve("go"));
    }

    private static WorkflowRun build(JenkinsRule r) {
        return r.jenkins.getItemByFullName("scanned", WorkflowJob.class).getBuildByNumber(1);
    }

    private static void assertWhole(JenkinsRule r, WorkflowRun build) throws Exception {
        r.assertBuildStatusSuccess(build);
        r.assertLogContains("complete: true", build);
        List<Evidence> evidence =
                JobLedger.of(build.getParent()).evidence(Keys.get().trusted());
        assertThat(evidence).extracting(Evidence::name).containsExactly("plan", "scan-flawfinder", "scan-shellcheck");
        assertThat(evidence)
                .allSatisfy(each -> assertThat(each.integrity()).isInstanceOf(Evidence.Integrity.Verified.class));
    }
}
