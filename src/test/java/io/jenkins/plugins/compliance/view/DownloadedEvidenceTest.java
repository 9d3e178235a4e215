package io.jenkins.plugins.compliance.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.model.Run;
import hudson.plugins.git.GitSCM;
import io.jenkins.plugins.compliance.GitRepository;
import io.jenkins.plugins.compliance.config.keys.SigningConfiguration;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySetJson;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyOptions;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What an auditor takes home from Jenkins, with a pipeline out of a real repository behind it. */
@WithJenkins
class DownloadedEvidenceTest {
    private static final String JENKINSFILE = """
            complianceTag kind: 'service'
            node {
              checkout scm
              withEnv(['GIT_COMMIT=0000000000000000000000000000000000000000', 'GIT_URL=https://elsewhere.example']) {
                complianceEvidence kind: 'test', files: 'TEST-*.xml'
              }
            }
            """;

    @TempDir
    private Path home;

    private JenkinsRule jenkins;
    private Path repository;
    private WorkflowJob job;

    @BeforeEach
    void build(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Path pack = Path.of(JudgedJob.class.getResource("policy/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
        GitRepository git = GitRepository.in(home.resolve("repository"), "master");
        repository = git.folder();
        Files.writeString(repository.resolve("Jenkinsfile"), JENKINSFILE);
        Files.writeString(
                repository.resolve("TEST-a.xml"),
                "<testsuite name=\"s\" tests=\"1\"><testcase classname=\"c\" name=\"n\" time=\"0.1\"/></testsuite>");
        git.commit();
        GitSCM.ALLOW_LOCAL_CHECKOUT = true;
        job = jenkins.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsScmFlowDefinition(new GitSCM(repository.toString()), "Jenkinsfile"));
        jenkins.buildAndAssertSuccess(job);
        SigningConfiguration.get().doRotateNow();
        Files.writeString(repository.resolve("README"), "two");
        git.commit();
        jenkins.buildAndAssertSuccess(job);
    }

    @AfterEach
    void refuseLocalRepositories() {
        GitSCM.ALLOW_LOCAL_CHECKOUT = false;
    }

    @Test
    void theRevisionIsThatOfTheCheckoutWhateverTheBuildSays() throws Exception {
        Path bundle = download(job.getUrl() + "compliance/evidence/download");
        List<Evidence> tests =
                LedgerReader.read(bundle, published(), VerifyOptions.DEFAULTS.withJob("shop"), Limits.DEFAULTS)
                        .evidence()
                        .stream()
                        .filter(each -> each.name().equals("test"))
                        .toList();

        assertThat(tests)
                .extracting(each -> each.origin().revision())
                .containsExactly(revision("HEAD~1"), revision("HEAD"));
        assertThat(tests).allSatisfy(each -> {
            assertThat(each.origin().source()).isEqualTo(repository.toString());
            assertThat(each.integrity()).isInstanceOf(Evidence.Integrity.Verified.class);
        });
    }

    @Test
    void whatIsDownloadedHoldsWithThePublishedKeys() throws Exception {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        Run<?, ?> last = job.getLastBuild();
        for (String address : List.of(
                last.getUrl() + "compliance/evidence/download",
                job.getUrl() + "compliance/evidence/download",
                job.getUrl() + "compliance/evidence/download?from=" + today + "&to=" + today)) {
            Verification verification = LedgerReader.verify(
                    download(address), published(), VerifyOptions.DEFAULTS.withJob("shop"), Limits.DEFAULTS);
            assertThat(verification.verdict()).as(address).isEqualTo(Verdict.HELD);
            assertThat(verification.checked().files()).as(address).isPositive();
        }
    }

    @Test
    void theCommandLineVerifiesIt() throws Exception {
        Path jar = Path.of(System.getProperty("basedir", "."), "src/cli/target/compliance.jar");
        assumeTrue(Files.isRegularFile(jar), "the command line is not built: mvn -f src/cli package");
        Path bundle = download(job.getUrl() + "compliance/evidence/download");
        Path keys = Files.writeString(home.resolve("keys.json"), keysJson());

        assertThat(verify(jar, keys, bundle)).isZero();
        assertThat(verify(jar, keys, download(job.getLastBuild().getUrl() + "compliance/evidence/download")))
                .isZero();
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length / 2] ^= 1;
        assertThat(verify(jar, keys, Files.write(home.resolve("altered.zip"), bytes)))
                .isNotZero();
    }

    private int verify(Path jar, Path keys, Path bundle) throws Exception {
        Path out = home.resolve("out.txt");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(
                "-jar", jar.toString(), "verify", "--key", keys.toString(), "--job", "shop", bundle.toString()));
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        System.out.println(Files.readString(out));
        return code;
    }

    private String revision(String name) throws Exception {
        return new GitRepository(repository).git("rev-parse", name);
    }

    private Path download(String address) throws Exception {
        Path file = Files.createTempFile(home, "evidence", ".zip");
        try (JenkinsRule.WebClient client = jenkins.createWebClient();
                InputStream in =
                        client.goTo(address, "application/zip").getWebResponse().getContentAsStream()) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private KeySet published() throws Exception {
        return KeySetJson.read(keysJson(), "keys.json", Limits.DEFAULTS);
    }

    private String keysJson() throws Exception {
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            return client.goTo("compliance/keys/keys.json", "application/json")
                    .getWebResponse()
                    .getContentAsString();
        }
    }
}
