package io.jenkins.plugins.compliance.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Job;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.keys.SigningConfiguration;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySetJson;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyOptions;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyProblem;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.origin.ControllerName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Ledgers of a controller that changes its key, or its clock, verified with what it publishes. */
@WithJenkins
class RotatedKeysTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
    private JenkinsRule jenkins;
    private FreeStyleProject busy;
    private FreeStyleProject idle;
    private Path away;

    @BeforeEach
    void record(JenkinsRule rule) throws Exception {
        jenkins = rule;
        ControllerClock.set(now::get);
        busy = rule.createFreeStyleProject("busy");
        idle = rule.createFreeStyleProject("idle");
        append(busy, 1);
        append(idle, 1);
        away = rule.jenkins.getRootDir().toPath().resolve("away");
    }

    @AfterEach
    void leaveTheClock() {
        ControllerClock.set(InstantSource.system());
    }

    @Test
    void aLedgerThatWasHandedOverHoldsBeforeAndAfter() throws Exception {
        assertThat(verified(busy).verdict()).isEqualTo(Verdict.HELD);
        rotate();

        assertThat(verified(busy).verdict()).isEqualTo(Verdict.HELD);
        assertThat(names(busy)).containsExactly("fact", "key-rotation");
        pass(Duration.ofDays(400));
        append(busy, 2);
        assertThat(verified(busy).verdict()).isEqualTo(Verdict.HELD);
        assertThat(intact(busy)).containsExactly("fact", "key-rotation", "fact");
    }

    @Test
    void aLedgerThatWasMissedIsHandedOverWithinADay() throws Exception {
        takeAway();
        rotate();
        bringBack();
        pass(Duration.ofHours(23));
        append(idle, 2);

        assertThat(intact(idle)).containsExactly("fact", "key-rotation", "fact");
        assertThat(verified(idle).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aLedgerThatWasNeverHandedOverHoldsAndAnotherIsBegun() throws Exception {
        takeAway();
        rotate();
        bringBack();
        pass(Duration.ofDays(2));
        assertThat(verified(idle).verdict()).isEqualTo(Verdict.HELD);
        assertThat(intact(idle)).containsExactly("fact");
        String digest = JobLedger.of(idle).claimedHead().digest();

        String log = append(idle, 2);

        assertThat(log).contains("can not hand it over any more", "another one begun");
        assertThat(intact(idle)).containsExactly("ledger-before", "fact");
        assertThat(verified(idle).verdict()).isEqualTo(Verdict.HELD);
        Fact first = JobLedger.of(idle).evidence(published()).get(0).fact();
        assertThat(((Fact.Pipeline) first).facts())
                .containsEntry("ledger-before.last", "1")
                .containsEntry("ledger-before.digest", digest);
        try (Stream<Path> folders = Files.list(JobFolder.of(idle))) {
            Path aside = folders.filter(
                            each -> String.valueOf(each.getFileName()).startsWith("aside-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(LedgerReader.verify(aside, published(), VerifyOptions.DEFAULTS, Limits.DEFAULTS)
                            .verdict())
                    .isEqualTo(Verdict.HELD);
        }
        append(idle, 3);
        assertThat(intact(idle)).containsExactly("ledger-before", "fact", "fact");
    }

    @Test
    void entriesOfAClockThatWasSetBackAreShownAsSuchAndCount() throws Exception {
        now.set(now.get().minus(Duration.ofHours(5)));
        append(busy, 2);
        pass(Duration.ofMinutes(1));
        append(busy, 3);

        Verification verification = verified(busy);
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(verification.problems()).extracting(VerifyProblem::what).contains(VerifyProblem.What.CLOCK_STEP);
        assertThat(intact(busy)).containsExactly("fact", "fact", "fact");
        assertThat(names(busy)).hasSize(3);
    }

    private void takeAway() throws IOException {
        Files.move(JobFolder.of(idle), away);
    }

    private void bringBack() throws IOException {
        Files.move(away, JobFolder.of(idle));
    }

    private void rotate() throws Exception {
        String before = Keys.get().signing().id();
        SigningConfiguration.get().doRotateNow();
        assertThat(Keys.get().signing().id()).isNotEqualTo(before);
        for (int i = 0; i < 600 && names(busy).size() < 2; i++) {
            Thread.sleep(50);
        }
        // The hand-over goes from job to job: the other one is looked at last.
        Thread.sleep(1000);
    }

    private void pass(Duration time) {
        now.set(now.get().plus(time));
    }

    /** The keys as the controller publishes them. */
    private KeySet published() throws Exception {
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            String json = client.goTo("compliance/keys/keys.json", "application/json")
                    .getWebResponse()
                    .getContentAsString();
            return KeySetJson.read(json, "keys.json", Limits.DEFAULTS);
        }
    }

    private Verification verified(Job<?, ?> job) throws Exception {
        return LedgerReader.verify(
                JobLedger.of(job).folder(),
                published(),
                VerifyOptions.DEFAULTS.withJob(job.getFullName()).withEverySignature(),
                Limits.DEFAULTS);
    }

    private static List<String> names(Job<?, ?> job) throws IOException {
        return JobLedger.of(job).evidence(Keys.get().trusted()).stream()
                .map(Evidence::name)
                .toList();
    }

    private static List<String> intact(Job<?, ?> job) throws IOException {
        return JobLedger.of(job).evidence(Keys.get().trusted()).stream()
                .filter(each -> each.integrity() instanceof Evidence.Integrity.Verified)
                .map(Evidence::name)
                .toList();
    }

    private static String append(Job<?, ?> job, int build) throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (Ledger ledger =
                JobLedger.of(job).open(Keys.get().signing(), new StreamTaskListener(log, StandardCharsets.UTF_8))) {
            Origin origin =
                    new Origin(ControllerName.get(), job.getFullName(), String.valueOf(build), null, null, null, null);
            ledger.append(new Observation(
                    "fact", ControllerClock.now(), origin, Tags.NONE, List.of(), new Fact.Pipeline(Map.of("a", "b"))));
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
