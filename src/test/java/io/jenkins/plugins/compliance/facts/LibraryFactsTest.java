package io.jenkins.plugins.compliance.facts;

import static io.jenkins.plugins.compliance.facts.ControllerFact.PIPELINE_LIBRARIES_PINNED;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.FreeStyleProject;
import hudson.model.Run;
import hudson.plugins.git.GitSCM;
import io.jenkins.plugins.compliance.GitRepository;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jenkins.plugins.git.GitSCMSource;
import jenkins.plugins.git.traits.BranchDiscoveryTrait;
import jenkins.plugins.git.traits.TagDiscoveryTrait;
import org.jenkinsci.plugins.workflow.cps.replay.ReplayAction;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.libs.FolderLibraries;
import org.jenkinsci.plugins.workflow.libs.GlobalLibraries;
import org.jenkinsci.plugins.workflow.libs.LibraryCachingConfiguration;
import org.jenkinsci.plugins.workflow.libs.LibraryConfiguration;
import org.jenkinsci.plugins.workflow.libs.SCMRetriever;
import org.jenkinsci.plugins.workflow.libs.SCMSourceRetriever;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class LibraryFactsTest {
    private static final String HELLO = "') _\nhello()\ncomplianceGate()";

    @TempDir
    Path folder;

    private JenkinsRule jenkins;
    private GitRepository git;
    private String commit;

    @BeforeEach
    void keepALibraryInARepository(JenkinsRule rule) throws Exception {
        jenkins = rule;
        FactPolicy.use();
        git = GitRepository.in(folder, "main");
        Files.createDirectories(folder.resolve("vars"));
        Files.writeString(folder.resolve("vars/hello.groovy"), "def call() { echo 'older' }");
        git.commit();
        commit = git.git("rev-parse", "HEAD");
        git.git("tag", "v1");
        Files.writeString(folder.resolve("vars/hello.groovy"), "def call() { echo 'newer' }");
        git.commit();
    }

    private SCMSourceRetriever fromGit() {
        GitSCMSource source = new GitSCMSource(folder.toUri().toString());
        source.setTraits(List.of(new BranchDiscoveryTrait(), new TagDiscoveryTrait()));
        return new SCMSourceRetriever(source);
    }

    private String told(String script) throws Exception {
        return told(jenkins.buildAndAssertSuccess(FactPolicy.pipeline(jenkins, script)));
    }

    private static String told(Run<?, ?> build) throws Exception {
        return FactPolicy.told(build, PIPELINE_LIBRARIES_PINNED, "libraries");
    }

    @Test
    void aCommitDoesNotMoveAndABranchOrATagDoes() throws Exception {
        GlobalLibraries.get().setLibraries(List.of(new LibraryConfiguration("delivery", fromGit())));

        WorkflowRun pinned =
                jenkins.buildAndAssertSuccess(FactPolicy.pipeline(jenkins, "@Library('delivery@" + commit + HELLO));
        jenkins.assertLogContains("older", pinned);
        assertThat(told(pinned)).isEqualTo("true, satisfied");

        assertThat(told("@Library('delivery@main" + HELLO)).isEqualTo("false, not-satisfied");
        assertThat(told("@Library('delivery@v1" + HELLO)).isEqualTo("false, not-satisfied");
        assertThat(told("library 'delivery@" + commit + "'\nhello()\ncomplianceGate()"))
                .isEqualTo("true, satisfied");
        assertThat(told("library 'delivery@main'\nhello()\ncomplianceGate()")).isEqualTo("false, not-satisfied");
        assertThat(told("complianceGate()")).isEqualTo("none, satisfied");

        FreeStyleProject freestyle = jenkins.createFreeStyleProject();
        assertThat(BuildFacts.of(jenkins.buildAndAssertSuccess(freestyle)))
                .containsEntry(PIPELINE_LIBRARIES_PINNED.id(), "none");
    }

    @Test
    void theCommitOfALibraryIsNotTheOneThatWasBuilt() throws Exception {
        GlobalLibraries.get().setLibraries(List.of(new LibraryConfiguration("delivery", fromGit())));
        GitSCM.ALLOW_LOCAL_CHECKOUT = true;
        GitRepository shop = GitRepository.in(folder.resolve("shop"), "main");
        Files.writeString(folder.resolve("shop/README.md"), "A shop");
        shop.commit();

        assertThat(BuildFacts.of(
                        jenkins.buildAndAssertSuccess(FactPolicy.pipeline(jenkins, "@Library('delivery@main" + HELLO))))
                .containsEntry("scm.revision-known", "false");

        WorkflowRun built = jenkins.buildAndAssertSuccess(FactPolicy.pipeline(
                jenkins,
                "@Library('delivery@main') _\nnode { git url: '"
                        + folder.resolve("shop").toUri() + "', branch: 'main' }\nhello()\ncomplianceGate()"));
        assertThat(BuildFacts.of(built)).containsEntry("scm.revision-known", "true");
        assertThat(JobLedger.of(built.getParent()).evidence(Keys.get().trusted()))
                .first()
                .extracting(each -> each.origin().revision())
                .isEqualTo(shop.git("rev-parse", "HEAD"));
    }

    @Test
    void aVersionThatIsNotHeededTellsNothing() throws Exception {
        GitSCM.ALLOW_LOCAL_CHECKOUT = true;
        LibraryConfiguration whole = new LibraryConfiguration(
                "delivery", new SCMRetriever(new GitSCM(folder.toUri().toString())));
        GlobalLibraries.get().setLibraries(List.of(whole));
        git.git("branch", "master");

        WorkflowRun moving =
                jenkins.buildAndAssertSuccess(FactPolicy.pipeline(jenkins, "@Library('delivery@" + commit + HELLO));

        jenkins.assertLogContains("newer", moving);
        assertThat(told(moving)).isEqualTo("not told, missing");
        assertThat(told("library identifier: 'own@" + commit
                        + "', retriever: modernSCM([$class: 'GitSCMSource', remote: '" + folder.toUri()
                        + "', traits: [gitBranchDiscovery()]])\nhello()\ncomplianceGate()"))
                .isEqualTo("not told, missing");
    }

    @Test
    void aBranchWithTheNameOfACommitIsNoCommit() throws Exception {
        GlobalLibraries.get().setLibraries(List.of(new LibraryConfiguration("delivery", fromGit())));
        git.git("update-ref", "refs/heads/" + commit, "HEAD");

        WorkflowRun moving =
                jenkins.buildAndAssertSuccess(FactPolicy.pipeline(jenkins, "@Library('delivery@" + commit + HELLO));

        jenkins.assertLogContains("newer", moving);
        assertThat(told(moving)).isEqualTo("not told, missing");
    }

    @Test
    void libraryOfAFolderIsPinnedUnlessItWasEditedForAReplay() throws Exception {
        Folder team = jenkins.createProject(Folder.class, "team");
        LibraryConfiguration library = new LibraryConfiguration("delivery", fromGit());
        library.setCachingConfiguration(new LibraryCachingConfiguration(60, null));
        team.addProperty(new FolderLibraries(List.of(library)));
        WorkflowJob job =
                FactPolicy.in(team.createProject(WorkflowJob.class, "shop"), "@Library('delivery@" + commit + HELLO);

        assertThat(told(jenkins.buildAndAssertSuccess(job))).isEqualTo("true, satisfied");
        WorkflowRun cached = jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogContains("is cached. Copying from cache.", cached);
        assertThat(told(cached)).isEqualTo("true, satisfied");

        ReplayAction replay = cached.getAction(ReplayAction.class);
        WorkflowRun edited = (WorkflowRun)
                replay.run("@Library('delivery@" + commit + HELLO, Map.of("hello", "def call() { echo 'edited' }"))
                        .get();
        jenkins.assertLogContains("edited", edited);
        assertThat(told(edited)).startsWith("not told, ").doesNotEndWith("satisfied");
    }
}
