package io.jenkins.plugins.compliance.view;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.ListView;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import java.io.ByteArrayInputStream;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.RunLoadCounter;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.jvnet.localizer.LocaleProvider;

/** The pages of a job with two builds: the first with findings and a failed test, the second with better tests. */
@WithJenkins
class PagesTest {
    private static final String JOB = "job/shop/compliance/";
    private static final String BUILD = "job/shop/2/compliance/";

    private static JenkinsRule jenkins;
    private static WorkflowJob job;

    @BeforeAll
    static void runBuilds(JenkinsRule rule) throws Exception {
        jenkins = rule;
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

    @AfterAll
    static void forget() {
        jenkins = null;
        job = null;
    }

    @Test
    void theBuildSaysWhatItCameToAndWhatChanged() throws Exception {
        HtmlPage page = open("reader", BUILD);

        assertThat(text(page))
                .contains("Not satisfied")
                .contains("The gate (observe) is closed.")
                .contains("Since build #1")
                .contains("2 procedures and 2 requirements have another outcome")
                .contains("kind=service")
                .contains("team=payments");
        assertThat(hrefs(page))
                .contains("/job/shop/2/compliance/procedures/tests-pass/")
                .contains("/job/shop/2/compliance/findings/?severity=high&standing=new")
                .contains("/job/shop/2/compliance/requirements/house/");
        assertThat(row(page, "high")).containsExactly("high", "2", "1", "0");
        assertThat(row(page, "medium")).containsExactly("medium", "1", "0", "1");
    }

    @Test
    void theChainCanBeWalkedFromFrameworkToBuildAndBack() throws Exception {
        HtmlPage framework = open("reader", JOB + "requirements/house/");
        assertThat(hrefs(framework)).contains("/job/shop/compliance/requirements/house/H-2(a)/");

        HtmlPage requirement = open("reader", JOB + "requirements/house/H-2(a)/");
        assertThat(hrefs(requirement))
                .contains("/job/shop/compliance/requirements/house/")
                .contains("/job/shop/compliance/procedures/pen-test/")
                .contains("/job/shop/compliance/evidence/5/");

        HtmlPage procedure = open("reader", JOB + "procedures/pen-test/");
        assertThat(text(procedure)).contains("somebody attested pen-test");
        assertThat(hrefs(procedure))
                .contains("/job/shop/compliance/requirements/house/H-2(a)/")
                .contains("/job/shop/compliance/evidence/5/");

        HtmlPage evidence = open("reader", JOB + "evidence/5/");
        assertThat(text(evidence)).contains("verified");
        assertThat(hrefs(evidence))
                .contains("/job/shop/compliance/procedures/pen-test/")
                .contains("/job/shop/2/compliance/")
                .contains("/job/shop/compliance/evidence/4/");
    }

    @Test
    void theJobIsShownOnADayOfThePast() throws Exception {
        HtmlPage today = open("reader", JOB);
        assertThat(text(today)).contains("2 of 3 procedures and 2 of 4 requirements are satisfied");

        HtmlPage before = open("reader", JOB + "requirements/?asOf=2026-01-01");
        assertThat(text(before)).contains("As of Jan 1, 2026, 11:59 PM UTC");
        HtmlPage longAgo = open("reader", JOB + "procedures/?asOf=2026-01-01");
        assertThat(hrefs(longAgo)).noneMatch(href -> href.contains("/evidence/5/"));
        assertThat(hrefs(open("reader", JOB + "procedures/?asOf=2099-01-01")))
                .contains("/job/shop/compliance/procedures/pen-test/?asOf=2099-01-01");
    }

    @Test
    void theHistoryIsAPictureThatSaysWhatItShows() throws Exception {
        HtmlPage page = open("reader", JOB);
        DomElement picture = page.querySelector("svg.compliance-history__picture");

        assertThat(picture.getAttribute("role")).isEqualTo("img");
        assertThat(picture.querySelectorAll("g")).hasSize(2);
        assertThat(picture.querySelector("desc").getTextContent()).contains("From build 1 to build 2");
        assertThat(text(open("reader", JOB + "history/"))).contains("#1").contains("#2");
    }

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
        assertThat(status("reader", address)).isEqualTo(400);
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
        assertThat(status("reader", address)).isIn(400, 404);
    }

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
        HtmlPage page = open("reader", address);

