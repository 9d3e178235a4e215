package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.OTHER_KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.TrustedKey;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedLedgerTest {
    private static final KeySet KEYS = KeySet.of(KEY.publicKey());

    @TempDir
    private Path folder;

    private Instant now = Samples.START;

    private FollowedLedger followed;

    @BeforeEach
    void follow() {
        followed = new FollowedLedger(folder, () -> now, Limits.DEFAULTS);
    }

    @Test
    void whatIsAppendedIsReadAndNothingElse() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 20);
        Verification first = followed.read(KEYS);
        assertThat(first.checked().signatures()).isEqualTo(1);
        assertThat(first.checked().files()).isEqualTo(20);
        assertThat(followed.read(KEYS)).isSameAs(first);

        append(SHOP, 21, 25);
        Verification then = followed.read(KEYS);

        assertThat(then).usingRecursiveComparison().ignoringFields("checked").isEqualTo(whole());
        assertThat(then.checked().entries()).isEqualTo(25);
        assertThat(then.checked().bytes()).isEqualTo(Files.size(folder.resolve("ledger.jsonl")));
        assertThat(then.checked().files()).as("files are read once").isEqualTo(24);
        assertThat(then.evidence().get(3))
                .as("not read again")
                .isSameAs(first.evidence().get(3));
        assertThat(then.checked().signatures()).as("one of each head").isEqualTo(2);
        append(SHOP, 26, 26);
        Verification last = followed.read(KEYS);
        assertThat(last.evidence()).hasSize(26);
        assertThat(last.evidence().get(24))
                .as("not read again")
                .isSameAs(then.evidence().get(24));
        assertThat(last.checked().bytes()).isEqualTo(Files.size(folder.resolve("ledger.jsonl")));
    }

    @Test
    void whatIsWrongAndHarmlessIsSaidOnce() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 4);
        Files.writeString(folder.resolve("files/000003-notes.txt"), "of nobody");
        Verification first = followed.read(KEYS);
        assertThat(first.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo(VerifyProblem.What.STRAY_FILES));
        append(SHOP, 5, 5);
        Verification then = followed.read(KEYS);
        assertThat(then).usingRecursiveComparison().ignoringFields("checked").isEqualTo(whole());
        assertThat(then.evidence().get(3))
                .as("not read again")
                .isSameAs(first.evidence().get(3));
        append(SHOP, 6, 6);
        assertThat(followed.read(KEYS).evidence().get(4))
                .as("not read again")
                .isSameAs(then.evidence().get(4));
    }

    @Test
    void filesAreLookedAtOnceAMinute() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 4);
        Verification first = followed.read(KEYS);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(followed.read(KEYS)).isSameAs(first);
        Files.write(folder.resolve("files/000002-spotbugs.sarif"), new byte[1]);
        now = now.plus(Duration.ofSeconds(30));
        assertThat(followed.read(KEYS)).isSameAs(first);
        now = now.plus(Duration.ofSeconds(31));
        assertThat(followed.read(KEYS).evidence().get(1).integrity()).isInstanceOf(Evidence.Integrity.Broken.class);
    }

    @Test
    void aLedgerThatWasChangedIsReadAnew() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 6);
        followed.read(KEYS);
        Path file = folder.resolve("ledger.jsonl");
        List<String> lines = Files.readAllLines(file);
        lines.remove(2);
        Files.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));

        Verification then = followed.read(KEYS);
        assertThat(then.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(then).usingRecursiveComparison().ignoringFields("checked").isEqualTo(whole());
    }

    @Test
    void whatIsAppendedBySomebodyElseIsFoundOut() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 6);
        followed.read(KEYS);
        Path other = Files.createDirectory(folder.resolve("other"));
        Samples.ledger(other, SHOP, OTHER_KEY, 7);
        List<String> foreign = Files.readAllLines(other.resolve("ledger.jsonl"));
        Files.write(
                folder.resolve("ledger.jsonl"),
                (foreign.get(6) + "\n").getBytes(StandardCharsets.UTF_8),
                java.nio.file.StandardOpenOption.APPEND);

        assertThat(followed.read(KEYS).verdict()).isNotEqualTo(Verdict.HELD);
        Files.copy(
                other.resolve("ledger.jsonl"),
                folder.resolve("ledger.jsonl"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                other.resolve("head.dsse.json"),
                folder.resolve("head.dsse.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(followed.read(KEYS).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void aKeptFileThatWasChangedOrLostIsFoundWithinAMinute() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 4);
        followed.read(KEYS);
        Path file = folder.resolve("files/000002-spotbugs.sarif");
        byte[] before = Files.readAllBytes(file);
        Files.write(file, new byte[before.length]);

        now = now.plus(Duration.ofMinutes(2));
        Verification changed = followed.read(KEYS);
        assertThat(changed.evidence().get(1).integrity()).isInstanceOf(Evidence.Integrity.Broken.class);
        assertThat(changed.evidence().get(3).integrity()).isInstanceOf(Evidence.Integrity.Verified.class);
        assertThat(changed.checked().files())
                .as("only what changed is read again")
                .isEqualTo(1);

        append(SHOP, 5, 5);
        assertThat(followed.read(KEYS).evidence().get(1).integrity()).isInstanceOf(Evidence.Integrity.Broken.class);
        Files.delete(file);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(followed.read(KEYS).problems())
                .anyMatch(problem -> problem.what() == VerifyProblem.What.FILE_ABSENT);
        Files.write(file, before);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(followed.read(KEYS).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aKeyThatTakesOverIsFollowedAndOneThatIsTrustedNoMoreCountsNoMore() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 3);
        followed.read(KEYS);
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            ledger.rotate(OTHER_KEY, Samples.origin(SHOP, Ledger.KEY_ROTATION));
        }
        try (Ledger ledger = Samples.open(folder, SHOP, OTHER_KEY, Samples.ticking())) {
            ledger.append(Samples.fact(SHOP, 4));
        }
        KeySet both = new KeySet(List.of(TrustedKey.always(KEY.publicKey()), TrustedKey.always(OTHER_KEY.publicKey())));
        assertThat(followed.read(both).verdict()).isEqualTo(Verdict.HELD);
        assertThat(followed.read(both).evidence()).hasSize(5);
        assertThat(followed.read(KeySet.of(OTHER_KEY.publicKey())).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void aMoveIsFollowed() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 3);
        followed.read(KEYS);
        LedgerIdentity store = new LedgerIdentity(SHOP.controller(), "team/store");
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            ledger.move(store);
        }
        append(store, 4, 4);
        Verification then = followed.read(KEYS);
        assertThat(then).usingRecursiveComparison().ignoringFields("checked").isEqualTo(whole());
        assertThat(then.head().identity()).isEqualTo(store);
    }

    private Verification whole() throws IOException {
        return LedgerReader.read(folder, KEYS, VerifyOptions.DEFAULTS, Limits.DEFAULTS);
    }

    private void append(LedgerIdentity identity, int from, int to) throws IOException {
        try (Ledger ledger = Samples.open(folder, identity, KEY, () -> Samples.START.plusSeconds(1000))) {
            for (int i = from; i <= to; i++) {
                ledger.append(i % 2 == 0 ? Samples.scan(ledger, identity, i) : Samples.fact(identity, i));
            }
        }
    }
}
