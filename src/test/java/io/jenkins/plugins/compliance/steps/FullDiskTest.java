package io.jenkins.plugins.compliance.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Result;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.config.policy.PolicyStore;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.record.index.IndexEntry;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecord;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecords;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Evidence can't be written: what was recorded stays as it was, the build says why, and the next one goes on when it can be written
 * again. Real disks are filled and made read-only by {@code -Dcompliance.mounts=true} alone, which root may run.
 */
@WithJenkins
class FullDiskTest {
    private static final String SCRIPT = """
        complianceTag kind: 'service'
        node {
          writeFile file: 'TEST-a.xml', text: '<testsuite name="s" tests="1"><testcase classname="c" name="n"/></testsuite>' + ' ' * 20000
          complianceEvidence kind: 'test', files: 'TEST-*.xml'
        }
        complianceGate()
        """;

    private final List<Path> mounted = new ArrayList<>();

    private JenkinsRule jenkins;

    @BeforeEach
    void usePolicy(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Path pack = Path.of(FullDiskTest.class.getResource("policy/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
    }

    @AfterEach
    void unmount() throws Exception {
        for (Path place : mounted) {
            command("umount", "-l", String.valueOf(place));
        }
    }

    @Test
    void aFolderThatCanNotBeMadeFailsTheStepAndSaysWhy() throws Exception {
        WorkflowJob job = job();
        Path folder = job.getRootDir().toPath().resolve("compliance");
        Files.writeString(folder, "somebody's file");

        WorkflowRun failed = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("could not write the evidence down", failed);
        jenkins.assertLogNotContains(String.valueOf(folder), failed);
        assertToldOf(failed, "ot a directory");
        Files.delete(folder);
        jenkins.buildAndAssertSuccess(job);
        assertThat(UnwrittenRecords.get().isEmpty()).isTrue();
        assertHeld(job, 1);
        assertRemembered(job, 2, 1);
    }

    @Test
    @EnabledIfSystemProperty(named = "compliance.mounts", matches = "true")
    void aDiskThatIsFullLosesNothing() throws Exception {
        WorkflowJob job = job();
        Path folder = Files.createDirectories(job.getRootDir().toPath().resolve("compliance"));
        mount(folder, "size=200k");
        int recorded = 0;
        WorkflowRun build = run(job);
        while (build.getResult() == Result.SUCCESS) {
            recorded++;
            assertThat(recorded).isLessThan(50);
            build = run(job);
        }

        assertThat(recorded).isPositive();
        jenkins.assertLogContains("could not write the evidence down: No space left on device", build);
        assertThat(build.getResult()).isEqualTo(Result.FAILURE);
        assertHeld(job, recorded);
        assertPagesOpen(build);
        System.out.println(JenkinsRule.getLog(build));
        assertToldOf(build, "No space left on device");

        remount(folder, "size=64m");
        jenkins.buildAndAssertSuccess(job);
        assertThat(UnwrittenRecords.get().isEmpty()).isTrue();
        assertHeld(job, recorded + 1);
        assertThat(remembered(job, recorded + 2)).hasSize(recorded + 2);
    }

    @Test
    @EnabledIfSystemProperty(named = "compliance.mounts", matches = "true")
    void aDiskThatIsReadOnlyIsStillRead() throws Exception {
        WorkflowJob job = job();
        Path folder = Files.createDirectories(job.getRootDir().toPath().resolve("compliance"));
        mount(folder, "size=64m");
        jenkins.buildAndAssertSuccess(job);
        remount(folder, "ro");

        WorkflowRun failed = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("Read-only file system", failed);
        System.out.println(JenkinsRule.getLog(failed));
        assertHeld(job, 1);
        assertPagesOpen(failed);
        assertToldOf(failed, "Read-only file system");
        remount(folder, "rw");
        jenkins.buildAndAssertSuccess(job);
        assertThat(UnwrittenRecords.get().isEmpty()).isTrue();
        assertHeld(job, 2);
        assertRemembered(job, 3, 2, 1);
    }

    @Test
    @EnabledIfSystemProperty(named = "compliance.mounts", matches = "true")
    void aReadOnlyHomeIsStillShown() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        WorkflowJob job = job();
        WorkflowRun build = jenkins.buildAndAssertSuccess(job);
        assertRemembered(job, 1);
        // Jenkins itself makes a key in its home when the first page is asked for.
        assertPagesOpen(build);
        Path home = jenkins.jenkins.getRootDir().toPath();
        command("mount", "--bind", String.valueOf(home), String.valueOf(home));
        mounted.add(home);
        remount(home, "bind,ro");
        assertThatThrownBy(() -> Files.writeString(home.resolve("written"), "text"))
                .hasMessageContaining("Read-only file system");

        assertPagesOpen(build);
        assertHeld(job, 1);
        assertThat(PolicyStore.get().refresh().error()).isEmpty();
        assertThat(askForWaiver()).contains("could not be written down: Read-only file system");
        remount(home, "bind,rw");
        assertThat(askForWaiver()).doesNotContain("could not be written");
        jenkins.buildAndAssertSuccess(job);
        assertHeld(job, 3);
    }

    private String askForWaiver() throws Exception {
        try (JenkinsRule.WebClient browser =
                jenkins.createWebClient().withJavaScriptEnabled(false).withThrowExceptionOnFailingStatusCode(false)) {
            URL address = new URL(
                    jenkins.getURL(),
                    "job/shop/compliance/waivers/request/submit?procedure=pen-test&reason=later&until=2099-01-01&when=");
            WebRequest request = new WebRequest(address, HttpMethod.POST);
            return browser.login("dev")
                    .getPage(browser.addCrumb(request))
                    .getWebResponse()
                    .getContentAsString();
        }
    }

    /** What administrators are shown. */
    private static void assertToldOf(WorkflowRun build, String reason) {
        assertThat(UnwrittenRecords.get().all()).anySatisfy(each -> {
            assertThat(each.what()).isEqualTo(UnwrittenRecord.What.LEDGER);
            assertThat(each.job()).isEqualTo("shop");
            assertThat(each.builds()).contains(build.getNumber());
            assertThat(each.error()).contains(reason);
        });
    }

    private WorkflowJob job() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsFlowDefinition(SCRIPT, true));
        return job;
    }

    private WorkflowRun run(WorkflowJob job) throws Exception {
        return jenkins.waitForCompletion(job.scheduleBuild2(0).waitForStart());
    }

    private static void assertHeld(WorkflowJob job, int entries) throws Exception {
        var verification = JobLedger.of(job).verify(Keys.get().trusted(), true);
        assertThat(verification.problems()).isEmpty();
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(JobLedger.of(job).evidence(Keys.get().trusted())).hasSize(entries);
    }

    /** A build that could not be put into the index is found again, in the background. */
    private static void assertRemembered(WorkflowJob job, Integer... builds) throws Exception {
        assertThat(remembered(job, builds.length)).containsExactly(builds);
    }

    private static List<Integer> remembered(WorkflowJob job, int builds) throws Exception {
        JobIndex index = JobIndex.of(job);
        for (int i = 0; i < 300 && index.entries().size() < builds; i++) {
            Thread.sleep(100);
        }
        return index.entries().stream().map(IndexEntry::build).toList();
    }

    private void assertPagesOpen(WorkflowRun build) throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient().withJavaScriptEnabled(false)) {
            for (String page : List.of(
                    "job/shop/compliance/",
                    "job/shop/compliance/evidence/",
                    "job/shop/compliance/history/",
                    "job/shop/compliance/waivers/",
                    "manage/configureCompliance/",
                    build.getUrl() + "compliance/")) {
                browser.goTo(page);
            }
        }
    }

    private void mount(Path place, String options) throws Exception {
        command("mount", "-t", "tmpfs", "-o", options, "compliance", String.valueOf(place));
        mounted.add(place);
    }

    private static void remount(Path place, String options) throws Exception {
        command("mount", "-o", "remount," + options, String.valueOf(place));
    }

    private static void command(String... words) throws Exception {
        assertThat(new ProcessBuilder(words).inheritIO().start().waitFor())
                .as(String.join(" ", words))
                .isZero();
    }
}
