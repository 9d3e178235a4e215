package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.form.HeadStatement;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job is renamed, or its controller gets another address. */
class MovedLedgerTest {
    private static final LedgerIdentity STORE = new LedgerIdentity("https://ci.example.org/", "team/store");
    private static final LedgerIdentity ELSEWHERE = new LedgerIdentity("https://build.example.org/", "team/store");

    @TempDir
    private Path folder;

    @BeforeEach
    void moveTwice() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 2);
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            ledger.move(STORE);
            ledger.append(Samples.fact(STORE, 3));
            ledger.move(ELSEWHERE);
            assertThat(ledger.identity()).isEqualTo(ELSEWHERE);
        }
    }

    @Test
    void aLedgerGoesOnUnderAnotherName() throws IOException {
        try (Ledger ledger = Samples.open(folder, ELSEWHERE, KEY, Samples.ticking())) {
            ledger.append(Samples.fact(ELSEWHERE, 4));
        }
        Verification verification = read(VerifyOptions.DEFAULTS.withJob("team/store"));
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(verification.head().identity()).isEqualTo(ELSEWHERE);
        assertThat(verification.evidence())
                .hasSize(6)
                .allSatisfy(each -> assertThat(each.integrity()).isInstanceOf(Evidence.Integrity.Verified.class));
        assertThat(verification.evidence().get(1).origin().job()).isEqualTo("team/shop");
        assertThat(verification.evidence().get(2).ofLedger()).isTrue();
        assertThat(verification.evidence().get(3).ofLedger()).isFalse();
    }

    @Test
    void itIsNotTheLedgerOfItsFormerNameAnyMore() throws IOException {
        Verification verification = read(VerifyOptions.DEFAULTS.withJob("team/shop"));
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(verification.evidence())
                .allSatisfy(each -> assertThat(each.integrity()).isInstanceOf(Evidence.Integrity.Broken.class));
        assertThatThrownBy(() -> Samples.open(folder, SHOP, KEY, Samples.ticking()))
                .isInstanceOf(UnusableLedgerException.class);
    }

    @Test
    void aNameThatChangesWithoutAWordIsFoundOut() throws IOException {
        try (Ledger ledger = Samples.open(folder, ELSEWHERE, KEY, Samples.ticking())) {
            ledger.append(Samples.fact(ELSEWHERE, 4));
        }
        LedgerHead head = read(VerifyOptions.DEFAULTS).head();
        LedgerHead renamed =
                new LedgerHead(head.ledger(), SHOP, head.from(), head.last(), head.digest(), head.recordedAt());
        Files.write(folder.resolve(LedgerLayout.HEAD), HeadStatement.seal(renamed, KEY));
        Verification verification = read(VerifyOptions.DEFAULTS);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(verification.problems())
                .anySatisfy(problem -> assertThat(problem.detail())
                        .contains("is evidence of job team/store of https://build.example.org/, not of job team/shop"));
    }

    @Test
    void aMoveWhoseHeadWasNotWrittenIsCompleted() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve(LedgerLayout.HEAD));
        try (Ledger ledger = Samples.open(folder, ELSEWHERE, KEY, Samples.ticking())) {
            ledger.move(SHOP);
        }
        Files.write(folder.resolve(LedgerLayout.HEAD), before);
        try (Ledger ledger = Samples.open(folder, ELSEWHERE, KEY, Samples.ticking())) {
            assertThat(ledger.identity()).isEqualTo(SHOP);
            assertThat(ledger.recovered()).hasSize(1);
            ledger.append(Samples.fact(SHOP, 5));
        }
        assertThat(read(VerifyOptions.DEFAULTS).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aLedgerThatIsOpenedUnderAnotherNameRecordsTheMoveOnce() throws IOException {
        for (int time = 0; time < 2; time++) {
            try (Ledger ledger = openMoved(SHOP, true)) {
                assertThat(ledger.identity()).isEqualTo(SHOP);
                assertThat(ledger.nextSequence()).isEqualTo(7);
            }
        }
        Verification verification = read(VerifyOptions.DEFAULTS);
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(verification.head().identity()).isEqualTo(SHOP);
        assertThat(verification.evidence().get(5).ofLedger()).isTrue();
    }

    @Test
    void theLedgerOfAnotherJobIsNotTakenOverAndStaysFreeForItsOwn() throws IOException {
        assertThatThrownBy(() -> openMoved(SHOP, false)).isInstanceOf(UnusableLedgerException.class);
        Samples.open(folder, ELSEWHERE, KEY, Samples.ticking()).close();
        assertThat(read(VerifyOptions.DEFAULTS).head().identity()).isEqualTo(ELSEWHERE);
    }

    private Ledger openMoved(LedgerIdentity identity, boolean same) throws IOException {
        return Ledger.openMoved(
                folder,
                identity,
                head -> same && head.identity().equals(ELSEWHERE),
                KEY,
                Samples.ticking(),
                Limits.DEFAULTS,
                Duration.ofSeconds(5));
    }

    private Verification read(VerifyOptions options) throws IOException {
        return LedgerReader.read(folder, KeySet.of(KEY.publicKey()), options, Limits.DEFAULTS);
    }
}
