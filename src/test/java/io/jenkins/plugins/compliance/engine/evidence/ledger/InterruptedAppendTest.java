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
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLink;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;
import io.jenkins.plugins.compliance.engine.evidence.form.StatementWriter;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed, a disk that is full: nothing that was recorded is lost, nothing half is left. */
class InterruptedAppendTest {
    @TempDir
    Path folder;

    private Path ledger;
    private Path head;

    @BeforeEach
    void record() {
        Samples.ledger(folder, SHOP, KEY, 3);
        ledger = folder.resolve(LedgerLayout.LEDGER);
        head = folder.resolve(LedgerLayout.HEAD);
    }

    @Test
    void anEntryBeforeItsHeadHoldsWithANoteAndIsCompleted() throws IOException {
        byte[] before = Files.readAllBytes(head);
        append();
        byte[] after = Files.readAllBytes(head);
        Files.write(head, before);

        Verification interrupted = verify(folder, KEY);
        assertThat(interrupted.verdict()).isEqualTo(Verdict.HELD);
        assertThat(found(interrupted)).containsExactly("0 head-behind");
        assertThat(interrupted.problems().get(0).detail()).contains("1 entry follows", "interrupted");
        assertThat(interrupted.checked().signatures()).isEqualTo(2);
        assertThat(TamperingTest.intact(interrupted)).containsExactly(1L, 2L, 3L, 4L);

        try (Ledger opened = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            assertThat(opened.recovered()).singleElement().asString().contains("head was brought up to entry 4");
            assertThat(opened.nextSequence()).isEqualTo(5);
        }
        assertThat(Files.readAllBytes(head)).isEqualTo(after);
        assertThat(verify(folder, KEY).problems()).isEmpty();
    }

    @Test
    void anEntryBeforeItsHeadWhoseSignatureDoesNotHoldIsBrokenAndNotTakenIn() throws IOException {
        byte[] before = Files.readAllBytes(head);
        append();
        Files.write(head, before);
        List<String> lines = Samples.lines(folder);
        lines.set(
                3,
                TamperingTest.withPayload(
                        lines.get(3),
                        TamperingTest.payload(lines.get(3)).replace("\"build\":\"4\"", "\"build\":\"5\"")));
        Samples.lines(folder, lines);

        Verification forged = verify(folder, KEY);
        assertThat(forged.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(forged)).contains("4 bad-signature");
        assertThat(TamperingTest.intact(forged)).containsExactly(1L, 2L, 3L);
        byte[] bytes = Files.readAllBytes(ledger);
        assertThatThrownBy(() -> Samples.open(folder, SHOP, KEY, Samples.ticking()))
                .isInstanceOf(UnusableLedgerException.class)
                .hasMessageContaining("not signed with the given key");
        assertThat(Files.readAllBytes(ledger)).isEqualTo(bytes);
    }

    @Test
    void entriesOfAStrangerAfterTheHeadAreNotTakenIn() throws IOException {
        Evidence last = verify(folder, KEY).evidence().get(2);
        String id = verify(folder, KEY).head().ledger();
        assertNotTakenIn(
                new ChainLink(id, 4, last.digest(), last.recordedAt(), null, null, List.of()),
                SHOP,
                OTHER_KEY,
                "not signed with the given key");
        assertNotTakenIn(
                new ChainLink(id, 5, last.digest(), last.recordedAt(), null, null, List.of()),
                SHOP,
                KEY,
                "does not follow on it");
        assertNotTakenIn(
                new ChainLink(id, 4, ChainLink.NONE, last.recordedAt(), null, null, List.of()),
                SHOP,
                KEY,
                "does not follow on it");
        assertNotTakenIn(
                new ChainLink("f".repeat(32), 4, last.digest(), last.recordedAt(), null, null, List.of()),
                SHOP,
                KEY,
                "does not follow on it");
        assertNotTakenIn(
                new ChainLink(id, 4, last.digest(), last.recordedAt(), null, null, List.of()),
                new LedgerIdentity(SHOP.controller(), "team/mail"),
                KEY,
                "is of another job");
    }

    private void assertNotTakenIn(ChainLink link, LedgerIdentity identity, SigningKey key, String why)
            throws IOException {
        List<String> lines = Samples.lines(folder).subList(0, 3);
        lines.add(new String(Envelope.seal(StatementWriter.write(link, Samples.fact(identity, 4)), key)
                .toByteArray()));
        Samples.lines(folder, lines);
        assertThatThrownBy(() -> Samples.open(folder, SHOP, KEY, Samples.ticking()))
                .isInstanceOf(UnusableLedgerException.class)
                .hasMessageContaining(why);
    }

