package io.jenkins.plugins.compliance.engine.evidence;

import static io.jenkins.plugins.compliance.engine.evidence.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path folder;

    @Test
    void what_is_recorded_is_read_back_and_holds() throws IOException {
        List<Evidence> recorded = new ArrayList<>();
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            recorded.add(ledger.append(Samples.fact(SHOP, 1)));
            recorded.add(ledger.append(Samples.scan(ledger, SHOP, 2)));
        }
        Verification verification = Samples.verify(folder, KEY);
        assertThat(verification.problems()).isEmpty();
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(verification.evidence()).isEqualTo(recorded);
        assertThat(verification.checked().files()).isEqualTo(2);
        assertThat(verification.checked().signatures()).isEqualTo(1);
    }
}
