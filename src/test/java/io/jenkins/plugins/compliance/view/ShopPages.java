package io.jenkins.plugins.compliance.view;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import java.net.URL;
import java.util.List;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.JenkinsExtension;

/**
 * The pages of a job with two builds, as four users get them: {@code reader}, {@code dev}, {@code risk} and {@code admin}. A static
 * field of a test class, registered as an extension, has them in a controller that all tests of the class share.
 */
final class ShopPages implements BeforeAllCallback, AfterAllCallback {
    static final String JOB = "job/shop/compliance/";
    static final String BUILD = "job/shop/2/compliance/";

    private JenkinsRule jenkins;
    private WorkflowJob job;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        // Of the class: no parameter of a method asks for it.
        jenkins = (JenkinsRule) new JenkinsExtension().resolveParameter(null, context);
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
                .everywhere()
                .to("dev")
                .grant(Jenkins.READ, Item.READ, CompliancePermissions.WAIVE)
                .everywhere()
                .to("risk")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        job = JudgedJob.run(jenkins, 2);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        jenkins.after();
    }

    JenkinsRule jenkins() {
        return jenkins;
    }

    WorkflowJob job() {
        return job;
    }

    JenkinsRule.WebClient browser(String user) throws Exception {
        JenkinsRule.WebClient browser = jenkins.createWebClient().withJavaScriptEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        return browser.login(user);
    }

    HtmlPage open(String user, String address) throws Exception {
        try (JenkinsRule.WebClient browser = browser(user)) {
            Page page = browser.getPage(new URL(jenkins.getURL(), address));
            assertThat(page.getWebResponse().getStatusCode()).as(address).isEqualTo(200);
            return (HtmlPage) page;
        }
    }

    WebResponse get(String user, String address) throws Exception {
        try (JenkinsRule.WebClient browser = browser(user)) {
            return browser.getPage(new URL(jenkins.getURL(), address)).getWebResponse();
        }
    }

    int status(String user, String address) throws Exception {
        return get(user, address).getStatusCode();
    }

    WebResponse post(String user, String address) throws Exception {
        try (JenkinsRule.WebClient browser = browser(user)) {
            WebRequest request = new WebRequest(new URL(jenkins.getURL(), address), HttpMethod.POST);
            return browser.getPage(browser.addCrumb(request)).getWebResponse();
        }
    }

    /** What a program gets of a page. */
    JSONObject json(String address) throws Exception {
        int query = address.indexOf('?');
        String api =
                query < 0 ? address + "api/json" : address.substring(0, query) + "api/json" + address.substring(query);
        WebResponse answer = get("reader", api);
        assertThat(answer.getStatusCode()).as(api).isEqualTo(200);
        return JSONObject.fromObject(answer.getContentAsString());
    }

    /** The links of a page, without the address of the controller. */
    List<String> hrefs(HtmlPage page) {
        String root = jenkins.jenkins.getServletContext().getContextPath();
        return page.getAnchors().stream()
                .map(each -> each.getHrefAttribute())
                .map(href -> href.startsWith(root) ? href.substring(root.length()) : href)
                .toList();
    }

    static String text(HtmlPage page) {
        // From Java 20 on a narrow space stands before "PM".
        return page.getBody().getTextContent().replaceAll("[\\s\\h]+", " ");
    }
}
