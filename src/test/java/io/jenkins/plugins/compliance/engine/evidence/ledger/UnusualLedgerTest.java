package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.OTHER_KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.START;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.found;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.lines;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLink;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;
import io.jenkins.plugins.compliance.engine.evidence.form.HeadStatement;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.form.StatementWriter;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers that no recorder writes, some of them signed all the same, and why their evidence does not hold. */
class UnusualLedgerTest {
    private static final String ID = "0123456789abcdef".repeat(2);

    @TempDir
    Path folder;

    @Test
    void aLineThatIsNoEnvelopeIsNamedAndTakesWithItWhatIsBelow() {
        Samples.ledger(folder, SHOP, KEY, 5);
        List<String> lines = lines(folder);
        lines.set(2, "not an envelope");
        lines(folder, lines);
        Verification verification = verify(folder, VerifyOptions.DEFAULTS.withoutFiles(), KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("3 damaged", "0 files-not-checked");
        assertThat(verification.problems().get(0).detail()).isEqualTo("is damaged: it does not begin like an envelope");
        assertThat(TamperingTest.intact(verification)).containsExactly(4L, 5L);
        assertThat(reasons(verification, 0)).containsExactly("the chain between this entry and the head is broken");
    }

    @Test
    void aLineAfterTheHeadThatIsNoEnvelopeLeavesWhatIsBelowAlone() {
        Samples.ledger(folder, SHOP, KEY, 3);
        List<String> lines = lines(folder);
        lines.add("not an envelope");
        lines.add(lines.get(2));
        lines(folder, lines);
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).startsWith("4 damaged", "3 out-of-order");
        assertThat(TamperingTest.intact(verification)).containsExactly(1L, 2L, 3L);
        assertThat(reasons(verification, 3)).containsExactly("it does not follow on the entry that the head names");
    }

