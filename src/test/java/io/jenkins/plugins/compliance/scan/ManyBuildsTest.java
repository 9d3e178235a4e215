package io.jenkins.plugins.compliance.scan;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.model.Slave;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Many builds at the same time, of jobs of their own and of one job. How many, is said by the system property
 * {@code compliance.jobs}.
 */
@WithJenkins
class ManyBuildsTest {
    private static final int JOBS = Integer.getInteger("compliance.jobs", 6);
    private static final int SAME_JOB = Math.max(2, JOBS / 10);

    @TempDir
    private Path programs;

    @Test
    void buildsAtTheSameTimeHinderNothing(JenkinsRule jenkins) throws Exception {
        ScanPolicy.use();
        Slave agent = jenkins.createSlave("many", "many", null);
        agent.setNumExecutors(JOBS + SAME_JOB);
        jenkins.jenkins.updateNode(agent);
        jenkins.waitOnline(agent);
        new StandIns(programs).on(agent).shellcheck("sleep 1").flawfinder("sleep 1");
        int threads = ownThreads();
        List<WorkflowRun> builds = new ArrayList<>();
        List<WorkflowJob> jobs = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            WorkflowJob job = job(jenkins, "shop-" + i, i);
            jobs.add(job);
            builds.add(job.scheduleBuild2(0).waitForStart());
        }
        for (int i = 1; i < SAME_JOB; i++) {
            builds.add(jobs.get(0).scheduleBuild2(0).waitForStart());
        }
        for (WorkflowRun build : builds) {
            jenkins.waitForCompletion(build);
            jenkins.assertBuildStatus(Result.SUCCESS, build);
            assertThat(ComplianceRunAction.of(build).getVerdict().isOpen())
                    .as("%s", build)
                    .isTrue();
        }
        assertThat(ManagementFactory.getThreadMXBean().findDeadlockedThreads()).isNull();
        for (WorkflowJob job : jobs) {
            JobLedger ledger = JobLedger.of(job);
            assertThat(ledger.verify(Keys.get().trusted(), true).verdict())
                    .as(job.getName())
                    .isEqualTo(Verdict.HELD);
            for (WorkflowRun build : job.getBuilds()) {
                assertThat(ledger.evidence(Keys.get().trusted()).stream()
                                .filter(each -> each.origin().build().equals(build.getId()))
                                .map(Evidence::name))
                        .as("%s", build)
                        .containsExactlyInAnyOrder("plan", "scan-flawfinder", "scan-shellcheck", "test");
            }
        }
        // Threads that judge ended builds go when they have nothing to do.
        assertThat(ownThreads()).isLessThanOrEqualTo(threads + 2);
    }

    private static int ownThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().contains("compliance"))
                .count();
    }

    private static WorkflowJob job(JenkinsRule jenkins, String name, int number) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition("""
                complianceTag kind: 'mixture'
                node('many') {
                  writeFile file: 'a.sh', text: 'echo $x'
                  writeFile file: 'a.c', text: 'int main(){}'
                  writeFile file: 'TEST-a.xml', text: '<testsuite name="s" tests="1"><testcase classname="c" name="n%d"/></testsuite>'
                  if (!complianceScan()) {
                    error 'not complete'
                  }
                  complianceEvidence kind: 'test', files: 'TEST-*.xml'
                }
                complianceGate()
                """.formatted(number), true));
        return job;
    }
}
