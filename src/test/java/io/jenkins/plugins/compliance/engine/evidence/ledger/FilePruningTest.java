package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of old entries go; the entries stay, and say that they went. */
class FilePruningTest {
    @TempDir
    private Path folder;

    private List<Evidence> evidence() throws IOException {
        return LedgerReader.read(folder, KeySet.of(KEY.publicKey()), VerifyOptions.DEFAULTS, Limits.DEFAULTS)
                .evidence();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(LedgerLayout.FILES))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void onlyTheFilesOfThoseEntriesGo() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 8);
        assertThat(FilePruning.prune(folder, evidence(), Set.of(1L, 2L, 6L))).isEqualTo(4);
        assertThat(files())
                .containsExactly(
                        "000004-details.jsonl",
                        "000004-spotbugs.sarif",
                        "000008-details.jsonl",
                        "000008-spotbugs.sarif");

        Verification verification = verify(folder, KEY);
        assertThat(verification.verdict())
                .as(verification.problems().toString())
                .isEqualTo(Verdict.HELD);
        assertThat(verification.checked().filesNotIncluded()).isEqualTo(4);
        assertThat(verification.checked().files()).isEqualTo(4);
        assertThat(verification.evidence()).hasSize(8);
    }

    @Test
    void againTakesWhatWentBeforeAlongAndFindsNothingMore() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 4);
        FilePruning.prune(folder, evidence(), Set.of(2L));
        assertThat(FilePruning.prune(folder, evidence(), Set.of(2L))).isZero();
        assertThat(FilePruning.prune(folder, evidence(), Set.of(2L, 4L))).isEqualTo(2);
        assertThat(files()).isEmpty();
        assertThat(verify(folder, KEY).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void whatIsAbsentBesidesIsStillMissed() throws IOException {
        Samples.ledger(folder, SHOP, KEY, 6);
        FilePruning.prune(folder, evidence(), Set.of(2L, 4L));
        Files.delete(folder.resolve("files/000006-details.jsonl"));
        assertThat(verify(folder, KEY).verdict()).isEqualTo(Verdict.UNDECIDED);
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            ledger.append(Samples.scan(ledger, SHOP, 7));
        }
        Files.delete(folder.resolve("files/000007-details.jsonl"));
        assertThat(verify(folder, KEY).problems())
                .filteredOn(problem -> problem.what() == VerifyProblem.What.FILE_ABSENT)
                .extracting(VerifyProblem::sequence)
                .containsExactly(6L, 7L);
    }
}
