package io.jenkins.plugins.compliance.view;

import static io.jenkins.plugins.compliance.view.ShopPages.BUILD;
import static io.jenkins.plugins.compliance.view.ShopPages.JOB;
import static io.jenkins.plugins.compliance.view.ShopPages.text;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.compliance.config.ComplianceJobProperty;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the address of a page can ask for, and what is answered when it asks for something else. */
class PageAddressesTest {
    @RegisterExtension
    private static final ShopPages pages = new ShopPages();

    @Test
    void findingsAreNarrowedOnTheServer() throws Exception {
        assertThat(findings("")).hasSize(3);
        assertThat(findings("?severity=medium")).hasSize(1).allMatch(each -> each.contains("Finding 3"));
        assertThat(findings("?standing=new")).hasSize(1).allMatch(each -> each.contains("Finding 4"));
        assertThat(findings("?standing=fixed")).hasSize(1).allMatch(each -> each.contains("Finding 1"));
        assertThat(findings("?q=finding+2")).hasSize(1);
        assertThat(findings("?q=nowhere")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                JOB + "?asOf=yesterday",
                JOB + "procedures/?outcome=good",
                JOB + "procedures/?page=0",
                JOB + "procedures/?page=x",
                JOB + "requirements/?framework=other",
                JOB + "evidence/?kind=%3Cscript%3E",
                JOB + "waivers/?state=lost",
                JOB + "history/?open=perhaps",
                BUILD + "findings/?severity=awful",
                JOB + "evidence/download?from=2026-02-01&to=2026-01-01",
            })
    void whatAnAddressCanNotAskForIsRefused(String address) throws Exception {
        assertThat(pages.status("reader", address)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                JOB + "procedures/none/",
                JOB + "requirements/none/",
                JOB + "requirements/house/none/",
                JOB + "evidence/999/",
                JOB + "evidence/..%2F1/",
                JOB + "waivers/w-999/",
            })
    void whatIsNotThereIsNotFound(String address) throws Exception {
        assertThat(pages.status("reader", address)).isIn(400, 404);
    }

    @Test
    void idsThatAddressesHaveAMeaningForAreReached() throws Exception {
        FreeStyleProject odd = pages.jenkins().createFreeStyleProject("odd");
        ComplianceJobProperty settings = new ComplianceJobProperty();
        settings.setTags("kind=odd");
        odd.addProperty(settings);
        pages.jenkins().buildAndAssertSuccess(odd);

        for (String list : List.of("procedures/", "requirements/", "requirements/~api/")) {
            List<String> links = pages.hrefs(pages.open("reader", "job/odd/compliance/" + list)).stream()
                    .filter(each -> each.contains('/' + list) && each.endsWith("/") && !each.endsWith('/' + list))
                    .distinct()
                    .toList();
            assertThat(links).isNotEmpty();
            for (String link : links) {
                assertThat(text(pages.open("reader", link.substring(1)))).contains("addresses have a meaning for");
            }
        }
        assertThat(pages.hrefs(pages.open("reader", "job/odd/compliance/requirements/~api/")))
                .contains(
                        "/job/odd/compliance/requirements/~api/~../",
                        "/job/odd/compliance/requirements/~api/~displayName/");
    }

    private static List<String> findings(String query) throws Exception {
        HtmlPage page = pages.open("reader", BUILD + "findings/" + query);
        List<String> rows = new ArrayList<>();
        page.querySelectorAll("table.compliance-table--findings tbody tr")
                .forEach(row -> rows.add(row.getTextContent()));
        return rows;
    }
}
