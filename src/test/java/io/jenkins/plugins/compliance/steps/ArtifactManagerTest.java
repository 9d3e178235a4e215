package io.jenkins.plugins.compliance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.Run;
import hudson.util.DescribableList;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyOptions;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.record.archive.ArchivedFile;
import io.jenkins.plugins.compliance.record.archive.EvidenceState;
import io.jenkins.plugins.compliance.record.judge.BuildAssessment;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.ledger.EvidenceDownload;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import jenkins.model.ArtifactManager;
import jenkins.model.ArtifactManagerConfiguration;
import jenkins.model.ArtifactManagerFactory;
import jenkins.model.ArtifactManagerFactoryDescriptor;
import jenkins.util.VirtualFile;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Artifacts are kept elsewhere than Jenkins keeps them, and somebody is at work there. */
@WithJenkins
class ArtifactManagerTest {
    private static final String REPORT = "compliance/000001-test.report";

    @TempDir
    private Path store;

    private JenkinsRule jenkins;
    private WorkflowRun build;

    @BeforeEach
    void build(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Path pack = Path.of(
                ArtifactManagerTest.class.getResource("policy/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
        DescribableList<ArtifactManagerFactory, ArtifactManagerFactoryDescriptor> factories =
                ArtifactManagerConfiguration.get().getArtifactManagerFactories();
        factories.add(new Elsewhere(store.toString()));
        WorkflowJob job = rule.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsFlowDefinition(
                "complianceTag kind: 'service'\n"
                        + "node {\n"
                        + "  writeFile file: 'TEST-a.xml', text: '<testsuite name=\"s\" tests=\"1\"><testcase"
                        + " classname=\"c\" name=\"n\"/></testsuite>'\n"
                        + "  complianceEvidence kind: 'test', files: 'TEST-*.xml'\n"
                        + "}\n"
                        + "complianceEvidence kind: 'attestation', type: 'pen-test', issuer: 'B', issued: '2026-11-01',"
                        + " statement: 'Nobody got in.'\n"
                        + "complianceGate()",
                true));
        build = rule.buildAndAssertSuccess(job);
    }

    @Test
    void whatIsArchivedIsIntact() throws Exception {
        assertThat(store.resolve("1").resolve(REPORT)).isRegularFile();
        assertThat(build.getArtifactsDir()).doesNotExist();
        for (ArchivedFile file : ComplianceRunAction.of(build).getFiles()) {
            assertThat(EvidenceState.of(build, file)).isEqualTo(EvidenceState.INTACT);
        }
        assertThat(testsPass().outcome()).isEqualTo(Outcome.SATISFIED);
    }

    @Test
    void whatWasAlteredIsUnverifiable() throws Exception {
        Path report = store.resolve("1").resolve(REPORT);
        byte[] bytes = Files.readAllBytes(report);
        bytes[bytes.length - 1] ^= 1;
        Files.write(report, bytes);

        assertThat(EvidenceState.of(build, file())).isEqualTo(EvidenceState.ALTERED);
        assertThat(testsPass().outcome()).isEqualTo(Outcome.UNVERIFIABLE);
        assertThat(testsPass().explanation().reasons())
                .extracting(Object::toString)
                .anyMatch(reason -> reason.contains("000001-test.report is not the one that was archived"));
    }

    @Test
    void whatIsMissingIsUnverifiableAndTheLedgerStillHasIt() throws Exception {
        Files.delete(store.resolve("1").resolve(REPORT));

        assertThat(EvidenceState.of(build, file())).isEqualTo(EvidenceState.MISSING);
        assertThat(testsPass().outcome()).isEqualTo(Outcome.UNVERIFIABLE);
        Path bundle = store.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(bundle)) {
            EvidenceDownload.of(build, Keys.get().trusted()).write(out);
        }
        assertThat(verify(bundle).verdict()).isEqualTo(Verdict.HELD);
        assertThat(verify(bundle).checked().files()).isEqualTo(2);
    }

