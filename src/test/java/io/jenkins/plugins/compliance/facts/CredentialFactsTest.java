package io.jenkins.plugins.compliance.facts;

import static io.jenkins.plugins.compliance.facts.ControllerFact.CREDENTIALS_IN_UNTRUSTED_BUILDS;
import static io.jenkins.plugins.compliance.facts.ControllerFact.CREDENTIALS_LIFETIME;
import static io.jenkins.plugins.compliance.facts.ControllerFact.CREDENTIALS_SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsParameterDefinition;
import com.cloudbees.plugins.credentials.CredentialsParameterValue;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.util.Secret;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadOrigin;
import jenkins.security.QueueItemAuthenticatorConfiguration;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockQueueItemAuthenticator;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CredentialFactsTest {
    private static final String JUDGE = "complianceGate()";
    private static final String USE =
            "withCredentials([string(credentialsId: 'token', variable: 'TOKEN')]) { echo 'used' }\n" + JUDGE;

    private JenkinsRule jenkins;
    private Folder team;

    @BeforeEach
    void usePolicy(JenkinsRule rule) throws Exception {
        jenkins = rule;
        FactPolicy.use();
        team = rule.createProject(Folder.class, "team");
    }

    private static StringCredentialsImpl token(CredentialsScope scope, String id) {
        return new StringCredentialsImpl(scope, id, "", Secret.fromString("s3cr3t"));
    }

    private static void ofController(CredentialsScope scope, String id) throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials().add(token(scope, id));
        SystemCredentialsProvider.getInstance().save();
    }

    private static void ofFolder(Folder folder, String id) throws Exception {
        for (CredentialsStore store : CredentialsProvider.lookupStores(folder)) {
            if (store.getContext() == folder) {
                store.addCredentials(Domain.global(), token(CredentialsScope.GLOBAL, id));
            }
        }
    }

    private WorkflowRun build(String script) throws Exception {
        return jenkins.buildAndAssertSuccess(FactPolicy.in(
                team.createProject(WorkflowJob.class, "job" + team.getItems().size()), script));
    }

    private static List<String> told(WorkflowRun build) throws Exception {
        return List.of(
                FactPolicy.told(build, CREDENTIALS_SCOPE, "scope"),
                FactPolicy.told(build, CREDENTIALS_LIFETIME, "lifetime"),
                FactPolicy.told(build, CREDENTIALS_IN_UNTRUSTED_BUILDS, "untrusted"));
    }

    @Test
    void whatIsNotThereCannotBeUsed() throws Exception {
        ofController(CredentialsScope.SYSTEM, "not-for-jobs");

        assertThat(told(build(JUDGE))).containsExactly("none, satisfied", "none, satisfied", "false, satisfied");
    }

    @Test
    void whatOnlyTheFolderHasIsNoWiderThanTheFolder() throws Exception {
        ofFolder(team, "token");

        assertThat(told(build(USE))).containsExactly("folder, satisfied", "not told, missing", "not told, missing");
    }

    @Test
    void whatIsForEveryJobIsSeenWhenItIsUsed() throws Exception {
        ofController(CredentialsScope.GLOBAL, "token");

        assertThat(told(build(JUDGE)))
                .as("a plugin may use it without a word")
                .containsExactly("not told, missing", "not told, missing", "not told, missing");
        WorkflowRun used = build(USE);
        assertThat(told(used)).containsExactly("global, not-satisfied", "not told, missing", "not told, missing");
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        used.reload();
        assertThat(FactPolicy.told(used, CREDENTIALS_SCOPE, "scope"))
                .as("remembered with the build")
                .isEqualTo("global, not-satisfied");
    }

    @Test
    void theNearerOfTwoWithOneIdIsTheFolders() throws Exception {
        ofController(CredentialsScope.GLOBAL, "token");
        ofFolder(team, "token");

        assertThat(told(build(USE)).get(0)).isEqualTo("not told, missing");
    }

    @Test
    void buildsOfForksThatCouldUseOneAreSeen() throws Exception {
        WorkflowJob fork = FactPolicy.in(team.createProject(WorkflowJob.class, "PR-7"), JUDGE);
        assertThat(told(jenkins.buildAndAssertSuccess(fork)).get(2)).isEqualTo("false, satisfied");

        ofFolder(team, "token");
        assertThat(told(jenkins.buildAndAssertSuccess(fork)).get(2)).isEqualTo("true, not-satisfied");
    }

    @Test
    void storesThatMayAskTheNetworkAreNotAsked() throws Exception {
        ExtensionList.lookup(CredentialsProvider.class).add(new Vault());

        assertThat(told(build(JUDGE))).containsExactly("not told, missing", "not told, missing", "not told, missing");
    }

    @Test
    void buildsThatMayRunAsAUserMayHaveTheUsersOwn() throws Exception {
        QueueItemAuthenticatorConfiguration.get()
                .getAuthenticators()
                .add(new MockQueueItemAuthenticator().authenticate("someone", Jenkins.ANONYMOUS2));

        assertThat(told(build(JUDGE))).containsOnly("not told, missing");
    }

    @Test
    void aParameterMayBeAUsersOwn() throws Exception {
        WorkflowJob job = FactPolicy.in(team.createProject(WorkflowJob.class, "asking"), JUDGE);
        job.addProperty(new ParametersDefinitionProperty(
                new CredentialsParameterDefinition("KEY", "", "", StringCredentialsImpl.class.getName(), false)));

        assertThat(told(jenkins.assertBuildStatusSuccess(
                        job.scheduleBuild2(0, new ParametersAction(new CredentialsParameterValue("KEY", "anns", ""))))))
                .containsOnly("not told, missing");
    }

    /** Knows a job by its name. */
    @TestExtension
    public static final class Forks extends SCMHead.HeadByItem {
        @Override
        public SCMHead getHead(Item item) {
            return item.getName().startsWith("PR-") ? new ForkHead(item.getName()) : null;
        }
    }

    private static final class ForkHead extends SCMHead {
        private static final long serialVersionUID = 1L;

        ForkHead(String name) {
            super(name);
        }

        @Override
        public SCMHeadOrigin getOrigin() {
            return new SCMHeadOrigin.Fork("stranger");
        }
    }

    private static final class Vault extends CredentialsProvider {
        @Override
        public <C extends com.cloudbees.plugins.credentials.Credentials> List<C> getCredentialsInItemGroup(
                Class<C> type,
                ItemGroup itemGroup,
                org.springframework.security.core.Authentication authentication,
                List<com.cloudbees.plugins.credentials.domains.DomainRequirement> domainRequirements) {
            throw new AssertionError("was asked");
        }
    }
}