        assertThat(page.querySelectorAll("img[src=x], svg[onload], b[onmouseover], [onerror]"))
                .isEmpty();
        assertThat(page.querySelectorAll("script:not([src])").stream()
                        .map(DomNode::getTextContent)
                        .filter(script -> script.contains("alert(")))
                .isEmpty();
        assertThat(page.querySelectorAll("main [style], main script:not([src])"))
                .isEmpty();
        assertThat(hrefs(page)).noneMatch(href -> href.startsWith("javascript:"));
    }

    @Test
    void aWaiverNeedsTwoPeople() throws Exception {
        assertThat(status("reader", JOB + "waivers/request/")).isEqualTo(403);
        HtmlPage form = open("dev", JOB + "waivers/request/?procedure=findings-mended");
        assertThat(form.querySelectorAll("form[action=submit] [name]").stream()
                        .map(each -> ((DomElement) each).getAttribute("name")))
                .containsExactly("procedure", "reason", "until", "when");
        assertThat(form.<DomElement>querySelector("option[selected]").getAttribute("value"))
                .isEqualTo("findings-mended");

        String waiver = request("dev", "We mend it " + JudgedJob.HOSTILE);
        HtmlPage asked = open("risk", waiver);
        assertThat(text(asked)).contains("requested").contains("We mend it " + JudgedJob.HOSTILE);
        assertThat(asked.querySelectorAll("img[src=x]")).isEmpty();
        assertThat(asked.querySelectorAll("form button").stream()
                        .map(each -> each.getTextContent().strip()))
                .contains("Approve", "Reject");
        assertThat(open("reader", waiver).querySelectorAll("main form")).isEmpty();

        assertThat(post("dev", waiver + "approve").getStatusCode()).isEqualTo(403);
        assertThat(post("risk", waiver + "approve").getStatusCode()).isEqualTo(200);
        assertThat(text(open("reader", waiver))).contains("approved");
        assertThat(text(open("reader", JOB + "procedures/findings-mended/")))
                .contains("waived")
                .contains("instead of not satisfied")
                .contains("We mend it " + JudgedJob.HOSTILE);
        assertThat(text(open("reader", JOB))).contains("We mend it");

        assertThat(post("risk", waiver + "revoke").getStatusCode()).isEqualTo(200);
        assertThat(text(open("reader", JOB + "waivers/?state=revoked"))).contains("We mend it");
    }

    @Test
    void whoAskedForAWaiverCanNotApproveIt() throws Exception {
        String waiver = request("admin", "later");

        assertThat(text(open("admin", waiver))).contains("somebody else must approve it");
        assertThat(post("admin", waiver + "approve").getContentAsString()).contains("somebody else must approve it");
        assertThat(text(open("admin", waiver))).contains("requested");
        assertThat(post("risk", waiver + "reject").getStatusCode()).isEqualTo(200);
    }

    @Test
    void aRequestThatCanNotBeIsShownAgainWithWhatWasWritten() throws Exception {
        String form = JOB + "waivers/request/submit?procedure=findings-mended&reason=kept&when=";

        assertThat(post("dev", form + "&until=2020-01-01").getContentAsString())
                .contains("role=\"alert\"")
                .contains("kept</textarea>");
        assertThat(post("dev", form + "x+in+in&until=2099-01-01").getContentAsString())
                .contains("role=\"alert\"");
        assertThat(post("dev", form + "&until=soon").getContentAsString()).contains("role=\"alert\"");
        assertThat(post("dev", form.replace("findings-mended", "none") + "&until=2099-01-01")
                        .getContentAsString())
                .contains("Choose a procedure of the policy");
    }

    @Test
    void theLedgerIsVerifiedOnDemand() throws Exception {
        assertThat(open("reader", JOB + "evidence/").querySelectorAll("form[action=verify][method=post]"))
                .hasSize(1);

        assertThat(post("reader", JOB + "evidence/verify").getContentAsString())
                .contains("Everything holds")
                .contains("entries");
        assertThat(status("reader", JOB + "evidence/verify")).isIn(404, 405);
    }

    @Test
    void evidenceIsTakenAwayInOneArchive() throws Exception {
        WebResponse build = get("reader", BUILD + "evidence/download");
        assertThat(build.getContentType()).isEqualTo("application/zip");
        assertThat(build.getResponseHeaderValue("Content-Disposition"))
                .isEqualTo("attachment; filename=\"compliance-shop-2.zip\"");
        assertThat(entries(build)).anyMatch(each -> each.contains("000003")).noneMatch(each -> each.contains("000001"));

        WebResponse none = get("reader", JOB + "evidence/download?to=2026-01-01");
        assertThat(entries(none)).isNotEmpty().noneMatch(each -> each.contains("000001"));
    }

    @Test
    void programsGetTheSame() throws Exception {
        JSONObject build = json(BUILD);
        assertThat(build.getJSONObject("gate").getBoolean("open")).isFalse();
        assertThat(build.getJSONObject("assessment")
                        .getJSONArray("frameworks")
                        .getJSONObject(0)
                        .getInt("satisfied"))
                .isEqualTo(2);
        assertThat(build.getJSONObject("changes").getJSONArray("procedures").size())
                .isEqualTo(2);
        JSONObject procedures = json(JOB + "procedures/");
        assertThat(procedures.getInt("total")).isEqualTo(3);
        assertThat(procedures.getJSONArray("procedures").getJSONObject(0).getString("outcome"))
                .isIn("not-satisfied", "waived");
        assertThat(json(JOB + "requirements/house/H-1/").getJSONObject("row").getString("outcome"))
                .isEqualTo("satisfied");
        assertThat(json(JOB + "evidence/?kind=attestation").getInt("total")).isEqualTo(1);
        assertThat(json(JOB + "evidence/5/").getJSONObject("row").getBoolean("verified"))
                .isTrue();
        assertThat(json(BUILD + "findings/").getJSONArray("findings").size()).isEqualTo(3);
        assertThat(json(JOB + "history/").getJSONArray("builds").size()).isEqualTo(2);
        assertThat(json(JOB).getJSONObject("newestBuild").getInt("build")).isEqualTo(2);
        assertThat(json("job/shop/").toString()).doesNotContain("frameworks");
    }

    @Test
    void whatPagesOfJobsShowLoadsNoBuild() throws Exception {
        RunLoadCounter.assertMaxLoads(job, 0, () -> {
            JobPage page = new JobPage(job);
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
            return new ComplianceColumn().cell(job);
        });
    }

    /** To resolve an address below a job, Jenkins itself loads the last successful build: that one, and no other. */
    @Test
    void pagesLoadNoBuildBeyondWhatTheirAddressTakes() throws Exception {
        try (JenkinsRule.WebClient browser = browser("reader")) {
            for (String page :
                    List.of("", "requirements/", "procedures/", "evidence/", "evidence/1/", "history/", "waivers/")) {
                RunLoadCounter.assertMaxLoads(job, 1, () -> answered(browser, JOB + page));
                RunLoadCounter.assertMaxLoads(job, 1, () -> answered(browser, JOB + page + "api/json"));
            }
            for (String page : List.of("", "requirements/", "procedures/", "evidence/", "evidence/3/", "findings/")) {
                RunLoadCounter.assertMaxLoads(job, 1, () -> answered(browser, BUILD + page));
            }
        }
    }

    private static Page answered(JenkinsRule.WebClient browser, String address) throws Exception {
        Page page = browser.getPage(new URL(jenkins.getURL(), address));
        assertThat(page.getWebResponse().getStatusCode()).as(address).isEqualTo(200);
        return page;
    }

    @Test
    void listViewsAndMainPagesSayWhatTheNewestBuildCameTo() throws Exception {
        ListView view = new ListView("compliance", jenkins.jenkins);
        view.getColumns().add(new ComplianceColumn());
        FreeStyleProject other = jenkins.createFreeStyleProject("never-judged");
        view.add(job);
        view.add(other);
        jenkins.jenkins.addView(view);

        HtmlPage page = open("reader", "view/compliance/");
        assertThat(text(page)).contains("not satisfied").contains("not judged");
        assertThat(hrefs(page)).anyMatch(href -> href.endsWith("/job/shop/compliance/"));
        assertThat(text(open("reader", "job/shop/"))).contains("Compliance: Not satisfied");
        assertThat(text(open("reader", "job/shop/2/"))).contains("the gate is closed");
        assertThat(open("reader", "job/never-judged/").querySelectorAll("a[href$='/compliance']"))
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
            assertThat(text(open("reader", JOB)))
                    .contains("Nicht erf\u00FCllt")
                    .contains("Was diesem Job zur vollen Erf\u00FCllung fehlt")
                    .contains("Nachweisbuch");
        } finally {
            LocaleProvider.setProvider(before);
        }
    }

    // ---- Browsing

    private static JenkinsRule.WebClient browser(String user) throws Exception {
        JenkinsRule.WebClient browser = jenkins.createWebClient().withJavaScriptEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        return browser.login(user);
    }

    private static HtmlPage open(String user, String address) throws Exception {
        try (JenkinsRule.WebClient browser = browser(user)) {
            Page page = browser.getPage(new URL(jenkins.getURL(), address));
            assertThat(page.getWebResponse().getStatusCode()).as(address).isEqualTo(200);
            return (HtmlPage) page;
        }
    }

    private static WebResponse get(String user, String address) throws Exception {
        try (JenkinsRule.WebClient browser = browser(user)) {
            return browser.getPage(new URL(jenkins.getURL(), address)).getWebResponse();
        }
    }

    private static int status(String user, String address) throws Exception {
        return get(user, address).getStatusCode();
    }

    private static WebResponse post(String user, String address) throws Exception {
        try (JenkinsRule.WebClient browser = browser(user)) {
            WebRequest request = new WebRequest(new URL(jenkins.getURL(), address), HttpMethod.POST);
            return browser.getPage(browser.addCrumb(request)).getWebResponse();
        }
    }

    /** Asks for a waiver; the address of its page. */
    private static String request(String user, String reason) throws Exception {
        WebResponse answer = post(
                user,
                JOB + "waivers/request/submit?procedure=findings-mended&until=2099-01-01&when=&reason="
                        + URLEncoder.encode(reason, StandardCharsets.UTF_8));
        assertThat(answer.getStatusCode()).isEqualTo(200);
        return answer.getWebRequest()
                .getUrl()
                .toString()
                .substring(jenkins.getURL().toString().length());
    }

    private static JSONObject json(String address) throws Exception {
        int query = address.indexOf('?');
        String api =
                query < 0 ? address + "api/json" : address.substring(0, query) + "api/json" + address.substring(query);
        WebResponse answer = get("reader", api);
        assertThat(answer.getStatusCode()).as(api).isEqualTo(200);
        return JSONObject.fromObject(answer.getContentAsString());
    }

    private static String text(HtmlPage page) {
        return page.getBody().getTextContent().replaceAll("\\s+", " ");
    }

    /** The links of a page, without the address of the controller. */
    private static List<String> hrefs(HtmlPage page) {
        String root = jenkins.jenkins.getServletContext().getContextPath();
        return page.getAnchors().stream()
                .map(each -> each.getHrefAttribute())
                .map(href -> href.startsWith(root) ? href.substring(root.length()) : href)
                .toList();
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

    private static List<String> findings(String query) throws Exception {
        HtmlPage page = open("reader", BUILD + "findings/" + query);
        List<String> rows = new ArrayList<>();
        page.querySelectorAll("table.compliance-table--findings tbody tr")
                .forEach(row -> rows.add(row.getTextContent()));
        return rows;
    }

    private static List<String> entries(WebResponse zip) throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(
                new ByteArrayInputStream(zip.getContentAsStream().readAllBytes()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
