package io.jenkins.plugins.compliance.view;

import static io.jenkins.plugins.compliance.view.ShopPages.BUILD;
import static io.jenkins.plugins.compliance.view.ShopPages.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import org.htmlunit.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.RunLoadCounter;

/** Pages load no builds. */
class PageLoadsTest {
    @RegisterExtension
    private static final ShopPages pages = new ShopPages();

    @Test
    void whatPagesOfJobsShowLoadsNoBuild() throws Exception {
        RunLoadCounter.assertMaxLoads(pages.job(), 0, () -> {
            JobPage page = new JobPage(pages.job());
            page.shown();
            page.actions();
            page.gaps();
            page.frameworks();
            page.picture();
            page.waiverRows();
            page.newestEvidence();
            page.newest();
            page.badge();
            page.getProcedures().procedures();
            page.getRequirements().requirements();
            page.getEvidence().evidence();
            page.getEvidence().getDynamic("1").reports();
            page.getHistory().builds();
            page.getWaivers().waivers();
            return new ComplianceColumn().cell(pages.job());
        });
    }

    /** To resolve an address below a job, Jenkins itself loads the last successful build: that one, and no other. */
    @Test
    void pagesLoadNoBuildBeyondWhatTheirAddressTakes() throws Exception {
        try (JenkinsRule.WebClient browser = pages.browser("reader")) {
            for (String page :
                    List.of("", "requirements/", "procedures/", "evidence/", "evidence/1/", "history/", "waivers/")) {
                RunLoadCounter.assertMaxLoads(pages.job(), 1, () -> answered(browser, JOB + page));
                RunLoadCounter.assertMaxLoads(pages.job(), 1, () -> answered(browser, JOB + page + "api/json"));
            }
            for (String page : List.of("", "requirements/", "procedures/", "evidence/", "evidence/3/", "findings/")) {
                RunLoadCounter.assertMaxLoads(pages.job(), 1, () -> answered(browser, BUILD + page));
            }
        }
    }

    private static Page answered(JenkinsRule.WebClient browser, String address) throws Exception {
        Page page = browser.getPage(new URL(pages.jenkins().getURL(), address));
        assertThat(page.getWebResponse().getStatusCode()).as(address).isEqualTo(200);
        return page;
    }
}
