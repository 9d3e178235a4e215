package io.jenkins.plugins.compliance.view;

import static io.jenkins.plugins.compliance.view.ShopPages.JOB;
import static io.jenkins.plugins.compliance.view.ShopPages.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Asking for a waiver, deciding on it, ending it. */
class WaiverPagesTest {
    @RegisterExtension
    private static final ShopPages pages = new ShopPages();

    @Test
    void aWaiverNeedsTwoPeople() throws Exception {
        assertThat(pages.status("reader", JOB + "waivers/request/")).isEqualTo(403);
        HtmlPage form = pages.open("dev", JOB + "waivers/request/?procedure=findings-mended");
        assertThat(form.querySelectorAll("form[action=submit] [name]").stream()
                        .map(each -> ((DomElement) each).getAttribute("name")))
                .containsExactly("procedure", "reason", "until", "when");
        assertThat(form.<DomElement>querySelector("option[selected]").getAttribute("value"))
                .isEqualTo("findings-mended");

        String waiver = request("dev", "We mend it " + JudgedJob.HOSTILE);
        HtmlPage asked = pages.open("risk", waiver);
        assertThat(text(asked)).contains("requested").contains("We mend it " + JudgedJob.HOSTILE);
        assertThat(asked.querySelectorAll("img[src=x]")).isEmpty();
        assertThat(asked.querySelectorAll("form button").stream()
                        .map(each -> each.getTextContent().strip()))
                .contains("Approve", "Reject");
        assertThat(pages.open("reader", waiver).querySelectorAll("main form")).isEmpty();

        assertThat(pages.post("dev", waiver + "approve").getStatusCode()).isEqualTo(403);
        assertThat(pages.post("risk", waiver + "approve").getStatusCode()).isEqualTo(200);
        assertThat(text(pages.open("reader", waiver))).contains("approved");
        assertThat(text(pages.open("reader", JOB + "procedures/findings-mended/")))
                .contains("waived")
                .contains("instead of not satisfied")
                .contains("We mend it " + JudgedJob.HOSTILE);
        assertThat(text(pages.open("reader", JOB))).contains("We mend it");

        assertThat(pages.post("risk", waiver + "revoke").getStatusCode()).isEqualTo(200);
        assertThat(text(pages.open("reader", JOB + "waivers/?state=revoked"))).contains("We mend it");
    }

    @Test
    void whoAskedForAWaiverCanNotApproveIt() throws Exception {
        String waiver = request("admin", "later");

        assertThat(text(pages.open("admin", waiver))).contains("somebody else must approve it");
        assertThat(pages.post("admin", waiver + "approve").getContentAsString())
                .contains("somebody else must approve it");
        assertThat(text(pages.open("admin", waiver))).contains("requested");
        assertThat(pages.post("risk", waiver + "reject").getStatusCode()).isEqualTo(200);
    }

    @Test
    void aRequestThatCanNotBeIsShownAgainWithWhatWasWritten() throws Exception {
        String form = JOB + "waivers/request/submit?procedure=findings-mended&reason=kept&when=";

        assertThat(pages.post("dev", form + "&until=2020-01-01").getContentAsString())
                .contains("role=\"alert\"")
                .contains("kept</textarea>");
        assertThat(pages.post("dev", form + "x+in+in&until=2099-01-01").getContentAsString())
                .contains("role=\"alert\"");
        assertThat(pages.post("dev", form + "&until=soon").getContentAsString()).contains("role=\"alert\"");
        assertThat(pages.post("dev", form.replace("findings-mended", "none") + "&until=2099-01-01")
                        .getContentAsString())
                .contains("Choose a procedure of the policy");
    }

    /** Asks for a waiver; the address of its page. */
    private static String request(String user, String reason) throws Exception {
        WebResponse answer = pages.post(
                user,
                JOB + "waivers/request/submit?procedure=findings-mended&until=2099-01-01&when=&reason="
                        + URLEncoder.encode(reason, StandardCharsets.UTF_8));
        assertThat(answer.getStatusCode()).isEqualTo(200);
        return answer.getWebRequest()
                .getUrl()
                .toString()
                .substring(pages.jenkins().getURL().toString().length());
    }
}
