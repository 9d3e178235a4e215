package io.jenkins.plugins.compliance.view;

import static io.jenkins.plugins.compliance.view.ShopPages.BUILD;
import static io.jenkins.plugins.compliance.view.ShopPages.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile texts of reports, tags, attestations and tools, wherever a page shows them. */
class HostileTextsTest {
    @RegisterExtension
    private static final ShopPages pages = new ShopPages();

    @ParameterizedTest
    @ValueSource(
            strings = {
                JOB,
                JOB + "requirements/",
                JOB + "requirements/house/",
                JOB + "requirements/house/H-1/",
                JOB + "procedures/",
                JOB + "procedures/tests-pass/",
                JOB + "procedures/pen-test/",
                JOB + "evidence/",
                JOB + "evidence/1/",
                JOB + "evidence/5/",
                JOB + "history/",
                JOB + "waivers/",
                BUILD,
                BUILD + "procedures/findings-mended/",
                BUILD + "evidence/3/",
                BUILD + "findings/",
                BUILD + "findings/?standing=fixed",
                "job/shop/2/",
                "job/shop/",
            })
    void noTextBecomesMarkup(String address) throws Exception {
        HtmlPage page = pages.open("reader", address);

        assertThat(page.querySelectorAll("img[src=x], svg[onload], b[onmouseover], [onerror]"))
                .isEmpty();
        assertThat(page.querySelectorAll("script:not([src])").stream()
                        .map(DomNode::getTextContent)
                        .filter(script -> script.contains("alert(")))
                .isEmpty();
        assertThat(page.querySelectorAll("main [style], main script:not([src])"))
                .isEmpty();
        assertThat(pages.hrefs(page)).noneMatch(href -> href.startsWith("javascript:"));
    }
}
