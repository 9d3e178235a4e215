package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.OTHER_KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.found;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.lines;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;
import io.jenkins.plugins.compliance.engine.evidence.form.HeadStatement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an attacker without the key can do to a folder, on real bytes. */
class TamperingTest {
    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void record() {
        folder = Samples.ledger(parent.resolve("evidence"), SHOP, KEY, 7);
    }

    @Test
    void nothingChangedHolds() {
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(verification.problems()).isEmpty();
        assertThat(intact(verification)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void aChangedEntryIsNamedAndTakesWithItWhatIsBelow() {
        List<String> lines = lines(folder);
        lines.set(3, withPayload(lines.get(3), payload(lines.get(3)).replace("\"exitCode\":0", "\"exitCode\":1")));
        lines(folder, lines);
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("4 changed");
        assertThat(verification.problems().get(0).toString())
                .contains("entry 4", "after", "entry 5", "changed", "its signature does not hold either");
        assertThat(intact(verification)).containsExactly(5L, 6L, 7L);
    }

    @Test
    void aChangedLastEntryIsNamed() {
        List<String> lines = lines(folder);
        lines.set(6, withPayload(lines.get(6), payload(lines.get(6)).replace("\"build\":\"7\"", "\"build\":\"8\"")));
        lines(folder, lines);
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("7 changed");
        assertThat(verification.problems().get(0).detail())
                .contains("not the entry that the head names", "does not hold");
        assertThat(intact(verification)).isEmpty();
    }

    @Test
    void aRemovedEntryIsNamed() {
        List<String> lines = lines(folder);
        lines.remove(4);
        lines(folder, lines);
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("5 removed");
        assertThat(verification.problems().get(0).detail()).isEqualTo("entry 5 is missing before entry 6");
        assertThat(intact(verification)).containsExactly(6L, 7L);
    }

    @Test
    void removedFirstEntriesAreNamed() {
        lines(folder, lines(folder).subList(2, 7));
        Verification verification = verify(folder, KEY);
        assertThat(found(verification)).contains("1 removed");
        assertThat(verification.problems().get(0).detail()).isEqualTo("entries 1 to 2 are missing before entry 3");
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void reorderedEntriesAreNamed() {
        List<String> lines = lines(folder);
        Collections.swap(lines, 2, 3);
        lines(folder, lines);
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("3 removed", "3 out-of-order");
        assertThat(verification.problems().get(1).detail())
                .isEqualTo("stands after entry 4: it was moved or put in twice");
        assertThat(intact(verification)).containsExactly(5L, 6L, 7L);
    }

    @Test
    void anEntryThatWasPutInTwiceIsNamed() {
        List<String> lines = lines(folder);
        lines.add(5, lines.get(1));
        lines(folder, lines);
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("2 out-of-order");
    }

    @Test
    void anEntryAfterTheHeadThatDoesNotBelongThereIsNamed() {
        List<String> lines = lines(folder);
        lines.add(lines.get(6));
        lines(folder, lines);
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).startsWith("7 out-of-order");
        assertThat(intact(verification)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(verification.evidence()).hasSize(8);
    }

    @Test
    void anEntryReplayedFromAnotherJobIsNamed() {
        LedgerIdentity mail = new LedgerIdentity("https://ci.example.org/", "team/mail");
        Path other = Samples.ledger(parent.resolve("mail"), mail, KEY, 7);
        List<String> lines = lines(folder);
        lines.set(4, lines(other).get(4));
        lines(folder, lines);
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).contains("5 replayed");
        assertThat(verification.problems().get(0).detail()).contains("belongs to ledger", "put in from elsewhere");
        assertThat(intact(verification)).containsExactly(6L, 7L);
    }

    @Test
    void aWholeLedgerOfAnotherJobDoesNotPassForThisOne() {
        assertThat(verify(folder, VerifyOptions.DEFAULTS.withJob("team/shop"), KEY)
                        .verdict())
                .isEqualTo(Verdict.HELD);
        Verification verification = verify(folder, VerifyOptions.DEFAULTS.withJob("team/mail"), KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("0 replayed");
        assertThat(verification.problems().get(0).detail()).contains("team/shop", "team/mail");
    }

    @Test
    void aTruncatedLedgerIsNamed() {
        lines(folder, lines(folder).subList(0, 5));
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("6 truncated", "0 stray-files");
        assertThat(verification.problems().get(0).detail())
                .isEqualTo("entries 6 to 7 are missing at the end: the head names entry 7 as the last");
        assertThat(intact(verification)).isEmpty();
    }

    @Test
    void aLedgerCutInTheMidstOfAnEntryIsNamed() throws IOException {
        Path ledger = folder.resolve(LedgerLayout.LEDGER);
        byte[] bytes = Files.readAllBytes(ledger);
        Files.write(ledger, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("7 truncated", "0 interrupted");
    }

    @Test
    void entriesSignedAnewWithAnotherKeyUnderTheOldNameAreNamed() {
        List<String> lines = lines(folder);
        String forged = new String(
                        Envelope.seal(payload(lines.get(6)).getBytes(StandardCharsets.UTF_8), OTHER_KEY)
                                .toByteArray(),
                        StandardCharsets.UTF_8)
                .replace(OTHER_KEY.id(), KEY.id());
        lines.set(6, forged);
        lines(folder, lines);
        Verification verification = verify(folder, KEY, OTHER_KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(verification.problems().get(0).detail()).contains("its signature does not hold either");
    }

    @Test
    void aWholeLedgerSignedAnewWithAnotherKeyCanNotBeTold() {
        Path forged = Samples.ledger(parent.resolve("forged"), SHOP, OTHER_KEY, 7);
        Verification verification = verify(forged, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(found(verification)).containsExactly("0 unknown-key", "1 unknown-key");
        assertThat(verification.problems().get(0).detail()).contains(OTHER_KEY.id(), "not among the keys given");
        assertThat(intact(verification)).isEmpty();
    }

    @Test
    void aHeadSignedWithAnotherKeyUnderTheOldNameIsBroken() throws IOException {
        byte[] head = HeadStatement.seal(verify(folder, KEY).head(), OTHER_KEY);
        Files.writeString(
                folder.resolve(LedgerLayout.HEAD),
                new String(head, StandardCharsets.UTF_8).replace(OTHER_KEY.id(), KEY.id()));
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("0 bad-signature");
        assertThat(intact(verification)).isEmpty();
    }

    @Test
    void aHeadOfAnotherTrustedKeyThatNobodyHandedOverToIsBroken() throws IOException {
        Files.write(
                folder.resolve(LedgerLayout.HEAD),
                HeadStatement.seal(verify(folder, KEY).head(), OTHER_KEY));
        Verification verification = verify(folder, KEY, OTHER_KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("7 foreign-key");
        assertThat(verification.problems().get(0).detail())
                .isEqualTo("does not hand over to another key, and the head is signed with key " + OTHER_KEY.id());
        assertThat(intact(verification)).isEmpty();
    }

    @Test
    void anOlderFolderPutBackIsFoundByWhatWasNoted() throws IOException {
        Path older = parent.resolve("older");
        Files.createDirectories(older);
        Files.copy(folder.resolve(LedgerLayout.HEAD), older.resolve(LedgerLayout.HEAD));
        Files.copy(folder.resolve(LedgerLayout.LEDGER), older.resolve(LedgerLayout.LEDGER));
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            ledger.append(Samples.fact(SHOP, 8));
        }
        String noted = verify(folder, KEY).head().digest();
        VerifyOptions options = VerifyOptions.DEFAULTS.withoutFiles();
        assertThat(verify(folder, options.withKnownDigest(noted).withAtLeast(8), KEY)
                        .verdict())
                .isEqualTo(Verdict.HELD);
        assertThat(verify(older, options, KEY).verdict()).isEqualTo(Verdict.HELD);
        assertThat(found(verify(older, options.withKnownDigest(noted), KEY))).contains("0 rolled-back");
        assertThat(verify(older, options.withKnownDigest(noted), KEY).verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verify(older, options.withAtLeast(8), KEY))).contains("0 rolled-back");
        assertThat(verify(older, options.withAtLeast(7), KEY).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aDigestNotedEarlierIsFoundInALedgerThatGrew() throws IOException {
        String noted = verify(folder, KEY).evidence().get(2).digest();
        assertThat(verify(folder, VerifyOptions.DEFAULTS.withKnownDigest(noted), KEY)
                        .verdict())
                .isEqualTo(Verdict.HELD);
    }

    @Test
    void aChangedFileIsNamedWithItsEntry() throws IOException {
        Files.writeString(folder.resolve("files/000004-spotbugs.sarif"), "{\"build\":5}");
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("4 file-changed");
        assertThat(verification.problems().get(0).detail()).contains("000004-spotbugs.sarif", "digest");
        assertThat(intact(verification)).containsExactly(1L, 2L, 3L, 5L, 6L, 7L);
        Evidence.Integrity integrity = verification.evidence().get(3).integrity();
        assertThat(((Evidence.Integrity.Broken) integrity).reasons()).hasSize(1);
        assertThat(verify(folder, VerifyOptions.DEFAULTS.withoutFiles(), KEY).verdict())
                .isEqualTo(Verdict.HELD);
    }

    @Test
    void aFileThatGrewIsNamed() throws IOException {
        Files.writeString(folder.resolve("files/000004-spotbugs.sarif"), "{\"build\":4} ");
        assertThat(verify(folder, KEY).problems().get(0).detail()).contains("11 bytes that were recorded");
    }

    @Test
    void aFileThatIsAbsentLeavesItUndecided() throws IOException {
        Files.delete(folder.resolve("files/000002-details.jsonl"));
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(found(verification)).containsExactly("2 file-absent");
        assertThat(intact(verification)).containsExactly(1L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void aLinkInThePlaceOfAFileIsNotFollowed() throws IOException {
        Path file = folder.resolve("files/000002-details.jsonl");
        Path elsewhere = parent.resolve("elsewhere");
        Files.move(file, elsewhere, StandardCopyOption.REPLACE_EXISTING);
        Files.createSymbolicLink(file, elsewhere);
        assertThat(found(verify(folder, KEY))).containsExactly("2 file-absent");
    }

    @Test
    void aFileThatNoEntryVouchesForIsNoted() throws IOException {
        Files.writeString(folder.resolve("files/000009-clean.sarif"), "{}");
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(found(verification)).containsExactly("0 stray-files");
        assertThat(verification.problems().get(0).detail())
                .isEqualTo("1 file is vouched for by no entry: 000009-clean.sarif");
    }

    @Test
    void aLedgerWithoutAHeadCanNotBeTold() throws IOException {
        Files.delete(folder.resolve(LedgerLayout.HEAD));
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(found(verification)).containsExactly("0 no-head");
        assertThat(intact(verification)).isEmpty();
    }

    @Test
    void anEmptyFolderCanNotBeTold() throws IOException {
        Path empty = Files.createDirectory(parent.resolve("empty"));
        Verification verification = verify(empty, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(found(verification)).containsExactly("0 no-head", "0 empty");
    }

    @Test
    void withoutAKeyNothingCanBeTold() {
        Verification verification = verify(folder);
        assertThat(verification.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(verification.checked().signatures()).isZero();
        assertThat(intact(verification)).isEmpty();
    }

    @Test
    void everySignatureIsCheckedWhenAskedFor() {
        Verification verification = verify(folder, VerifyOptions.DEFAULTS.withEverySignature(), KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(verification.checked().signatures()).isEqualTo(8);
    }

    /** Sequences of the entries that can be relied on. */
    static List<Long> intact(Verification verification) {
        return verification.evidence().stream()
                .filter(entry -> entry.integrity() instanceof Evidence.Integrity.Verified)
                .map(Evidence::sequence)
                .toList();
    }

    static String payload(String line) {
        String base64 = line.replaceAll(".*\"payload\":\"([^\"]*)\".*", "$1");
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    static String withPayload(String line, String payload) {
        String base64 = Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        return line.replaceAll("\"payload\":\"[^\"]*\"", "\"payload\":\"" + base64 + "\"");
    }
}
