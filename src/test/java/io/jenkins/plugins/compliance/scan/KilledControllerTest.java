package io.jenkins.plugins.compliance.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * Kills the process of the controller at random moments of a scan, as a crash would. How often, is said by the system property
 * {@code compliance.kills}; which moments, by {@code compliance.seed}.
 */
class KilledControllerTest {
    private static final String AGENT = "scanner";
    private static final int KILLS = Integer.getInteger("compliance.kills", 1);
    private static final long SEED = Long.getLong("compliance.seed", System.nanoTime());

    /** About as long as a scan takes. */
    private static final int SCAN_MILLIS = 7_000;

    @RegisterExtension
    private final RealJenkinsExtension controller =
            new RealJenkinsExtension().javaOptions("-Xmx512m").withTimeout(300 + 180 * KILLS);

    @RegisterExtension
    private final InboundAgentExtension agents = new InboundAgentExtension();

    @TempDir
    private Path programs;

    @Test
    void aScanOutlivesAControllerThatIsKilled() throws Throwable {
        Random random = new Random(SEED);
        new StandIns(programs)
                .shellcheck("sleep 2")
                .flawfinder("sleep 2")
                .tool("gitleaks", "8.0.0", "sleep 2; echo '[]' > \"$9\"", "", 0);
        controller.startJenkins();
        agents.createAgent(
                controller,
                InboundAgentExtension.Options.newBuilder()
                        .name(AGENT)
                        .webSocket()
                        .build());
        controller.runRemotely(KilledControllerTest::configure, ScanPolicy.directory(), programs.toString());
        for (int number = 1; number <= KILLS; number++) {
            int moment = random.nextInt(SCAN_MILLIS);
            controller.runRemotely(KilledControllerTest::begin, number);
            Thread.sleep(moment);
            controller.stopJenkinsForcibly();
            controller.startJenkins();
            String found = controller.runRemotely(KilledControllerTest::end, number);
            System.out.println("killed after " + moment + " ms (seed " + SEED + "): " + found);
            assertThat(found).startsWith("SUCCESS [plan, scan-flawfinder, scan-gitleaks, scan-shellcheck]");
        }
    }

    private static void configure(JenkinsRule r, String pack, String programs) throws Throwable {
        PolicyConfiguration.get().setSource(new DirectoryPolicy(pack));
        new StandIns(Path.of(programs)).on(r.jenkins.getNode(AGENT));
        r.jenkins.save();
    }

    private static void begin(JenkinsRule r, int number) throws Throwable {
        WorkflowJob job = r.createProject(WorkflowJob.class, "scanned-" + number);
        job.setDefinition(new CpsFlowDefinition(
                "complianceTag kind: 'all'\nnode('" + AGENT + "') {\n"
                        + "writeFile file: 'a.sh', text: 'echo $x'\nwriteFile file: 'a.c', text: 'int main(){}'\n"
                        + "if (!complianceScan()) { error 'not complete' }\n}",
                true));
        WorkflowRun build = job.scheduleBuild2(0).waitForStart();
        r.waitForMessage("Compliance scan of", build);
    }

    /** How the build ended, and what is in the ledger: only verified entries are named. */
    private static String end(JenkinsRule r, int number) throws Throwable {
        WorkflowRun build = r.jenkins
                .getItemByFullName("scanned-" + number, WorkflowJob.class)
                .getBuildByNumber(1);
        r.waitForCompletion(build);
        List<String> entries = JobLedger.of(build.getParent())
                .evidence(Keys.get().trusted())
                .stream()
                .map(each ->
                        each.integrity() instanceof Evidence.Integrity.Verified ? each.name() : "broken " + each.name())
                .toList();
        if (!String.valueOf(build.getResult()).equals("SUCCESS")) {
            build.writeWholeLogTo(System.out);
        }
        return build.getResult() + " " + entries
                + (JenkinsRule.getLog(build).contains("Resuming build") ? ", resumed" : ", was over");
    }
}
