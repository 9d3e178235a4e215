package io.jenkins.plugins.compliance.view;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.security.Permission;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who gets which answer from which address. */
@WithJenkins
class PermissionMatrixTest {
    private static final String ANONYMOUS = "anonymous";
    private static final String JOB = "job/shop/compliance/";
    private static final String BUILD = "job/shop/1/compliance/";

    /** Pages for whoever may see the evidence. */
    private static final List<String> VIEWED = List.of(
            JOB,
            JOB + "?asOf=2026-01-01",
            JOB + "api/json",
            JOB + "requirements/",
            JOB + "requirements/api/json",
            JOB + "requirements/house/",
            JOB + "requirements/house/api/json",
            JOB + "requirements/house/H-1/",
            JOB + "requirements/house/H-1/api/json",
            JOB + "procedures/",
            JOB + "procedures/api/json",
            JOB + "procedures/tests-pass/",
            JOB + "procedures/tests-pass/api/json",
            JOB + "evidence/",
            JOB + "evidence/api/json",
            JOB + "evidence/1/",
            JOB + "evidence/1/api/json",
            JOB + "evidence/download",
            JOB + "history/",
            JOB + "history/api/json",
            JOB + "waivers/",
            JOB + "waivers/api/json",
            BUILD,
            BUILD + "api/json",
            BUILD + "requirements/house/H-1/",
            BUILD + "procedures/",
            BUILD + "procedures/tests-pass/",
            BUILD + "evidence/",
            BUILD + "evidence/1/",
            BUILD + "evidence/download",
            BUILD + "findings/",
            BUILD + "findings/api/json");

    private static final Map<String, Permission[]> PEOPLE = new LinkedHashMap<>();

    static {
        PEOPLE.put(ANONYMOUS, new Permission[0]);
        PEOPLE.put("overall-read", new Permission[] {Jenkins.READ});
        PEOPLE.put("discover", new Permission[] {Jenkins.READ, Item.DISCOVER});
        PEOPLE.put("reader", new Permission[] {Jenkins.READ, Item.READ});
        PEOPLE.put("configurer", new Permission[] {Jenkins.READ, Item.READ, Item.CONFIGURE});
        PEOPLE.put("waiver", new Permission[] {Jenkins.READ, Item.READ, CompliancePermissions.WAIVE});
        PEOPLE.put("manager", new Permission[] {Jenkins.READ, Jenkins.MANAGE});
        PEOPLE.put("system-reader", new Permission[] {Jenkins.READ, Jenkins.SYSTEM_READ});
        PEOPLE.put("admin", new Permission[] {Jenkins.ADMINISTER});
    }

    private static JenkinsRule jenkins;

    @BeforeAll
    static void runBuild(JenkinsRule rule) throws Exception {
        jenkins = rule;
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        MockAuthorizationStrategy strategy = new MockAuthorizationStrategy();
        PEOPLE.forEach((name, permissions) -> {
            if (permissions.length > 0) {
                strategy.grant(permissions).everywhere().to(name);
            }
        });
        jenkins.jenkins.setAuthorizationStrategy(strategy);
        JudgedJob.run(jenkins, 1);
    }

    @AfterAll
    static void forget() {
        jenkins = null;
    }

    @Test
    void whoMayNotReadTheJobSeesNothingOfIt() throws Exception {
        for (String person : List.of(ANONYMOUS, "overall-read", "discover", "manager", "system-reader")) {
            assertThat(answers(person, HttpMethod.GET, VIEWED))
                    .as(person)
                    .allSatisfy(
                            (address, status) -> assertThat(status).as(address).isIn(401, 403, 404));
        }
    }

    @Test
    void whoReadsTheJobSeesItsEvidence() throws Exception {
        for (String person : List.of("reader", "configurer", "waiver", "admin")) {
            assertThat(answers(person, HttpMethod.GET, VIEWED))
                    .as(person)
                    .allSatisfy(
                            (address, status) -> assertThat(status).as(address).isEqualTo(200));
        }
    }

