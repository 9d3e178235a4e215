package io.jenkins.plugins.compliance.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.intake.DocumentRecorder;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyAlgorithm;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyOptions;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.record.origin.ControllerName;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class RetentionTest {
    private static final SigningKey KEY = SigningKey.generate(KeyAlgorithm.ED25519);
    private static final KeySet TRUSTED = KeySet.of(KEY.publicKey());

    @TempDir
    private Path elsewhere;

    @Test
    void reportsGoAndEntriesStay(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("shop");
        for (int build = 1; build <= 4; build++) {
            record(job, build);
        }
        assertThat(files(job)).isEqualTo(8);
        Instant later = Instant.now().plusSeconds(60);

        assertThat(Retention.prune(job, Instant.now().minusSeconds(3600), KEY, TRUSTED))
                .isZero();
        assertThat(Retention.prune(job, later, KEY, TRUSTED)).isEqualTo(6);
        assertThat(Retention.prune(job, later, KEY, TRUSTED))
                .as("nothing is left to be done")
                .isZero();

        assertThat(files(job)).as("the newest keeps its own").isEqualTo(2);
        JobLedger ledger = JobLedger.of(job);
        assertThat(ledger.evidence(TRUSTED))
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.integrity()).isInstanceOf(Evidence.Integrity.Verified.class));
        Verification anew = ledger.verify(TRUSTED, true);
        assertThat(anew.verdict()).isEqualTo(Verdict.HELD);
        assertThat(anew.checked().filesNotIncluded()).isEqualTo(6);
        record(job, 5);
        assertThat(ledger.verify(TRUSTED, true).checked().files()).isEqualTo(4);

        Path bundle = elsewhere.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(bundle)) {
            assertThat(EvidenceDownload.of(job, null, null, TRUSTED).write(out).absent())
                    .isEmpty();
        }
        assertThat(LedgerReader.verify(bundle, TRUSTED, VerifyOptions.DEFAULTS, Limits.DEFAULTS)
                        .verdict())
                .isEqualTo(Verdict.HELD);
    }

    @Test
    void whatIsLostOtherwiseIsStillMissed(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("shop");
        record(job, 1);
        record(job, 2);
        Retention.prune(job, Instant.now().plusSeconds(60), KEY, TRUSTED);
        try (Stream<Path> kept = Files.list(JobLedger.of(job).files())) {
            for (Path file : kept.toList()) {
                Files.delete(file);
            }
        }

        Verification verification = JobLedger.of(job).verify(TRUSTED, false);
        assertThat(verification.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    private void record(FreeStyleProject job, int build) throws Exception {
        Path report = Files.writeString(
                elsewhere.resolve("TEST-" + build + ".xml"),
                "<testsuite name=\"s\" tests=\"1\"><testcase classname=\"c\" name=\"n\"/></testsuite>");
        Origin origin =
                new Origin(ControllerName.get(), job.getFullName(), String.valueOf(build), null, null, null, null);
        try (Ledger ledger = JobLedger.of(job).open(KEY, TaskListener.NULL)) {
            new DocumentRecorder(ledger, ReportReaders.standard(), Limits.DEFAULTS, origin, Tags.NONE)
                    .record(
                            new DocumentRecorder.Documents(EvidenceKind.TEST, "test", null, List.of(report), null),
                            Instant.now());
        }
    }

    private static long files(FreeStyleProject job) throws Exception {
        try (Stream<Path> kept = Files.list(JobLedger.of(job).files())) {
            return kept.count();
        }
    }
}
