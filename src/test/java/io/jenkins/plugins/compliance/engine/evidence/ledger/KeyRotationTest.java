package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.OTHER_KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.START;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.found;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.lines;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLink;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;
import io.jenkins.plugins.compliance.engine.evidence.form.HeadStatement;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.form.StatementWriter;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.TrustedKey;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {
    private static final Origin ADMIN = Samples.origin(SHOP, Ledger.KEY_ROTATION);

    @TempDir
    Path folder;

    @Test
    void bothKeysHoldInTheirTimes() throws IOException {
        rotated();
        // Entries 1 and 2 and the handing over at seconds 2 to 4 of the old key, entry 4 at second 2 of the new one's
        // clock.
        KeySet inTime = keys(null, START.plusSeconds(600), START, null);
        Verification verification = LedgerReader.read(folder, inTime, VerifyOptions.DEFAULTS, Limits.DEFAULTS);
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(found(verification)).contains("3 key-rotated");
        assertThat(verification.checked().signatures()).isEqualTo(2);
        assertThat(verification.evidence()).hasSize(4);
        assertThat(((Fact.Pipeline) verification.evidence().get(2).fact()).facts())
                .containsEntry(Ledger.KEY_ROTATION, OTHER_KEY.id());
        assertThat(TamperingTest.intact(verification)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aKeyThatSignedAfterItsTimeIsNamed() throws IOException {
        rotated();
        KeySet late = keys(null, START.plusMillis(2500), null, null);
        Verification verification = LedgerReader.read(folder, late, VerifyOptions.DEFAULTS, Limits.DEFAULTS);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).contains("2 key-not-valid", "3 key-not-valid");
        assertThat(TamperingTest.intact(verification)).containsExactly(1L, 4L);
    }

    @Test
    void aKeyThatSignedTheLastEntryBeforeItsTimeTakesAllWithIt() throws IOException {
        rotated();
        KeySet early = keys(null, null, START.plusSeconds(60), null);
        Verification verification = LedgerReader.read(folder, early, VerifyOptions.DEFAULTS, Limits.DEFAULTS);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).contains("4 key-not-valid");
        assertThat(TamperingTest.intact(verification)).isEmpty();
    }

    @Test
    void withoutTheOldKeyItCanNotBeTold() throws IOException {
        rotated();
        Verification verification = verify(folder, OTHER_KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(found(verification)).containsExactly("1 unknown-key");
        assertThat(TamperingTest.intact(verification)).containsExactly(4L);
    }

    @Test
    void withoutTheNewKeyItCanNotBeTold() throws IOException {
        rotated();
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(found(verification)).contains("0 unknown-key", "4 unknown-key");
        assertThat(TamperingTest.intact(verification)).isEmpty();
    }

    @Test
    void aHandingOverThatIsTheLastEntryHolds() throws IOException {
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            ledger.append(Samples.fact(SHOP, 1));
            ledger.rotate(OTHER_KEY, ADMIN);
        }
        Verification verification = verify(folder, KEY, OTHER_KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(found(verification)).containsExactly("2 key-rotated");
        assertThat(verification.checked().signatures()).isEqualTo(2);
    }

    @Test
    void aStrangerWhoGoesOnWithTheLedgerIsFound() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 3);
        List<String> lines = lines(folder);
        Evidence last = verify(folder, KEY).evidence().get(2);
        String ledgerId = verify(folder, KEY).head().ledger();
        ChainLink link = new ChainLink(ledgerId, 4, last.digest(), last.recordedAt(), null, null, List.of());
        byte[] forged = Envelope.seal(StatementWriter.write(link, Samples.fact(SHOP, 4)), OTHER_KEY)
                .toByteArray();
        lines.add(new String(forged, java.nio.charset.StandardCharsets.UTF_8));
        lines(folder, lines);
        LedgerHead head = new LedgerHead(ledgerId, SHOP, 1, 4, Sha256.hex(forged), last.recordedAt());
        Files.write(folder.resolve(LedgerLayout.HEAD), HeadStatement.seal(head, OTHER_KEY));

        Verification unknown = verify(folder, KEY);
        assertThat(unknown.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(unknown)).contains("3 foreign-key");
        Verification known = verify(folder, KEY, OTHER_KEY);
        assertThat(known.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(known.problems().get(0).detail())
                .isEqualTo("does not hand over to another key, and entry 4 is signed with key " + OTHER_KEY.id());
        assertThat(TamperingTest.intact(known)).isEmpty();
    }

    @Test
    void theNewKeyCanNotRewriteWhatTheOldOneSigned() throws IOException {
        ChainLink link = new ChainLink("ab".repeat(16), 1, ChainLink.NONE, START, null, OTHER_KEY.id(), List.of());
        String forged = new String(Envelope.seal(StatementWriter.write(link, Samples.fact(SHOP, 1)), OTHER_KEY)
                        .toByteArray())
                .replace("\"keyid\":\"" + OTHER_KEY.id(), "\"keyid\":\"" + KEY.id());
        ChainLink next = new ChainLink(link.ledger(), 2, Sha256.hex(forged.getBytes()), START, null, null, List.of());
        byte[] last = Envelope.seal(StatementWriter.write(next, Samples.fact(SHOP, 2)), OTHER_KEY)
                .toByteArray();
        lines(folder, List.of(forged, new String(last)));
        LedgerHead head = new LedgerHead(link.ledger(), SHOP, 1, 2, Sha256.hex(last), START);
        Files.write(folder.resolve(LedgerLayout.HEAD), HeadStatement.seal(head, OTHER_KEY));
        Verification verification = verify(folder, KEY, OTHER_KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("1 bad-signature");
        assertThat(TamperingTest.intact(verification)).isEmpty();
    }

    @Test
    void theOldKeyMayNotGoOnAfterItHandedOver() throws IOException {
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            ledger.append(Samples.fact(SHOP, 1));
            ledger.rotate(OTHER_KEY, ADMIN);
            assertThatThrownBy(() -> ledger.append(Samples.fact(SHOP, 2)))
                    .isInstanceOf(UnusableLedgerException.class)
                    .hasMessageContaining("handed over to key " + OTHER_KEY.id());
        }
        Evidence last = verify(folder, KEY, OTHER_KEY).evidence().get(1);
        String ledgerId = verify(folder, KEY, OTHER_KEY).head().ledger();
        ChainLink link = new ChainLink(ledgerId, 3, last.digest(), last.recordedAt(), null, null, List.of());
        byte[] more = Envelope.seal(StatementWriter.write(link, Samples.fact(SHOP, 3)), KEY)
                .toByteArray();
        List<String> lines = lines(folder);
        lines.add(new String(more, java.nio.charset.StandardCharsets.UTF_8));
        lines(folder, lines);
        LedgerHead head = new LedgerHead(ledgerId, SHOP, 1, 3, Sha256.hex(more), last.recordedAt());
        Files.write(folder.resolve(LedgerLayout.HEAD), HeadStatement.seal(head, KEY));
        Verification verification = verify(folder, KEY, OTHER_KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(verification.problems().get(0).detail())
                .isEqualTo("hands over to key " + OTHER_KEY.id() + ", and entry 3 is signed with key " + KEY.id());
    }

    @Test
    void aLedgerIsNotOpenedWithAKeyThatItWasNotHandedOverTo() {
        Samples.ledger(folder, SHOP, KEY, 1);
        assertThatThrownBy(() -> Samples.open(folder, SHOP, OTHER_KEY, Samples.ticking()))
                .isInstanceOf(UnusableLedgerException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("signed with key " + KEY.id() + ", not with the given key " + OTHER_KEY.id())
                .hasMessageContaining("compliance key rotate");
    }

    @Test
    void handingOverToTheSameKeyIsRefused() throws IOException {
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            assertThatThrownBy(() -> ledger.rotate(KEY, ADMIN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("already");
        }
    }

    @Test
    void aHandingOverThatWasInterruptedCanBeCompleted() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 2);
        byte[] before = Files.readAllBytes(folder.resolve(LedgerLayout.HEAD));
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            ledger.rotate(OTHER_KEY, ADMIN);
        }
        Files.write(folder.resolve(LedgerLayout.HEAD), before);
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            assertThat(ledger.recovered()).hasSize(1);
            ledger.rotate(OTHER_KEY, ADMIN);
            assertThat(ledger.nextSequence()).isEqualTo(4);
        }
        try (Ledger ledger = Samples.open(folder, SHOP, OTHER_KEY, Samples.ticking())) {
            ledger.append(Samples.fact(SHOP, 4));
        }
        assertThat(verify(folder, KEY, OTHER_KEY).verdict()).isEqualTo(Verdict.HELD);
    }

    private void rotated() throws IOException {
        var clock = Samples.ticking();
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, clock)) {
            ledger.append(Samples.fact(SHOP, 1));
            ledger.append(Samples.scan(ledger, SHOP, 2));
            ledger.rotate(OTHER_KEY, ADMIN);
        }
        try (Ledger ledger = Samples.open(folder, SHOP, OTHER_KEY, clock)) {
            ledger.append(Samples.fact(SHOP, 4));
        }
    }

    private static KeySet keys(
            @CheckForNull Instant oldFrom,
            @CheckForNull Instant oldTo,
            @CheckForNull Instant newFrom,
            @CheckForNull Instant newTo) {
        return new KeySet(List.of(
                new TrustedKey(KEY.publicKey(), oldFrom, oldTo),
                new TrustedKey(OTHER_KEY.publicKey(), newFrom, newTo)));
    }
}
