package io.jenkins.plugins.compliance.view;

import static io.jenkins.plugins.compliance.view.ShopPages.BUILD;
import static io.jenkins.plugins.compliance.view.ShopPages.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile texts of reports, tags, attestations and tools, wherever a page shows them. */
class HostileTextsTest {
    /** Line feeds and tabs are left out: pages have them. */
    private static final Pattern OBEYED = Pattern.compile(
            "[\\p{Cc}&&[^\\n\\t\\r]]|[\\u200B\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    @RegisterExtension
    private static final ShopPages pages = new ShopPages();

    static Stream<String> addresses() {
        return Stream.of(
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
                "job/shop/");
    }

    @ParameterizedTest
    @MethodSource("addresses")
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

    @ParameterizedTest
    @MethodSource("addresses")
    void nothingIsShownThatABrowserWouldObey(String address) throws Exception {
        HtmlPage page = pages.open("reader", address);

        assertThat(page.getTitleText() + page.getBody().getTextContent()).doesNotContainPattern(OBEYED);
        assertThat(page.querySelectorAll("[title], [aria-label], [tooltip]"))
                .allSatisfy(each -> assertThat(((DomElement) each).getAttribute("title")
                                + ((DomElement) each).getAttribute("aria-label")
                                + ((DomElement) each).getAttribute("tooltip"))
                        .doesNotContainPattern(OBEYED));
    }

    @Test
    void whatABrowserWouldObeyIsNamed() throws Exception {
        assertThat(ShopPages.text(pages.open("reader", JOB + "procedures/tests-pass/")))
                .contains("Tests[U+202E] <img", "mend[U+202E][U+200B] what fails", "Test[U+2066] <svg");
        assertThat(ShopPages.text(pages.open("reader", JOB + "requirements/house/")))
                .contains("Rules[U+FEFF] <script>");
        assertThat(ShopPages.text(pages.open("reader", JOB + "evidence/5/"))).contains("[U+202E][U+200B][U+009B] in");
    }
}
