package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.OTHER_KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.START;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.found;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLink;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;
import io.jenkins.plugins.compliance.engine.evidence.form.HeadStatement;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.form.StatementWriter;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.file.FolderLockedException;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path folder;

    @Test
    void whatIsRecordedIsReadBackAndHolds() throws IOException {
        List<Evidence> recorded = new ArrayList<>();
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            recorded.add(ledger.append(Samples.fact(SHOP, 1)));
            recorded.add(ledger.append(Samples.scan(ledger, SHOP, 2)));
        }
        Verification verification = verify(folder, KEY);
        assertThat(verification.problems()).isEmpty();
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(verification.evidence()).isEqualTo(recorded);
        assertThat(verification.checked())
                .isEqualTo(new Verification.Checked(2, Files.size(folder.resolve("ledger.jsonl")), 1, 2, 0));
        assertThat(verification.head())
                .isEqualTo(new LedgerHead(
                        verification.head().ledger(),
                        SHOP,
                        1,
                        2,
                        recorded.get(1).digest(),
                        recorded.get(1).recordedAt()));
    }

    @Test
    void itGoesOnWhereItEnded() throws IOException {
        InstantSource clock = Samples.ticking();
        String id;
        try (Ledger ledger = Samples.open(folder, SHOP, OTHER_KEY, clock)) {
            assertThat(ledger.head()).isEmpty();
            ledger.append(Samples.fact(SHOP, 1));
            id = ledger.head().orElseThrow().ledger();
        }
        try (Ledger ledger = Samples.open(folder, SHOP, OTHER_KEY, clock)) {
            assertThat(ledger.recovered()).isEmpty();
            assertThat(ledger.nextSequence()).isEqualTo(2);
            ledger.append(Samples.fact(SHOP, 2));
            assertThat(ledger.head().orElseThrow().ledger()).isEqualTo(id);
        }
        assertThat(verify(folder, OTHER_KEY).verdict()).isEqualTo(Verdict.HELD);
        assertThat(verify(folder, OTHER_KEY).problems()).isEmpty();
        assertThat(TamperingTest.intact(verify(folder, OTHER_KEY))).containsExactly(1L, 2L);
    }

    @Test
    void eachLedgerHasAnIdOfItsOwn() {
        Path one = Samples.ledger(folder.resolve("one"), SHOP, KEY, 1);
        Path two = Samples.ledger(folder.resolve("two"), SHOP, KEY, 1);
        assertThat(verify(one, KEY).head().ledger())
                .isNotEqualTo(verify(two, KEY).head().ledger());
    }

    @Test
    void aClockThatGoesBackIsRecordedAsItIsAndDeclared() throws IOException {
        Iterator<Instant> times = List.of(
                        START, START.plusMillis(10_000), START.plusMillis(6_499), START.plusMillis(6_499))
                .iterator();
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, times::next)) {
            ledger.append(Samples.fact(SHOP, 1));
            ledger.append(Samples.fact(SHOP, 2));
            ledger.append(Samples.fact(SHOP, 3));
        }
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(found(verification)).containsExactly("2 clock-step");
        assertThat(verification.problems().get(0).detail()).contains("3501 ms before");
        assertThat(TamperingTest.payload(Samples.lines(folder).get(1))).contains("\"clockStepBack\":\"PT3.501S\"");
        assertThat(verification.evidence().get(1).recordedAt()).isEqualTo(START.plusMillis(6_499));
    }

    @Test
    void aClockThatGoesBackUndeclaredIsBroken() throws IOException {
        assertThat(found(forgedClock(START.minusSeconds(1), null))).containsExactly("2 clock");
        assertThat(found(forgedClock(START.minusSeconds(1), "PT2.000S"))).containsExactly("2 clock");
        assertThat(found(forgedClock(START.plusSeconds(1), "PT1.000S"))).containsExactly("2 clock");
        assertThat(found(forgedClock(START, "PT0.000S"))).containsExactly("2 clock");
        assertThat(found(forgedClock(START, null))).isEmpty();
        assertThat(found(forgedClock(START.minusSeconds(1), "PT1.000S"))).containsExactly("2 clock-step");
        Verification broken = forgedClock(START.minusSeconds(1), null);
        assertThat(broken.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(TamperingTest.intact(broken)).containsExactly(1L);
    }

    @Test
    void evidenceOfAnotherJobIsRefused() throws IOException {
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            LedgerIdentity mail = new LedgerIdentity(SHOP.controller(), "team/mail");
            assertThatThrownBy(() -> ledger.append(Samples.fact(mail, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("team/mail")
                    .hasMessageContaining("team/shop");
        }
        assertThat(Files.size(folder.resolve("ledger.jsonl"))).isZero();
    }

    @Test
    void theFolderOfAnotherJobIsRefused() {
        Samples.ledger(folder, SHOP, KEY, 1);
        LedgerIdentity mail = new LedgerIdentity(SHOP.controller(), "team/mail");
        assertThatThrownBy(() -> Samples.open(folder, mail, KEY, Samples.ticking()))
                .isInstanceOf(UnusableLedgerException.class)
                .hasMessageContaining("ledger of job team/shop")
                .hasMessageContaining("not of job team/mail");
    }

    @Test
    void aSecondWriterIsToldWhoHoldsTheFolder() throws IOException {
        try (Ledger first = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            assertThatThrownBy(() -> Samples.open(folder, SHOP, KEY, Samples.ticking()))
                    .isInstanceOf(FolderLockedException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            first.append(Samples.fact(SHOP, 1));
        }
        Samples.open(folder, SHOP, KEY, Samples.ticking()).close();
    }

    @Test
    void filesMustHaveBeenKeptForTheEntryThatNamesThem() throws IOException {
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            KeptFile kept = ledger.store("a.sarif", new ByteArrayInputStream(new byte[] {1, 2, 3}));
            assertThat(kept.name()).isEqualTo("000001-a.sarif");
            assertThat(kept.size()).isEqualTo(3);
            assertThat(kept.sha256()).isEqualTo("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
            assertRefused(ledger, new KeptFile("000002-a.sarif", 3, kept.sha256()), "not kept for entry 1");
            assertRefused(ledger, new KeptFile("000001-b.sarif", 3, kept.sha256()), "is not there");
            assertRefused(ledger, new KeptFile(kept.name(), 4, kept.sha256()), "another size");
            assertThatThrownBy(() -> ledger.append(reported(kept, kept))).hasMessageContaining("named twice");
            ledger.append(reported(kept));
        }
        assertThat(verify(folder, KEY).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void namesThatAreNoneAreRefused() throws IOException {
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            for (String name : List.of("../x", "A", "", ".x", "x/y", "a".repeat(120))) {
                assertThatThrownBy(() -> ledger.store(name, new ByteArrayInputStream(new byte[0])))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            Observation good = Samples.fact(SHOP, 1);
            Observation bad =
                    new Observation("../x", good.observedAt(), good.origin(), Tags.NONE, List.of(), good.fact());
            assertThatThrownBy(() -> ledger.append(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("can't name evidence");
        }
    }

    @Test
    void whatIsNamedFreelyNamesEvidence() {
        assertThat(LedgerLayout.nameFor("attestation", "pen-test")).isEqualTo("attestation-pen-test");
        assertThat(LedgerLayout.nameFor("attestation", "deploy.drift")).isEqualTo("attestation-deploy-drift");
        assertThat(LedgerLayout.nameFor("approval", "../Go, LIVE" + "x".repeat(99)))
                .startsWith("approval-go-livexxx")
                .hasSize(64);
    }

    @Test
    void limitsAreNamedAndNothingIsRecorded() throws IOException {
        Limits small = Limits.DEFAULTS.withReportBytes(2);
        try (Ledger ledger = Ledger.open(folder, SHOP, KEY, Samples.ticking(), small)) {
            assertThatThrownBy(() -> ledger.store("a.sarif", new ByteArrayInputStream(new byte[3])))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("reportBytes");
            assertThatThrownBy(() -> ledger.write("a.sarif", out -> out.write(new byte[3])))
                    .isInstanceOf(LimitExceededException.class);
            ledger.store("b.sarif", new ByteArrayInputStream(new byte[2]));
            ledger.write("c.sarif", out -> {
                out.write(1);
                out.write(2);
            });
        }
        try (var files = Files.list(folder.resolve("files"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("000001-b.sarif", "000001-c.sarif");
        }
    }

    @Test
    void anEntryOverTheLimitsIsRefused() throws IOException {
        try (Ledger ledger = Ledger.open(folder, SHOP, KEY, Samples.ticking(), Samples.limits(100, 10))) {
            assertThatThrownBy(() -> ledger.append(Samples.fact(SHOP, 1)))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("envelopeBytes");
        }
        try (Ledger ledger = Ledger.open(folder, SHOP, KEY, Samples.ticking(), Samples.limits(10_000, 1))) {
            ledger.append(Samples.fact(SHOP, 1));
            assertThatThrownBy(() -> ledger.append(Samples.fact(SHOP, 2)))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("ledgerEntries");
        }
        assertThat(verify(folder, KEY).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aLedgerOverTheLimitsOfTheReaderCanNotBeTold() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 3);
        KeySet keys = KeySet.of(KEY.publicKey());
        Verification many = LedgerReader.verify(folder, keys, VerifyOptions.DEFAULTS, Samples.limits(10_000, 2));
        assertThat(many.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(many.problems().get(0).detail()).contains("after entry 2", "ledgerEntries");
        Verification few = LedgerReader.verify(folder, keys, VerifyOptions.DEFAULTS, Samples.limits(10_000, 3));
        assertThat(few.verdict()).isEqualTo(Verdict.HELD);
        Verification large = LedgerReader.verify(folder, keys, VerifyOptions.DEFAULTS, Samples.limits(1_200, 10));
        assertThat(large.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    private static void assertRefused(Ledger ledger, KeptFile file, String why) {
        assertThatThrownBy(() -> ledger.append(reported(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static Observation reported(KeptFile... files) {
        List<ReportFact> reports = new ArrayList<>();
        for (KeptFile file : files) {
            reports.add(new ReportFact(
                    file.name(),
                    "sarif",
                    file.size(),
                    file.sha256(),
                    true,
                    0,
                    0,
                    Tally.EMPTY,
                    ReportSummary.ComponentCounts.NONE,
                    ReportSummary.TestCounts.NONE,
                    List.of(),
                    null));
        }
        return new Observation("scan", START, Samples.origin(SHOP, "1"), Tags.NONE, reports, Samples.scanFact(1));
    }

    /** A ledger of two entries, the second one recorded at a time and with a declaration that no recorder would write. */
    private Verification forgedClock(Instant second, String declared) throws IOException {
        Path place = Files.createTempDirectory(folder, "clock");
        String id = "0123456789abcdef".repeat(2);
        ChainLink one = new ChainLink(id, 1, ChainLink.NONE, START, null, null, List.of());
        byte[] first = Envelope.seal(StatementWriter.write(one, Samples.fact(SHOP, 1)), KEY)
                .toByteArray();
        ChainLink two = new ChainLink(
                id,
                2,
                Sha256.hex(first),
                second,
                declared == null ? null : java.time.Duration.parse(declared),
                null,
                List.of());
        byte[] last = Envelope.seal(StatementWriter.write(two, Samples.fact(SHOP, 2)), KEY)
                .toByteArray();
        Samples.lines(place, List.of(new String(first), new String(last)));
        LedgerHead head = new LedgerHead(id, SHOP, 1, 2, Sha256.hex(last), second);
        Files.write(place.resolve(LedgerLayout.HEAD), HeadStatement.seal(head, KEY));
        return verify(place, KEY);
    }
}
