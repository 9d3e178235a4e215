package io.jenkins.plugins.compliance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Whoever configures a job may post its configuration past every form: what a form refuses does nothing there either. */
@WithJenkins
class ConfigXmlBypassTest {
    private static final String TEST_RESULT =
            "<testsuite name=\"s\" tests=\"1\"><testcase classname=\"c\" name=\"n\"/></testsuite>";

    private static JenkinsRule jenkins;

    private FreeStyleProject job;

    @BeforeAll
    static void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Path pack = Path.of(
                ConfigXmlBypassTest.class.getResource("policy/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
    }

    @AfterAll
    static void forget() {
        jenkins = null;
    }

    @BeforeEach
    void createJob() throws Exception {
        job = jenkins.createFreeStyleProject();
        Path workspace = Path.of(jenkins.jenkins.getWorkspaceFor(job).getRemote());
        Files.createDirectories(workspace);
        Files.writeString(workspace.resolve("TEST-a.xml"), TEST_RESULT);
        Files.writeString(workspace.resolveSibling("TEST-outside.xml"), TEST_RESULT);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "ComplianceScanBuilder, <scan><tools/><dir>../..</dir></scan>",
                "ComplianceScanBuilder, <scan><tools/><dir>/etc</dir></scan>",
                "ComplianceScanBuilder, <scan><tools/><parallel>100000</parallel></scan>",
                "ComplianceScanBuilder, <scan><tools/><timeout>-1</timeout></scan>",
                "ComplianceScanBuilder, <scan><tools><string>../x</string></tools></scan>",
                "ComplianceScanBuilder, <scan/>",
                "ComplianceScanBuilder, <scan><tools><null/></tools></scan>",
                "ComplianceScanBuilder, <scan><tools><int>7</int></tools></scan>",
                "ComplianceScanBuilder, \"\"",
                "ComplianceEvidenceBuilder, \"\"",
                "ComplianceEvidenceBuilder, <evidence/>",
                "ComplianceEvidenceBuilder, <evidence><kind>scan</kind></evidence>",
                "ComplianceEvidenceBuilder, <evidence><kind>plan</kind></evidence>",
                "ComplianceEvidenceBuilder, <evidence><kind>waiver</kind></evidence>",
                "ComplianceEvidenceBuilder, <evidence><kind>test</kind></evidence>",
                "ComplianceEvidenceBuilder, <evidence><kind>test</kind><files>/etc/*</files></evidence>",
                "ComplianceEvidenceBuilder, <evidence><kind>test</kind><files>../TEST-*.xml</files></evidence>",
                "ComplianceEvidenceBuilder, <evidence><kind>test</kind><files>TEST-a.xml</files><name>../../x</name></evidence>",
                "ComplianceEvidenceBuilder, <evidence><kind>test</kind><files>TEST-a.xml</files><format>none</format></evidence>",
                "ComplianceEvidenceBuilder, <evidence><kind>attestation</kind><type>pen-test</type><issuer>B</issuer>"
                        + "<issued>tomorrow</issued><statement>s</statement></evidence>",
                "ComplianceEvidenceBuilder, <evidence><kind>attestation</kind><type>a</type><name>../c</name><issuer>B</issuer>"
                        + "<issued>2026-01-01</issued><statement>s</statement></evidence>",
                "ComplianceEvidenceBuilder, <evidence><kind>approval</kind><approval>none</approval></evidence>",
            })
    void aBuilderThatNoFormMakesRecordsNothing(String type, String content) throws Exception {
        post("<builders>" + element(type, content) + "</builders>");

        FreeStyleBuild build = job.scheduleBuild2(0).get();

        assertThat(JobLedger.of(job).evidence(Keys.get().trusted()))
                .as(JenkinsRule.getLog(build))
                .allMatch(each ->
                        each.fact() instanceof Fact.Plan plan && plan.tools().isEmpty());
        assertThat(JenkinsRule.getLog(build)).doesNotContain("NullPointerException", "ClassCastException");
    }

    @Test
    void theTypeOfAnAttestationIsTextAndNamesNoFile() throws Exception {
        post("<builders>"
                + element(
                        "ComplianceEvidenceBuilder",
                        "<evidence><kind>attestation</kind><type>a b/../c</type><issuer>B</issuer>"
                                + "<issued>2026-01-01</issued><statement>s</statement></evidence>")
                + "</builders>");

        FreeStyleBuild build = job.scheduleBuild2(0).get();

        assertThat(JobLedger.of(job).evidence(Keys.get().trusted()))
                .as(JenkinsRule.getLog(build))
                .extracting(Evidence::name)
                .contains("attestation-a-b-c");
    }

    @ParameterizedTest
    @CsvSource({
        "<tags><kind>a b</kind></tags>",
        "<tags><tags>no pair</tags></tags>",
        "<tags><kind>service</kind><tags>kind=other</tags></tags>",
        "<tags><tags>a=&lt;script&gt;</tags></tags>"
    })
    void tagsThatAreNoneAreNotGiven(String content) throws Exception {
        post("<buildWrappers>" + element("ComplianceTagWrapper", content) + "</buildWrappers>");

        FreeStyleBuild build = job.scheduleBuild2(0).get();

        assertThat(ComplianceRunAction.of(build).getTags().values()).isEmpty();
    }

    @Test
    void aGateOfNoModeIsNoWeakerOne() throws Exception {
        post("<publishers>" + element("ComplianceGateRecorder", "<gate><mode>never</mode></gate>") + "</publishers>");

        FreeStyleBuild build = job.scheduleBuild2(0).get();

        assertThat(JenkinsRule.getLog(build)).doesNotContain("Compliance gate (never)");
    }

    @Test
    void classesOfTheRecordRecordNothingAsPartsOfAJob() throws Exception {
        post("<builders><io.jenkins.plugins.compliance.record.judge.ComplianceRunAction><schema>1</schema>"
                + "</io.jenkins.plugins.compliance.record.judge.ComplianceRunAction></builders>"
                + "<properties><io.jenkins.plugins.compliance.config.keys.SigningConfiguration/></properties>");

        assertThat(JobLedger.of(job).begun()).isFalse();
    }

    private static String element(String type, String content) {
        String name = "io.jenkins.plugins.compliance.steps." + type;
        return "<" + name + ">" + (content == null ? "" : content) + "</" + name + ">";
    }

    private void post(String content) throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
            WebRequest request = new WebRequest(browser.createCrumbedUrl(job.getUrl() + "config.xml"), HttpMethod.POST);
            request.setAdditionalHeader("Content-Type", "application/xml");
            request.setRequestBody("<project>" + content + "</project>");
            browser.getPage(request);
        }
    }
}