    @Test
    void evidenceSaysWhyItCanNotBeReliedOn() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 2);
        assertThat(reasons(verify(folder), 0))
                .contains("the head is signed with key " + KEY.id() + ", which is not among the keys given")
                .contains("is signed with key " + KEY.id() + ", which is not among the keys given");
        List<String> lines = lines(folder);
        lines(folder, lines.subList(0, 1));
        assertThat(reasons(verify(folder, KEY), 0))
                .containsExactly("the ledger does not come to the entry that its head names");
        lines(folder, lines);
        Files.write(
                folder.resolve(LedgerLayout.HEAD),
                HeadStatement.seal(verify(folder, KEY).head(), OTHER_KEY));
        assertThat(reasons(verify(folder, KEY, OTHER_KEY), 0))
                .containsExactly("another key took over the ledger without the earlier one's word");
    }

    @Test
    void evidenceSaysWhatIsWrongWithItsClock() throws IOException {
        Verification back = signed(entry(1, START, null), entry(2, START.minusMillis(1), null));
        assertThat(found(back)).containsExactly("2 clock");
        assertThat(reasons(back, 1)).singleElement().asString().contains("earlier than the entry before it");
        Verification declared = signed(entry(1, START, null), entry(2, START, Duration.ofMillis(1)));
        assertThat(reasons(declared, 1)).containsExactly("says that the clock went back, and it did not");
    }

    @Test
    void aFirstEntryThatNamesOneBeforeItIsBroken() throws IOException {
        ChainLink odd = new ChainLink(ID, 1, "a".repeat(64), START, null, null, List.of());
        Verification verification = signed(odd, entry(2, START, null));
        assertThat(found(verification)).containsExactly("1 damaged");
        assertThat(verification.problems().get(0).detail()).isEqualTo("is the first and names one before it");
        assertThat(TamperingTest.intact(verification)).containsExactly(1L, 2L);
    }

    @Test
    void aHeadThatContradictsItsEntryIsBroken() throws IOException {
        for (LedgerHead head : List.of(head(2, START.plusMillis(1)), head(3, START))) {
            Verification verification = signed(head, entry(1, START, null), entry(2, START, null));
            assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(found(verification)).contains("0 damaged-head");
            assertThat(TamperingTest.intact(verification)).isEmpty();
        }
    }

    @Test
    void anEntryOfALaterSchemaCanNotBeJudged() throws IOException {
        byte[] first = payload(entry(1, START, null));
        String later = new String(payload(entry(2, START, null)), StandardCharsets.UTF_8)
                .replace("\"schema\":1", "\"schema\":2");
        Verification verification = sealed(head(2, START), first, later.getBytes(StandardCharsets.UTF_8));
        assertThat(verification.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(found(verification)).containsExactly("2 unknown-schema");
        assertThat(verification.problems().get(0).detail()).contains("schema 2", "newer version");
    }

    @Test
    void aHeadOfALaterSchemaOrAnotherTypeCanNotBeJudged() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 1);
        Path file = folder.resolve(LedgerLayout.HEAD);
        String payload = TamperingTest.payload(Files.readString(file).strip());
        reseal(file, payload.replace("\"schema\":1", "\"schema\":7"));
        assertThat(found(verify(folder, KEY))).containsExactly("0 unknown-schema");
        assertThat(verify(folder, KEY).verdict()).isEqualTo(Verdict.UNDECIDED);
        reseal(file, payload.replace("\"predicate\":{", "\"predicate\":{\"later\":[1],"));
        assertThat(verify(folder, KEY).verdict()).isEqualTo(Verdict.HELD);
        for (String[] change : new String[][] {
            {"ledger-head/v1", "evidence/v1", "another type"},
            {"Statement/v1", "Statement/v2", "another type"},
            {"\"last\":1", "\"last\":0", "predicate.last"},
            {"\"from\":1", "\"from\":0", "predicate.last"},
            {"Z\"}", "\"}", "predicate.recordedAt"},
            {"\"job\":", "\"jab\":", "predicate.job"},
            {"\"subject\":[", "\"subject\":", "not JSON"},
        }) {
            assertThat(payload).contains(change[0]);
            reseal(file, payload.replace(change[0], change[1]));
            Verification verification = verify(folder, KEY);
            assertThat(found(verification)).containsExactly("0 damaged-head");
            assertThat(verification.problems().get(0).detail()).contains(change[2]);
        }
        Files.write(file, new byte[0]);
        assertThat(verify(folder, KEY).problems().get(0).detail()).contains("line feed");
        Files.write(file, new byte[Limits.DEFAULTS.envelopeBytes() + 1]);
        assertThat(found(verify(folder, KEY))).containsExactly("0 over-limit");
    }

    @Test
    void evidenceOfAnotherJobInALedgerIsNamedWhenItIsRead() throws IOException {
        ChainLink link = entry(1, START, null);
        LedgerIdentity mail = new LedgerIdentity(SHOP.controller(), "team/mail");
        byte[] line = Envelope.seal(StatementWriter.write(link, Samples.fact(mail, 1)), KEY)
                .toByteArray();
        lines(folder, List.of(new String(line, StandardCharsets.UTF_8)));
        Files.write(
                folder.resolve(LedgerLayout.HEAD),
                HeadStatement.seal(new LedgerHead(ID, SHOP, 1, 1, Sha256.hex(line), START), KEY));
        Verification verification =
                LedgerReader.read(folder, KeySet.of(KEY.publicKey()), VerifyOptions.DEFAULTS, Limits.DEFAULTS);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("1 replayed");
        assertThat(TamperingTest.intact(verification)).isEmpty();
    }

    @Test
    void problemsBeyondTheLimitAreCountedAndTheWorstIsTold() {
        Samples.ledger(folder, SHOP, KEY, 3);
        ProblemLog log = new ProblemLog(Limits.DEFAULTS);
        for (int i = 1; i <= Limits.DEFAULTS.problems() + 5; i++) {
            log.add(i, VerifyProblem.What.CLOCK_STEP, "note");
        }
        assertThat(log.verdict()).isEqualTo(Verdict.HELD);
        log.add(500, VerifyProblem.What.FILE_ABSENT, "absent");
        log.add(501, VerifyProblem.What.CHANGED, "changed");
        log.add(502, VerifyProblem.What.CHANGED, "changed");
        assertThat(log.count()).isEqualTo(Limits.DEFAULTS.problems() + 8);
        assertThat(log.problems()).hasSize(Limits.DEFAULTS.problems());
        assertThat(log.problems().get(Limits.DEFAULTS.problems() - 1).sequence())
                .isEqualTo(501);
        assertThat(log.verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void linesAreFoundWhereverBuffersEnd() throws IOException {
        for (int length : List.of(0, 1, 7, 8, 9, 1000, 131_070, 262_142, 262_143, 262_144, 300_000, 700_000)) {
            byte[] text = new byte[length];
            Arrays.fill(text, (byte) 0x8A);
            byte[] all = new byte[3 * (length + 1) + 2];
            Arrays.fill(all, (byte) 'x');
            for (int i = 0; i < 3; i++) {
                System.arraycopy(text, 0, all, i * (length + 1), length);
                all[(i + 1) * (length + 1) - 1] = '\n';
            }
            LedgerLines lines = new LedgerLines(new ByteArrayInputStream(all), Limits.DEFAULTS);
            for (int i = 1; i <= 3; i++) {
                assertThat(lines.next()).isTrue();
                assertThat(Arrays.copyOfRange(lines.buffer(), lines.start(), lines.end()))
                        .isEqualTo(text);
                if (i > 1) {
                    assertThat(Arrays.copyOfRange(lines.buffer(), lines.previousStart(), lines.start() - 1))
                            .isEqualTo(text);
                }
                assertThat(lines.bytes()).isEqualTo((long) i * (length + 1));
            }
            assertThat(lines.next()).isFalse();
            assertThat(lines.remainder()).isEqualTo(2);
        }
    }

    private static ChainLink entry(long sequence, Instant recordedAt, Duration step) {
        return new ChainLink(ID, sequence, sequence == 1 ? ChainLink.NONE : "", recordedAt, step, null, List.of());
    }

    private static LedgerHead head(long last, Instant recordedAt) {
        return new LedgerHead(ID, SHOP, 1, last, "", recordedAt);
    }

    private Verification signed(ChainLink... links) throws IOException {
        return signed(head(links.length, links[links.length - 1].recordedAt()), links);
    }

    private Verification signed(LedgerHead head, ChainLink... links) throws IOException {
        byte[][] payloads = new byte[links.length][];
        String previous = "";
        for (int i = 0; i < links.length; i++) {
            ChainLink link = links[i].previous().isEmpty() ? after(links[i], previous) : links[i];
            payloads[i] = payload(link);
            previous = Envelope.seal(payloads[i], KEY).digest();
        }
        return sealed(head, payloads);
    }

    /** Seals payloads, which name each other's digests already where that matters, and a head that names the last. */
    private Verification sealed(LedgerHead head, byte[]... payloads) throws IOException {
        List<String> lines = new ArrayList<>();
        String digest = "";
        for (byte[] payload : payloads) {
            String text = new String(payload, StandardCharsets.UTF_8)
                    .replace("\"previous\":\"\"", "\"previous\":\"" + digest + "\"");
            Envelope envelope = Envelope.seal(text.getBytes(StandardCharsets.UTF_8), KEY);
            lines.add(new String(envelope.toByteArray(), StandardCharsets.UTF_8));
            digest = envelope.digest();
        }
        lines(folder, lines);
        LedgerHead named = new LedgerHead(head.ledger(), SHOP, head.from(), head.last(), digest, head.recordedAt());
        Files.write(folder.resolve(LedgerLayout.HEAD), HeadStatement.seal(named, KEY));
        return verify(folder, KEY);
    }

    private static ChainLink after(ChainLink link, String digest) {
        return new ChainLink(
                link.ledger(),
                link.sequence(),
                digest,
                link.recordedAt(),
                link.clockStepBack(),
                link.nextKey(),
                link.files());
    }

    private static byte[] payload(ChainLink link) {
        return StatementWriter.write(link, Samples.fact(SHOP, (int) link.sequence()));
    }

    private static void reseal(Path file, String payload) throws IOException {
        byte[] envelope =
                Envelope.seal(payload.getBytes(StandardCharsets.UTF_8), KEY).toByteArray();
        Files.writeString(file, new String(envelope, StandardCharsets.UTF_8) + "\n");
    }

    private static List<String> reasons(Verification verification, int index) {
        return ((Evidence.Integrity.Broken) verification.evidence().get(index).integrity())
                .reasons().stream().map(Object::toString).toList();
    }
}
