package io.jenkins.plugins.compliance.view;

import static io.jenkins.plugins.compliance.view.ShopPages.BUILD;
import static io.jenkins.plugins.compliance.view.ShopPages.JOB;
import static io.jenkins.plugins.compliance.view.ShopPages.text;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.ListView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.localizer.LocaleProvider;

/** What the pages of a job say, and the links along the chain: the first build has findings and a failed test, the second better tests. */
class PagesTest {
    @RegisterExtension
    private static final ShopPages pages = new ShopPages();

    @Test
    void theBuildSaysWhatItCameToAndWhatChanged() throws Exception {
        HtmlPage page = pages.open("reader", BUILD);

        assertThat(text(page))
                .contains("Not satisfied")
                .contains("The gate (observe) is closed.")
                .contains("Since build #1")
                .contains("2 procedures and 2 requirements have another outcome")
                .contains("kind=service")
                .contains("team=payments");
        assertThat(pages.hrefs(page))
                .contains("/job/shop/2/compliance/procedures/tests-pass/")
                .contains("/job/shop/2/compliance/findings/?severity=high&standing=new")
                .contains("/job/shop/2/compliance/requirements/house/");
        assertThat(row(page, "high")).containsExactly("high", "2", "1", "0");
        assertThat(row(page, "medium")).containsExactly("medium", "1", "0", "1");
    }

    @Test
    void theChainCanBeWalkedFromFrameworkToBuildAndBack() throws Exception {
        HtmlPage framework = pages.open("reader", JOB + "requirements/house/");
        assertThat(pages.hrefs(framework)).contains("/job/shop/compliance/requirements/house/H-2(a)/");

        HtmlPage requirement = pages.open("reader", JOB + "requirements/house/H-2(a)/");
        assertThat(pages.hrefs(requirement))
                .contains("/job/shop/compliance/requirements/house/")
                .contains("/job/shop/compliance/procedures/pen-test/")
                .contains("/job/shop/compliance/evidence/5/");

        HtmlPage procedure = pages.open("reader", JOB + "procedures/pen-test/");
        assertThat(text(procedure)).contains("somebody attested pen-test");
        assertThat(pages.hrefs(procedure))
                .contains("/job/shop/compliance/requirements/house/H-2(a)/")
                .contains("/job/shop/compliance/evidence/5/");

        HtmlPage evidence = pages.open("reader", JOB + "evidence/5/");
        assertThat(text(evidence)).contains("verified");
        assertThat(pages.hrefs(evidence))
                .contains("/job/shop/compliance/procedures/pen-test/")
                .contains("/job/shop/2/compliance/")
                .contains("/job/shop/compliance/evidence/4/");
    }

    @Test
    void theJobIsShownOnADayOfThePast() throws Exception {
        HtmlPage today = pages.open("reader", JOB);
        assertThat(text(today)).contains("2 of 3 procedures and 2 of 4 requirements are satisfied");

        HtmlPage before = pages.open("reader", JOB + "requirements/?asOf=2026-01-01");
        assertThat(text(before)).contains("As of Jan 1, 2026, 11:59 PM UTC");
        HtmlPage longAgo = pages.open("reader", JOB + "procedures/?asOf=2026-01-01");
        assertThat(pages.hrefs(longAgo)).noneMatch(href -> href.contains("/evidence/5/"));
        assertThat(pages.hrefs(pages.open("reader", JOB + "procedures/?asOf=2099-01-01")))
                .contains("/job/shop/compliance/procedures/pen-test/?asOf=2099-01-01");
    }

    @Test
    void theHistoryIsAPictureThatSaysWhatItShows() throws Exception {
        HtmlPage page = pages.open("reader", JOB);
        DomElement picture = page.querySelector("svg.compliance-history__picture");

        assertThat(picture.getAttribute("role")).isEqualTo("img");
        assertThat(picture.querySelectorAll("g")).hasSize(2);
        assertThat(picture.querySelector("desc").getTextContent()).contains("From build 1 to build 2");
        assertThat(text(pages.open("reader", JOB + "history/"))).contains("#1").contains("#2");
    }

    @Test
    void listViewsAndMainPagesSayWhatTheNewestBuildCameTo() throws Exception {
        ListView view = new ListView("compliance", pages.jenkins().jenkins);
        view.getColumns().add(new ComplianceColumn());
        FreeStyleProject other = pages.jenkins().createFreeStyleProject("never-judged");
        view.add(pages.job());
        view.add(other);
        pages.jenkins().jenkins.addView(view);

        HtmlPage page = pages.open("reader", "view/compliance/");
        assertThat(text(page)).contains("not satisfied").contains("not judged");
        assertThat(pages.hrefs(page)).anyMatch(href -> href.endsWith("/job/shop/compliance/"));
        assertThat(text(pages.open("reader", "job/shop/"))).contains("Compliance: Not satisfied");
        assertThat(text(pages.open("reader", "job/shop/2/"))).contains("the gate is closed");
        assertThat(pages.open("reader", "job/never-judged/").querySelectorAll("a[href$='/compliance']"))
                .isEmpty();
    }

    @Test
    void textsAreThereInGerman() throws Exception {
        LocaleProvider before = LocaleProvider.getProvider();
        LocaleProvider.setProvider(new LocaleProvider() {
            @Override
            public Locale get() {
                return Locale.GERMAN;
            }
        });
        try {
            assertThat(text(pages.open("reader", JOB)))
                    .contains("Nicht erf\u00FCllt")
                    .contains("Was diesem Job zur vollen Erf\u00FCllung fehlt")
                    .contains("Nachweisbuch");
        } finally {
            LocaleProvider.setProvider(before);
        }
    }

    private static List<String> row(HtmlPage page, String first) {
        for (DomNode row : page.querySelectorAll("table.compliance-table--numbers tbody tr")) {
            List<String> cells = new ArrayList<>();
            row.querySelectorAll("td")
                    .forEach(cell -> cells.add(cell.getTextContent().strip()));
            if (cells.get(0).equals(first)) {
                return cells;
            }
        }
        return List.of();
    }
}