    @Test
    void whatABuildPutsInTheirPlaceIsFoundByItsOwnGate() throws Exception {
        WorkflowJob job = build.getParent();
        String script = ((CpsFlowDefinition) job.getDefinition()).getScript();
        job.setDefinition(new CpsFlowDefinition(
                script.replace(
                        "complianceGate()",
                        "node { dir('compliance') { writeFile file: '000003-test.report', text: 'nothing' }\n"
                                + "  archiveArtifacts 'compliance/*.report' }\ncomplianceGate()"),
                true));
        WorkflowRun forging = jenkins.buildAndAssertSuccess(job);

        assertThat(ComplianceRunAction.of(forging).getVerdict().getOutcomes()).containsEntry("unverifiable", 1L);
    }

    @Test
    void theArtifactsOfABuildAreVerifiedByThemselves() throws Exception {
        Verification verification = verify(store.resolve("1/compliance"));
        assertThat(verification.problems()).isEmpty();
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(verification.checked().entries()).isEqualTo(2);
        assertThat(verification.checked().files()).isEqualTo(2);

        WorkflowRun second = jenkins.buildAndAssertSuccess(build.getParent());
        Verification span = verify(store.resolve(second.getNumber() + "/compliance"));
        assertThat(span.problems()).isEmpty();
        assertThat(span.verdict()).isEqualTo(Verdict.HELD);
        assertThat(span.head().from()).isEqualTo(3);
        assertThat(span.head().last()).isEqualTo(4);
    }

    @Test
    void aSpanOfTimeIsDownloadedAsOneArchive() throws Exception {
        Path bundle = store.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(bundle)) {
            EvidenceDownload.of(
                            build.getParent(),
                            Instant.now().minusSeconds(3600),
                            null,
                            Keys.get().trusted())
                    .write(out);
        }
        Verification verification = verify(bundle);
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(verification.evidence()).isEmpty();
        assertThat(verification.checked().entries()).isEqualTo(2);

        try (OutputStream out = Files.newOutputStream(bundle)) {
            EvidenceDownload.of(
                            build.getParent(),
                            null,
                            Instant.now().minusSeconds(3600),
                            Keys.get().trusted())
                    .write(out);
        }
        assertThat(verify(bundle).verdict()).isEqualTo(Verdict.HELD);
        assertThat(verify(bundle).checked().filesNotIncluded()).isEqualTo(2);
    }

    private static Verification verify(Path place) throws IOException {
        KeySet keys = Keys.get().trusted();
        return LedgerReader.verify(place, keys, VerifyOptions.DEFAULTS.withJob("shop"), Limits.DEFAULTS);
    }

    private ProcedureResult testsPass() throws IOException {
        JobSettings settings = JobSettings.of(build.getParent());
        return BuildAssessment.of(build, settings.yardstick()).assessment().procedures().stream()
                .filter(each -> each.procedure().id().equals("tests-pass"))
                .findFirst()
                .orElseThrow();
    }

    private ArchivedFile file() {
        return ComplianceRunAction.of(build).getFiles().stream()
                .filter(each -> each.getPath().equals(REPORT))
                .findFirst()
                .orElseThrow();
    }

    /** Keeps artifacts in a directory outside of Jenkins. */
    public static final class Elsewhere extends ArtifactManagerFactory {
        private final String store;

        Elsewhere(String store) {
            this.store = store;
        }

        @Override
        public ArtifactManager managerFor(Run<?, ?> run) {
            return new InStore(new File(store, String.valueOf(run.getNumber())));
        }

        /** Describes {@link Elsewhere}. */
        @TestExtension
        public static final class DescriptorImpl extends ArtifactManagerFactoryDescriptor {}
    }

    /** The artifacts of one build. */
    private static final class InStore extends ArtifactManager {
        private final File directory;

        InStore(File directory) {
            this.directory = directory;
        }

        @Override
        public void onLoad(Run<?, ?> run) {
            // Nothing of the build is needed.
        }

        @Override
        public void archive(
                FilePath workspace, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
                throws IOException, InterruptedException {
            for (Map.Entry<String, String> each : artifacts.entrySet()) {
                workspace.child(each.getValue()).copyTo(new FilePath(directory).child(each.getKey()));
            }
        }

        @Override
        public boolean delete() {
            return false;
        }

        @Override
        public VirtualFile root() {
            return VirtualFile.forFile(directory);
        }
    }
}
