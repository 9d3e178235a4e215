package io.jenkins.plugins.compliance.facts;

import static io.jenkins.plugins.compliance.facts.ControllerFact.CONTROLLER_OPEN_ADVISORIES;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.UpdateSite;
import hudson.model.User;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.security.UpdateSiteWarningsConfiguration;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class OpenAdvisoriesTest {
    private static final String OTHERS = """
            {"id": "S-1", "type": "plugin", "name": "not-installed", "message": "m", "url": "u", "versions": []},
            {"id": "S-2", "type": "core", "name": "core", "message": "m", "url": "u", "versions": [{"pattern": "1[.].*"}]},
            {"id": "S-3", "type": "unheard-of", "name": "core", "message": "m", "url": "u"}
            """;
    private static final String OURS = OTHERS + """
            , {"id": "S-4", "type": "core", "name": "core", "message": "m", "url": "u", "versions": [{"pattern": "1[.].*"}, {"pattern": "2[.].*"}]}
            , {"id": "S-5", "type": "plugin", "name": "credentials", "message": "m", "url": "u", "versions": [{"pattern": "1.*", "lastVersion": "1"}]}
            , {"id": "S-6", "type": "plugin", "name": "structs", "message": "m", "url": "u", "versions": [{"pattern": "(broken"}]}
            , {"id": "S-7", "type": "plugin", "name": "structs", "message": "m", "url": "u"}
            """;

    private JenkinsRule jenkins;
    private WorkflowJob job;
    private Path file;

    @BeforeEach
    void useOneSite(JenkinsRule rule) throws Exception {
        jenkins = rule;
        FactPolicy.use();
        job = FactPolicy.pipeline(rule, "complianceGate()");
        rule.jenkins.getUpdateCenter().getSites().replaceBy(List.of(site("warned")));
        file = rule.jenkins.getRootDir().toPath().resolve("updates/warned.json");
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
    }

    private static UpdateSite site(String id) {
        return new UpdateSite(id, "http://updates.example/update-center.json");
    }

    private void published(String warnings, Instant generated) throws Exception {
        Files.writeString(
                file,
                "{\"core\": {\"name\": \"core\", \"version\": \"2.1\", \"url\": \"u\"}, \"plugins\": {}, \"generationTimestamp\": \""
                        + generated.truncatedTo(ChronoUnit.SECONDS) + "\", \"warnings\": [" + warnings + "]}");
    }

    private String told() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertSuccess(job);
        return FactPolicy.told(build, CONTROLLER_OPEN_ADVISORIES, "advisories");
    }

    /** What Jenkins itself shows to its administrator. */
    private int shownByJenkins() throws Exception {
        jenkins.jenkins.getUpdateCenter().getSites().replaceBy(List.of(site("warned")));
        return ExtensionList.lookupSingleton(UpdateSiteWarningsConfiguration.class)
                .getApplicableWarnings()
                .size();
    }

    @Test
    void countsWhatAppliesAsJenkinsDoes() throws Exception {
        published(OTHERS, Instant.now());
        assertThat(told()).isEqualTo("0, satisfied");
        assertThat(shownByJenkins()).isZero();

        published(OURS, Instant.now());
        ExtensionList.lookupSingleton(UpdateSiteWarningsConfiguration.class)
                .setIgnoredWarnings(java.util.Set.of("S-4"));
        assertThat(told()).isEqualTo("4, not-satisfied");
        assertThat(shownByJenkins()).isEqualTo(4);
    }

    @Test
    void withoutFreshDataOfAllSitesNothingIsTold() throws Exception {
        assertThat(told()).as("never loaded").isEqualTo("not told, missing");

        published(OTHERS, Instant.now());
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(4, ChronoUnit.DAYS)));
        assertThat(told()).as("loaded long ago").isEqualTo("not told, missing");

        published(OTHERS, Instant.now().minus(4, ChronoUnit.DAYS));
        assertThat(told()).as("a mirror that stands still").isEqualTo("not told, missing");

        published("", Instant.now());
        assertThat(told()).as("a mirror without warnings").isEqualTo("not told, missing");

        Files.writeString(file, "{\"plugins\": {}, \"warnings\": [{\"id\": ");
        assertThat(told()).as("torn").isEqualTo("not told, missing");

        published(OTHERS, Instant.now());
        jenkins.jenkins.getUpdateCenter().getSites().replaceBy(List.of(site("warned"), site("other")));
        assertThat(told()).as("another site was never loaded").isEqualTo("not told, missing");
    }

    @Test
    void whereNothingIsToldSomebodyMayAttest() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        User.getById("ann", true);
        WorkflowJob attesting = FactPolicy.pipeline(
                jenkins,
                "complianceEvidence kind: 'attestation', control: 'advisories', issuer: 'Operations', issued: '"
                        + Instant.now().toString().substring(0, 10)
                        + "', statement: 'Compared with the advisories by hand.'\ncomplianceGate()");

        WorkflowRun build = jenkins.assertBuildStatusSuccess(
                attesting.scheduleBuild2(0, new hudson.model.CauseAction(new hudson.model.Cause.UserIdCause("ann"))));
        assertThat(FactPolicy.told(build, CONTROLLER_OPEN_ADVISORIES, "advisories"))
                .isEqualTo("not told, satisfied");

        published(OURS, Instant.now());
        WorkflowRun seen = jenkins.assertBuildStatusSuccess(
                attesting.scheduleBuild2(0, new hudson.model.CauseAction(new hudson.model.Cause.UserIdCause("ann"))));
        assertThat(FactPolicy.told(seen, CONTROLLER_OPEN_ADVISORIES, "advisories"))
                .as("word does not stand above what is seen")
                .isEqualTo("4, not-satisfied");
        assertThat(Jenkins.get().getUpdateCenter().getSites()).hasSize(1);
    }
}
