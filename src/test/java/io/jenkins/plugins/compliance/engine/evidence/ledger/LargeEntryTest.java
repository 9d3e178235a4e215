package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries larger than what is read of the end of a ledger in one step. */
class LargeEntryTest {
    private static final int FACTS = 6000;

    @TempDir
    private Path folder;

    private static Observation large(int build) {
        Map<String, String> facts = new TreeMap<>();
        for (int i = 0; i < FACTS; i++) {
            facts.put("fact-" + i, "value " + i + " of " + build + "x".repeat(50));
        }
        return new Observation(
                "pipeline",
                Samples.START.plusSeconds(build),
                Samples.origin(SHOP, String.valueOf(build)),
                Tags.NONE,
                List.of(),
                new Fact.Pipeline(facts));
    }

    private void append(Observation... observations) throws IOException {
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, () -> Samples.START.plusSeconds(100))) {
            for (Observation each : observations) {
                ledger.append(each);
            }
        }
    }

    @Test
    void aLedgerGoesOnAfterThem() throws IOException {
        append(Samples.fact(SHOP, 1), large(2));
        append(large(3));
        append(Samples.fact(SHOP, 4));
        assertThat(Files.size(folder.resolve(LedgerLayout.LEDGER))).isGreaterThan(1_000_000);
        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict())
                .as(verification.problems().toString())
                .isEqualTo(Verdict.HELD);
        assertThat(verification.evidence()).hasSize(4);
        assertThat(((Fact.Pipeline) verification.evidence().get(2).fact()).facts())
                .hasSize(FACTS);
    }

    @Test
    void oneThatFollowsTheHeadIsFoundAgain() throws IOException {
        append(Samples.fact(SHOP, 1));
        byte[] head = Files.readAllBytes(folder.resolve(LedgerLayout.HEAD));
        append(large(2), large(3));
        Files.write(folder.resolve(LedgerLayout.HEAD), head);
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, () -> Samples.START.plusSeconds(100))) {
            assertThat(ledger.recovered()).isNotEmpty();
            assertThat(ledger.nextSequence()).isEqualTo(4);
        }
        assertThat(verify(folder, KEY).verdict()).isEqualTo(Verdict.HELD);
    }
}
