package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.OTHER_KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.TrustedKey;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is done to the bytes, it never holds. */
class LedgerPropertiesTest {
    private static final int ENTRIES = 6;
    private static Path folder;
    private static byte[] ledger;
    private static byte[] head;
    private static List<String> lines;

    @BeforeContainer
    static void record() throws IOException {
        folder = Files.createTempDirectory("ledger");
        try (Ledger open = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            for (int i = 1; i < ENTRIES; i++) {
                open.append(Samples.fact(SHOP, i));
            }
            open.rotate(OTHER_KEY, Samples.origin(SHOP, "rotate"));
        }
        ledger = Files.readAllBytes(folder.resolve(LedgerLayout.LEDGER));
        head = Files.readAllBytes(folder.resolve(LedgerLayout.HEAD));
        lines = Samples.lines(folder);
        assertThat(verdict()).isEqualTo(Verdict.HELD);
    }

    @AfterContainer
    static void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void aChangedByteOfTheLedgerNeverHolds(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(min = 1, max = 255) int change)
            throws IOException {
        assertThat(verdict(changed(ledger, place, change), head)).isNotEqualTo(Verdict.HELD);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void aChangedByteOfTheHeadNeverHolds(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(min = 1, max = 255) int change)
            throws IOException {
        assertThat(verdict(ledger, changed(head, place, change))).isNotEqualTo(Verdict.HELD);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void aRemovedStretchOfTheLedgerNeverHolds(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(min = 1, max = 3000) int length)
            throws IOException {
        int from = place % ledger.length;
        int to = Math.min(ledger.length, from + length);
        byte[] shorter = new byte[ledger.length - (to - from)];
        System.arraycopy(ledger, 0, shorter, 0, from);
        System.arraycopy(ledger, to, shorter, from, ledger.length - to);
        assertThat(verdict(shorter, head)).isNotEqualTo(Verdict.HELD);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void otherLinesInAnotherOrderNeverHold(@ForAll("arrangements") List<Integer> arrangement) throws IOException {
        List<String> arranged = new ArrayList<>();
        arrangement.forEach(line -> arranged.add(lines.get(line)));
        Samples.lines(folder, arranged);
        assertThat(verdict(Files.readAllBytes(folder.resolve(LedgerLayout.LEDGER)), head))
                .isEqualTo(arranged.equals(lines) ? Verdict.HELD : Verdict.BROKEN);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void readingAnyBytesEndsInAVerdict(@ForAll byte[] anyLedger, @ForAll byte[] anyHead) throws IOException {
        assertThat(verdict(anyLedger, anyHead)).isNotEqualTo(Verdict.HELD);
    }

    @Provide
    Arbitrary<List<Integer>> arrangements() {
        Arbitrary<List<Integer>> any = Arbitraries.integers()
                .between(0, ENTRIES - 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(ENTRIES + 2);
        Arbitrary<List<Integer>> permuted = Arbitraries.shuffle(List.of(0, 1, 2, 3, 4, 5));
        return Arbitraries.oneOf(any, permuted);
    }

    private static byte[] changed(byte[] bytes, int place, int change) {
        byte[] changed = bytes.clone();
        changed[place % bytes.length] ^= (byte) change;
        return changed;
    }

    private static Verdict verdict(byte[] ledgerBytes, byte[] headBytes) throws IOException {
        Files.write(folder.resolve(LedgerLayout.LEDGER), ledgerBytes);
        Files.write(folder.resolve(LedgerLayout.HEAD), headBytes);
        return verdict();
    }

    private static Verdict verdict() {
        KeySet keys = new KeySet(List.of(TrustedKey.always(KEY.publicKey()), TrustedKey.always(OTHER_KEY.publicKey())));
        try {
            Verdict fast = LedgerReader.verify(folder, keys, VerifyOptions.DEFAULTS, Limits.DEFAULTS)
                    .verdict();
            Verification full = LedgerReader.read(folder, keys, VerifyOptions.DEFAULTS, Limits.DEFAULTS);
            assertThat(full.verdict()).isEqualTo(fast);
            return fast;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
