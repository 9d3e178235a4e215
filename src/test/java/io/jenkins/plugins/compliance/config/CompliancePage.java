package io.jenkins.plugins.compliance.config;

import org.htmlunit.html.HtmlPage;
import org.jvnet.hudson.test.JenkinsRule;

/** The page under <em>Manage Jenkins</em>, in tests. */
public final class CompliancePage {
    private CompliancePage() {}

    /** Opens the form and saves it as it is. */
    public static void roundtrip(JenkinsRule jenkins) throws Exception {
        HtmlPage page = jenkins.createWebClient().goTo("manage/configureCompliance");
        jenkins.submit(page.getFormByName("config"));
    }
}
