package io.jenkins.plugins.compliance.view;

import static io.jenkins.plugins.compliance.view.ShopPages.text;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.Result;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.model.Jenkins;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** What an administrator is told when evidence can't be written down, and who else is told what. */
class UnwrittenMonitorTest {
    @RegisterExtension
    private static final ShopPages pages = new ShopPages();

    @BeforeAll
    static void observe() {
        ((MockAuthorizationStrategy) pages.jenkins().jenkins.getAuthorizationStrategy())
                .grant(Jenkins.READ, Jenkins.SYSTEM_READ)
                .everywhere()
                .to("observer");
    }

    @AfterEach
    void goOn() throws Exception {
        UnwrittenRecords.get().forget();
    }

    @Test
    void whatCanNotBeRecordedIsShownUntilItIsRecorded() throws Exception {
        WorkflowJob job = pages.job();
        assertThat(monitor().isActivated()).isFalse();
        assertThat(text(pages.open("admin", "manage/"))).doesNotContain("could not be written down");

        int build;
        try (Hindrance hindrance = Hindrance.instead(compliance(job))) {
            build = pages.jenkins().buildAndAssertStatus(Result.FAILURE, job).getNumber();
            pages.jenkins().buildAndAssertStatus(Result.FAILURE, job);

            HtmlPage manage = pages.open("admin", "manage/");
            assertThat(text(manage))
                    .contains("Compliance evidence could not be written down")
                    .contains("shop: evidence of #" + (build + 1) + ", #" + build + ", for the first time")
                    .contains("Make room on the disk");
            assertThat(manage.querySelectorAll("#compliance-unwritten li code")).isNotEmpty();
            assertThat(pages.hrefs(manage)).contains("/job/shop/");
        }

        pages.jenkins().buildAndAssertSuccess(job);
        assertThat(monitor().isActivated()).isFalse();
        assertThat(text(pages.open("admin", "manage/"))).doesNotContain("could not be written down");
    }

    @Test
    void aVerdictThatCanNotBeIndexedIsShownToo() throws Exception {
        WorkflowJob job = pages.job();
        Path index = compliance(job).resolve("index.jsonl");
        try (Hindrance hindrance = Hindrance.folderInsteadOf(index)) {
            pages.jenkins().waitForCompletion(job.scheduleBuild2(0).waitForStart());

            assertThat(text(pages.open("admin", "manage/"))).contains("shop: index entries of #");
        }
        pages.jenkins().buildAndAssertSuccess(job);
        assertThat(monitor().isActivated()).isFalse();
    }

    @Test
    void whoMayNotSeeAJobIsToldNothingOfIt() throws Exception {
        WorkflowJob job = pages.job();
        try (Hindrance hindrance = Hindrance.instead(compliance(job))) {
            pages.jenkins().buildAndAssertStatus(Result.FAILURE, job);
        }

        HtmlPage seen = pages.open("observer", "manage/");
        assertThat(text(seen)).contains("Compliance evidence could not be written down");
        assertThat(seen.getWebResponse().getContentAsString()).doesNotContain("shop");
        assertThat(seen.querySelectorAll("#compliance-unwritten form, #compliance-unwritten li"))
                .isEmpty();
        assertThat(pages.status("reader", "manage/")).isEqualTo(403);
        assertThat(text(pages.open("reader", ""))).doesNotContain("could not be written down");
    }

    @Test
    void whatAnAdministratorHasSeenComesBackWithTheNextFailure() throws Exception {
        WorkflowJob job = pages.job();
        String dismiss = monitor().getUrl() + "/dismiss";
        try (Hindrance hindrance = Hindrance.instead(compliance(job))) {
            pages.jenkins().buildAndAssertStatus(Result.FAILURE, job);
            assertThat(pages.status("admin", dismiss)).isIn(404, 405);
            assertThat(pages.post("observer", dismiss).getStatusCode()).isEqualTo(403);
            assertThat(pages.post("reader", dismiss).getStatusCode()).isEqualTo(403);
            assertThat(monitor().isActivated()).isTrue();

            assertThat(pages.post("admin", dismiss).getStatusCode()).isEqualTo(200);
            assertThat(monitor().isActivated()).isFalse();

            pages.jenkins().buildAndAssertStatus(Result.FAILURE, job);
            assertThat(monitor().isActivated()).isTrue();
        }
    }

    @Test
    void itFollowsAJobToItsNewNameAndForgetsOneThatIsDeleted() throws Exception {
        WorkflowJob job = pages.jenkins().createProject(WorkflowJob.class, "before");
        job.setDefinition(pages.job().getDefinition());
        Files.writeString(compliance(job), "somebody's file");
        pages.jenkins().buildAndAssertStatus(Result.FAILURE, job);

        job.renameTo("after");
        assertThat(text(pages.open("admin", "manage/")))
                .contains("after: evidence")
                .doesNotContain("before: ");
        job.delete();
        assertThat(monitor().isActivated()).isFalse();
    }

    private static UnwrittenMonitor monitor() {
        return ExtensionList.lookupSingleton(UnwrittenMonitor.class);
    }

    private static Path compliance(WorkflowJob job) {
        return job.getRootDir().toPath().resolve("compliance");
    }
}
