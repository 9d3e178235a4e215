package io.jenkins.plugins.compliance.view;

import static io.jenkins.plugins.compliance.view.ShopPages.JOB;
import static io.jenkins.plugins.compliance.view.ShopPages.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.config.ComplianceGlobalConfiguration;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.io.file.FolderLock;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.htmlunit.Page;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;

/** Whoever asks for something that the controller can't write down is told so in words: never by a stack trace, never as if it were done. */
class UnwritableHomeTest {
    private static final String REQUEST =
            JOB + "waivers/request/submit?procedure=findings-mended&until=2099-01-01&when=&reason=";

    @RegisterExtension
    private static final ShopPages pages = new ShopPages();

    @Test
    void aRequestForAWaiverIsShownAgainAndCanBeRepeated() throws Exception {
        String before = pages.get("reader", JOB + "waivers/api/json?tree=total").getContentAsString();
        try (Hindrance hindrance = ledgerLocked()) {
            assertToldWithoutTrace(pages.post("dev", REQUEST + "kept"))
                    .contains("role=\"alert\"")
                    .contains("could not be written down")
                    .contains("kept</textarea>");
        }

        assertThat(pages.get("reader", JOB + "waivers/api/json?tree=total").getContentAsString())
                .isEqualTo(before);
        assertThat(pages.post("dev", REQUEST + "kept").getStatusCode()).isEqualTo(200);
    }

    @Test
    void aDecisionIsNotTaken() throws Exception {
        WebResponse asked = pages.post("dev", REQUEST + "decide");
        String waiver = asked.getWebRequest()
                .getUrl()
                .toString()
                .substring(pages.jenkins().getURL().toString().length());
        for (String decision : new String[] {"approve", "reject", "revoke"}) {
            try (Hindrance hindrance = ledgerLocked()) {
                assertToldWithoutTrace(pages.post("risk", waiver + decision))
                        .contains("role=\"alert\"")
                        .contains("could not be written down");
            }
            if (decision.equals("reject")) {
                pages.post("risk", waiver + "approve");
            }
        }
        assertThat(text(pages.open("reader", waiver))).contains("approved");
        pages.post("risk", waiver + "revoke");
    }

    @Test
    void aLedgerThatWasNeverBegunIsVerifiedWithoutBeingMade() throws Exception {
        WorkflowJob job = pages.jenkins().createProject(WorkflowJob.class, "quiet");
        job.setDefinition(new CpsFlowDefinition("complianceTag kind: 'service'\ncomplianceGate()", true));
        pages.jenkins().buildAndAssertSuccess(job);
        Path folder = job.getRootDir().toPath().resolve("compliance/ledger");
        Files.writeString(folder, "somebody's file");

        assertThat(pages.post("reader", "job/quiet/compliance/evidence/verify").getContentAsString())
                .contains("It could not be told");
        assertThat(pages.post("reader", "job/quiet/compliance/evidence/verify/api/json?tree=verdict,head,entries")
                        .getContentAsString())
                .contains("\"verdict\":\"undecided\"")
                .contains("\"head\":\"\"")
                .contains("\"entries\":0");
        assertThat(Files.readString(folder)).isEqualTo("somebody's file");
    }

    @Test
    void aSectionOfTheConfigurationStaysAsItWas() throws Exception {
        Path file = home().resolve(ComplianceGlobalConfiguration.class.getName() + ".xml");
        int days = ComplianceGlobalConfiguration.get().getKeepFilesDays();
        try (Hindrance hindrance = Hindrance.folderInsteadOf(file);
                JenkinsRule.WebClient browser = pages.jenkins().createWebClient()) {
            browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
            browser.login("admin");
            HtmlPage page =
                    (HtmlPage) browser.getPage(new URL(pages.jenkins().getURL(), "manage/configureCompliance/"));
            page.<DomElement>querySelector("input[name='_.keepFilesDays']").setAttribute("value", "77");
            HtmlForm form = page.getFormByName("config");
            Page answer = pages.jenkins().submit(form);

            assertThat(answer.getWebResponse().getStatusCode()).isEqualTo(400);
            assertToldWithoutTrace(answer.getWebResponse()).contains("could not be written down");
        }
        assertThat(ComplianceGlobalConfiguration.get().getKeepFilesDays()).isEqualTo(days);
    }

    @Test
    void aKeyThatCanNotBeKeptSignsNothing() throws Exception {
        String key = Keys.get().signing().id();
        Path kept = home().resolve("secrets/io.jenkins.plugins.compliance.config.keys.ControllerKey");
        byte[] secret = Files.readAllBytes(kept);
        try (Hindrance hindrance = Hindrance.folderInsteadOf(
                kept.resolveSibling("io.jenkins.plugins.compliance.config.keys.FormerControllerKeys." + key))) {
            assertToldWithoutTrace(pages.post(
                            "admin",
                            "manage/descriptorByName/"
                                    + "io.jenkins.plugins.compliance.config.keys.SigningConfiguration/rotateNow"))
                    .contains("class=\"error\"")
                    .contains("could not be written down");
        }
        assertThat(Files.readAllBytes(kept)).isEqualTo(secret);
        assertThat(Keys.get().signing().id()).isEqualTo(key);
    }

    @Test
    void aPolicyThatCanNotBeKeptIsInForceWithAWarning() throws Exception {
        String refresh = "manage/descriptorByName/" + PolicyConfiguration.class.getName() + "/refreshNow";
        try (Hindrance hindrance = Hindrance.instead(home().resolve("compliance/policy"))) {
            assertToldWithoutTrace(pages.post("admin", refresh))
                    .contains("In force:")
                    .contains("could not be kept in the Jenkins home")
                    .contains("class=\"warning\"");
        }
        assertThat(pages.post("admin", refresh).getContentAsString())
                .contains("In force:")
                .doesNotContain("could not be kept");
    }

    private static Hindrance ledgerLocked() throws Exception {
        return Hindrance.folderInsteadOf(
                pages.job().getRootDir().toPath().resolve("compliance/ledger").resolve(FolderLock.FILE));
    }

    private static Path home() {
        return pages.jenkins().jenkins.getRootDir().toPath();
    }

    private static org.assertj.core.api.AbstractStringAssert<?> assertToldWithoutTrace(WebResponse answer) {
        return assertThat(answer.getContentAsString())
                .doesNotContain("Oops")
                .doesNotContain("Stack trace")
                .doesNotContain("\tat ");
    }
}