    @Test
    void onlyWhoConfiguresTheJobAsksForAWaiver() throws Exception {
        String form = JOB + "waivers/request/";
        for (String person : PEOPLE.keySet()) {
            boolean may = person.equals("configurer") || person.equals("admin");
            assertThat(status(person, HttpMethod.GET, form))
                    .as(person)
                    .satisfies(status -> assertThat(status == 200).isEqualTo(may));
            assertThat(status(person, HttpMethod.GET, form + "submit"))
                    .as(person)
                    .isNotEqualTo(200);
            if (!may) {
                assertThat(status(person, HttpMethod.POST, form + "submit"))
                        .as(person)
                        .isIn(401, 403, 404);
            }
        }
    }

    @Test
    void onlyWhoMayWaiveDecides() throws Exception {
        String waiver = request();
        for (String person : PEOPLE.keySet()) {
            boolean may = person.equals("waiver") || person.equals("admin");
            for (String decision : List.of("approve", "reject", "revoke")) {
                assertThat(status(person, HttpMethod.GET, waiver + decision))
                        .as(person + " " + decision)
                        .isNotEqualTo(200);
                if (!may) {
                    assertThat(status(person, HttpMethod.POST, waiver + decision))
                            .as(person + " " + decision)
                            .isIn(401, 403, 404);
                }
            }
        }
        assertThat(status("waiver", HttpMethod.POST, waiver + "approve")).isEqualTo(200);
    }

    @Test
    void onlyWhoSeesTheEvidenceLetsItBeVerified() throws Exception {
        for (String person : PEOPLE.keySet()) {
            boolean may = List.of("reader", "configurer", "waiver", "admin").contains(person);
            assertThat(status(person, HttpMethod.GET, JOB + "evidence/verify"))
                    .as(person)
                    .isNotEqualTo(200);
            for (String verify : List.of("evidence/verify", "evidence/verify/api/json")) {
                assertThat(status(person, HttpMethod.POST, JOB + verify) == 200)
                        .as(person + " " + verify)
                        .isEqualTo(may);
            }
        }
    }

    /** The one who configures asks for a waiver; the address of its page. */
    private static String request() throws Exception {
        try (JenkinsRule.WebClient browser = browser("configurer")) {
            WebRequest request = new WebRequest(
                    new URL(
                            jenkins.getURL(),
                            JOB + "waivers/request/submit?procedure=tests-pass&reason=later&until=2099-01-01&when="),
                    HttpMethod.POST);
            String page = browser.getPage(browser.addCrumb(request)).getUrl().toString();
            return page.substring(jenkins.getURL().toString().length());
        }
    }

    private static Map<String, Integer> answers(String person, HttpMethod method, List<String> addresses)
            throws Exception {
        Map<String, Integer> answers = new LinkedHashMap<>();
        try (JenkinsRule.WebClient browser = browser(person)) {
            for (String address : new ArrayList<>(addresses)) {
                answers.put(address, status(browser, method, address));
            }
        }
        return answers;
    }

    private static int status(String person, HttpMethod method, String address) throws Exception {
        try (JenkinsRule.WebClient browser = browser(person)) {
            return status(browser, method, address);
        }
    }

    private static int status(JenkinsRule.WebClient browser, HttpMethod method, String address) throws Exception {
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), address), method);
        return browser.getPage(method == HttpMethod.POST ? browser.addCrumb(request) : request)
                .getWebResponse()
                .getStatusCode();
    }

    private static JenkinsRule.WebClient browser(String person) throws Exception {
        JenkinsRule.WebClient browser = jenkins.createWebClient().withJavaScriptEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        if (person.equals(ANONYMOUS)) {
            browser.getOptions().setRedirectEnabled(false);
            browser.setRefreshHandler((page, url, seconds) -> {});
            return browser;
        }
        return browser.login(person);
    }
}