    @Test
    void anUnfinishedEntryIsToldAndRemoved() throws IOException {
        byte[] before = Files.readAllBytes(ledger);
        Files.writeString(ledger, "{\"payloadType\":\"appl", StandardOpenOption.APPEND);
        Verification torn = verify(folder, KEY);
        assertThat(torn.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(found(torn)).containsExactly("0 interrupted");
        assertThat(torn.problems().get(0).detail()).contains("20 bytes of an unfinished entry");
        assertThat(TamperingTest.intact(torn)).containsExactly(1L, 2L, 3L);
        try (Ledger opened = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            assertThat(opened.recovered()).singleElement().asString().contains("20 bytes");
        }
        assertThat(Files.readAllBytes(ledger)).isEqualTo(before);
        assertThat(verify(folder, KEY).problems()).isEmpty();
    }

    @Test
    void theVeryFirstAppendCanBeInterruptedToo() throws IOException {
        Files.delete(head);
        Samples.lines(folder, Samples.lines(folder).subList(0, 1));
        try (Ledger opened = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            assertThat(opened.recovered()).hasSize(1);
            assertThat(opened.nextSequence()).isEqualTo(2);
        }
        assertThat(verify(folder, KEY).verdict()).isEqualTo(Verdict.HELD);
        Files.delete(head);
        byte[] bytes = Files.readAllBytes(ledger);
        Files.write(ledger, Arrays.copyOf(bytes, 100));
        try (Ledger opened = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            assertThat(opened.nextSequence()).isEqualTo(1);
            assertThat(Files.size(ledger)).isZero();
        }
    }

    @Test
    void aFolderThatIsNotAsItWasLeftIsRefusedAndNotTouched() throws IOException {
        byte[] headBytes = Files.readAllBytes(head);
        byte[] bytes = Files.readAllBytes(ledger);
        Files.delete(head);
        assertRefused("has entries and no head.dsse.json");
        Files.write(head, headBytes);
        Samples.lines(folder, Samples.lines(folder).subList(0, 2));
        assertRefused("does not end with the entry that its head names");
        Files.delete(ledger);
        assertRefused("has head.dsse.json and no ledger.jsonl");
        assertThat(Files.exists(ledger)).isFalse();
        Files.write(ledger, bytes);
        headBytes[headBytes.length / 2] ^= 1;
        Files.write(head, headBytes);
        assertThatThrownBy(() -> Samples.open(folder, SHOP, KEY, Samples.ticking()))
                .isInstanceOf(UnusableLedgerException.class);
        assertThat(Files.readAllBytes(ledger)).isEqualTo(bytes);
    }

    @Test
    void aFullDiskLeavesEverythingAsItWas() throws IOException {
        for (Failure failure : Failure.values()) {
            byte[] ledgerBefore = Files.readAllBytes(ledger);
            byte[] headBefore = Files.readAllBytes(head);
            try (Ledger full = open(failure)) {
                assertThatThrownBy(() -> full.append(Samples.fact(SHOP, 4)))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("nothing was recorded in " + folder)
                        .hasMessageContaining("No space left on device");
                assertThat(full.nextSequence()).isEqualTo(4);
            }
            assertThat(Files.readAllBytes(ledger)).isEqualTo(ledgerBefore);
            assertThat(Files.readAllBytes(head)).isEqualTo(headBefore);
            assertThat(verify(folder, KEY).problems()).isEmpty();
        }
        append();
        assertThat(verify(folder, KEY).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void whatCanNotEvenBeUndoneIsMendedAtTheNextOpening() throws IOException {
        try (Ledger full = Ledger.open(
                folder,
                SHOP,
                KEY,
                Samples.ticking(),
                Limits.DEFAULTS,
                Duration.ZERO,
                place -> new FullDisk(place, Failure.LINE) {
                    @Override
                    void truncate(long length) throws IOException {
                        throw new IOException("Input/output error");
                    }
                })) {
            assertThatThrownBy(() -> full.append(Samples.fact(SHOP, 4))).hasMessageContaining("No space left");
            assertThatThrownBy(() -> full.append(Samples.fact(SHOP, 4)))
                    .isInstanceOf(UnusableLedgerException.class)
                    .hasMessageContaining("open it anew");
        }
        assertThat(found(verify(folder, KEY))).containsExactly("0 interrupted");
        append();
        assertThat(verify(folder, KEY).problems()).isEmpty();
    }

    @Test
    void anInterruptedThreadRecordsAllTheSame() throws IOException {
        try (Ledger opened = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            Thread.currentThread().interrupt();
            opened.append(Samples.fact(SHOP, 4));
            assertThat(Thread.interrupted()).isTrue();
            opened.append(Samples.fact(SHOP, 5));
        }
        assertThat(verify(folder, KEY).verdict()).isEqualTo(Verdict.HELD);
        assertThat(verify(folder, KEY).checked().entries()).isEqualTo(5);
    }

    private void append() throws IOException {
        try (Ledger opened = Samples.open(folder, SHOP, KEY, () -> START.plusSeconds(3600))) {
            opened.append(Samples.fact(SHOP, 4));
        }
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> Samples.open(folder, SHOP, KEY, Samples.ticking()))
                .isInstanceOf(UnusableLedgerException.class)
                .hasMessageContaining(why);
    }

    private Ledger open(Failure failure) throws IOException {
        return Ledger.open(
                folder,
                SHOP,
                KEY,
                Samples.ticking(),
                Limits.DEFAULTS,
                Duration.ZERO,
                place -> new FullDisk(place, failure));
    }

    private enum Failure {
        LINE,
        HEAD
    }

    /** A disk that takes a part of what it is given. */
    private static class FullDisk extends LedgerDisk {
        private final Failure failure;

        FullDisk(Path folder, Failure failure) throws IOException {
            super(folder);
            this.failure = failure;
        }

        @Override
        void append(byte[] bytes) throws IOException {
            if (failure == Failure.LINE) {
                super.append(Arrays.copyOf(bytes, 17));
                throw new IOException("No space left on device");
            }
            super.append(bytes);
        }

        @Override
        void head(byte[] bytes) throws IOException {
            if (failure == Failure.HEAD) {
                throw new IOException("No space left on device");
            }
            super.head(bytes);
        }
    }
}
