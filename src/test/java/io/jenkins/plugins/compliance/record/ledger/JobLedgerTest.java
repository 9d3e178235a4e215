package io.jenkins.plugins.compliance.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.Util;
import hudson.model.Failure;
import hudson.model.FreeStyleProject;
import hudson.model.Items;
import hudson.model.Job;
import hudson.model.TaskListener;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyAlgorithm;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.key.TrustedKey;
import io.jenkins.plugins.compliance.engine.evidence.ledger.IntegrityReason;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyOptions;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.record.origin.ControllerName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.JenkinsLocationConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class JobLedgerTest {
    private static final SigningKey KEY = SigningKey.generate(KeyAlgorithm.ED25519);
    private static final SigningKey NEXT = SigningKey.generate(KeyAlgorithm.P256);
    private static final KeySet TRUSTED =
            new KeySet(List.of(TrustedKey.always(KEY.publicKey()), TrustedKey.always(NEXT.publicKey())));

    private JenkinsRule jenkins;
    private FreeStyleProject job;

    @BeforeEach
    void record(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = rule.createFreeStyleProject("shop");
        append(job, KEY, 1);
    }

    @Test
    void itGoesWhereTheJobGoes() throws Exception {
        job.renameTo("store");
        assertThat(verified(job)).extracting(Evidence::name).containsExactly("fact");
        append(job, KEY, 2);
        Folder folder = jenkins.createProject(Folder.class, "team");
        FreeStyleProject moved = Items.move(job, folder);
        append(moved, KEY, 3);

        List<Evidence> evidence = verified(moved);
        assertThat(evidence)
                .extracting(each -> each.origin().job() + " " + each.name())
                .containsExactly(
                        "shop fact", "store job-moved", "store fact", "team/store job-moved", "team/store fact");
        Verification asAnAuditor = LedgerReader.verify(
                JobLedger.of(moved).folder(), TRUSTED, VerifyOptions.DEFAULTS.withJob("team/store"), Limits.DEFAULTS);
        assertThat(asAnAuditor.verdict()).isEqualTo(Verdict.HELD);
        assertThat(JobLedger.of(moved).verify(TRUSTED, true).verdict()).isEqualTo(Verdict.HELD);
        try (Stream<Path> jobs =
                Files.list(jenkins.jenkins.getRootDir().toPath().resolve("jobs"))) {
            assertThat(jobs.map(Path::getFileName).map(String::valueOf)).containsExactly("team");
        }
    }

    @Test
    void itStaysWhenTheControllerGetsAnotherAddress() throws Exception {
        JenkinsLocationConfiguration.get().setUrl("https://elsewhere.example.org/");
        append(job, KEY, 2);

        assertThat(verified(job)).hasSize(3);
        assertThat(verified(job).get(2).origin().controller()).isEqualTo("https://elsewhere.example.org/");
    }

    @Test
    void aCopyOfAJobBeginsItsOwn() throws Exception {
        FreeStyleProject copy = (FreeStyleProject) jenkins.jenkins.<hudson.model.TopLevelItem>copy(job, "copy");
        assertThat(JobLedger.of(copy).begun()).isFalse();
        append(copy, KEY, 1);

        assertThat(verified(copy)).extracting(each -> each.origin().job()).containsExactly("copy");
        assertThat(verified(job)).hasSize(1);
    }

    @Test
    void aCopyOfALedgerIsFoundOut() throws Exception {
        FreeStyleProject other = jenkins.createFreeStyleProject("other");
        Util.copyFile(
                Files.createDirectories(JobLedger.of(job).folder())
                        .resolve("ledger.jsonl")
                        .toFile(),
                Files.createDirectories(JobLedger.of(other).folder())
                        .resolve("ledger.jsonl")
                        .toFile());
        Files.copy(
                JobLedger.of(job).folder().resolve("head.dsse.json"),
                JobLedger.of(other).folder().resolve("head.dsse.json"));

        assertThat(JobLedger.of(other).verify(TRUSTED, false).verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(JobLedger.of(other).evidence(TRUSTED))
                .singleElement()
                .satisfies(each -> assertThat(each.integrity())
                        .isEqualTo(new Evidence.Integrity.Broken(
                                List.of(IntegrityReason.FOUND.of("this is a copy of the ledger of job shop")))));

        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (Ledger ledger = JobLedger.of(other).open(KEY, new StreamTaskListener(log, StandardCharsets.UTF_8))) {
            ledger.append(observation(other, 7));
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("copy of the ledger of job shop");
        assertThat(verified(other)).extracting(each -> each.origin().build()).containsExactly("7");
        assertThat(verified(job)).hasSize(1);
        try (Stream<Path> kept = Files.list(JobFolder.of(other))) {
            assertThat(kept.filter(path -> path.getFileName().toString().startsWith("aside-")))
                    .hasSize(1);
        }
    }

    @Test
    void itIsHandedOverToTheKeyThatSignsNow() throws Exception {
        append(job, NEXT, 2);

        assertThat(verified(job)).extracting(Evidence::name).containsExactly("fact", "key-rotation", "fact");
    }

    @Test
    void nothingIsRecordedWhereAJobNoLongerIs() throws Exception {
        job.delete();
        assertThat(org.junit.jupiter.api.Assertions.assertThrows(IOException.class, () -> append(job, KEY, 2)))
                .hasMessageContaining("shop");
        assertThat(job.getRootDir()).doesNotExist();
    }

    @Test
    void itIsKeptWhenItsJobIsDeletedAndTheNextOfItsNameBeginsAnother() throws Exception {
        Folder folder = jenkins.createProject(Folder.class, "team");
        FreeStyleProject moved = Items.move(job, folder);
        Path files = JobLedger.of(moved).files();
        Files.createDirectories(files);
        Files.writeString(files.resolve("000001-a.report"), "old");
        String id = JobLedger.of(moved).claimedHead().ledger();
        folder.delete();
        FreeStyleProject next = jenkins.createFreeStyleProject("shop");
        append(next, KEY, 1);

        assertThat(verified(next)).hasSize(1);
        Path day = DeletedLedgers.folder().resolve(LocalDate.now(ZoneOffset.UTC).toString());
        Path kept = day.resolve(id);
        assertThat(LedgerReader.verify(kept, TRUSTED, VerifyOptions.DEFAULTS.withJob("shop"), Limits.DEFAULTS)
                        .verdict())
                .isEqualTo(Verdict.HELD);
        assertThat(kept.resolve("files/000001-a.report")).hasContent("old");

        assertThat(DeletedLedgers.prune(LocalDate.now(ZoneOffset.UTC))).isZero();
        assertThat(DeletedLedgers.prune(LocalDate.now(ZoneOffset.UTC).plusDays(1)))
                .isEqualTo(1);
        assertThat(kept.resolve("files")).doesNotExist();
        assertThat(LedgerReader.verify(kept, TRUSTED, VerifyOptions.DEFAULTS, Limits.DEFAULTS)
                        .verdict())
                .isEqualTo(Verdict.HELD);
    }

    @Test
    void whatCantBeKeptIsNotDeleted() throws Exception {
        Files.createDirectories(DeletedLedgers.folder().getParent());
        Files.writeString(DeletedLedgers.folder(), "in the way");

        assertThat(org.junit.jupiter.api.Assertions.assertThrows(Failure.class, () -> job.delete()))
                .hasMessageContaining("The evidence of shop could not be put into safety");
        assertThat(verified(job)).hasSize(1);
    }

    /** Keeps the key that signed first. */
    @TestExtension
    public static final class First implements FormerKeys {
        @Override
        public Optional<SigningKey> former(String id) {
            return id.equals(KEY.id()) ? Optional.of(KEY) : Optional.empty();
        }
    }

    private static List<Evidence> verified(Job<?, ?> job) throws IOException {
        List<Evidence> evidence = JobLedger.of(job).evidence(TRUSTED);
        assertThat(evidence)
                .allSatisfy(each -> assertThat(each.integrity()).isInstanceOf(Evidence.Integrity.Verified.class));
        return evidence;
    }

    private static void append(Job<?, ?> job, SigningKey key, int build) throws IOException {
        try (Ledger ledger = JobLedger.of(job).open(key, TaskListener.NULL)) {
            ledger.append(observation(job, build));
        }
    }

    private static Observation observation(Job<?, ?> job, int build) {
        Origin origin =
                new Origin(ControllerName.get(), job.getFullName(), String.valueOf(build), null, null, null, null);
        return new Observation(
                "fact", Instant.now(), origin, Tags.NONE, List.of(), new Fact.Pipeline(Map.of("a", "b")));
    }
}
