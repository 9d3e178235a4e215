package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.OTHER_KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last entries of a ledger, laid beside the artifacts of a build. */
class LedgerSpanTest {
    @TempDir
    private Path directory;

    private Path ledger(int entries) throws IOException {
        return Samples.ledger(Files.createDirectory(directory.resolve("ledger")), SHOP, KEY, entries);
    }

    private static List<Evidence> evidence(Path folder) throws IOException {
        return LedgerReader.read(folder, KeySet.of(KEY.publicKey()), VerifyOptions.DEFAULTS, Limits.DEFAULTS)
                .evidence();
    }

    /** As a build archives it: entries, head, manifest and kept files side by side. */
    private Path archived(Path ledger, LedgerSpan span, List<Long> withFiles) throws IOException {
        Path archive = Files.createDirectories(directory.resolve("archive"));
        for (LedgerSpan.Entry entry : span.entries()) {
            Files.write(archive.resolve(entry.file()), entry.envelope());
        }
        Files.write(archive.resolve(LedgerLayout.HEAD), span.head());
        Files.write(archive.resolve(LedgerLayout.BUNDLE), span.manifest());
        try (Stream<Path> files = Files.list(ledger.resolve(LedgerLayout.FILES))) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (withFiles.contains(Long.parseLong(name.substring(0, name.indexOf('-'))))) {
                    Files.copy(file, archive.resolve(name));
                }
            }
        }
        return archive;
    }

    @Test
    void itIsVerifiedWithoutTheRest() throws IOException {
        Path ledger = ledger(9);
        List<Evidence> last = evidence(ledger).subList(5, 9);
        LedgerSpan span = LedgerSpan.of(ledger, last, List.of(8L), KEY);
        assertThat(span.entries())
                .extracting(LedgerSpan.Entry::file)
                .containsExactly(
                        "000006-scan-spotbugs.dsse.json",
                        "000007-pipeline.dsse.json",
                        "000008-scan-spotbugs.dsse.json",
                        "000009-pipeline.dsse.json");
        Path archive = archived(ledger, span, List.of(8L));

        Verification verification = verify(archive, KEY);
        assertThat(verification.verdict())
                .as(verification.problems().toString())
                .isEqualTo(Verdict.HELD);
        assertThat(verification.evidence()).isEqualTo(last);
        assertThat(verification.head().from()).isEqualTo(6);
        assertThat(verification.head().last()).isEqualTo(9);
        assertThat(verification.head().identity()).isEqualTo(SHOP);
        assertThat(verification.checked().files()).as("report and details of 8").isEqualTo(2);
        assertThat(verification.checked().filesNotIncluded()).as("those of 6").isEqualTo(2);
        assertThat(verify(zipped(archive), KEY).evidence()).isEqualTo(last);
        assertThat(verify(archive, OTHER_KEY).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(LedgerReader.claimedSigner(archive, Limits.DEFAULTS)).contains(KEY.id());
        assertThat(LedgerReader.claimedHead(archive, Limits.DEFAULTS)).contains(verification.head());
    }

    @Test
    void whatIsTakenOutOfItOrChangedIsFound() throws IOException {
        Path ledger = ledger(6);
        LedgerSpan span = LedgerSpan.of(ledger, evidence(ledger).subList(2, 6), List.of(4L, 6L), KEY);
        Path archive = archived(ledger, span, List.of(4L, 6L));
        assertThat(verify(archive, KEY).verdict()).isEqualTo(Verdict.HELD);
        Path first = archive.resolve("000003-pipeline.dsse.json");
        byte[] envelope = Files.readAllBytes(first);
        Files.delete(first);
        assertThat(verify(archive, KEY).verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(verify(zipped(archive), KEY).verdict()).isEqualTo(Verdict.BROKEN);
        Files.write(first, envelope);
        Path report = archive.resolve("000004-spotbugs.sarif");
        Files.write(report, new byte[11]);
        assertThat(verify(archive, KEY).verdict()).isEqualTo(Verdict.BROKEN);
        Files.delete(report);
        assertThat(verify(archive, KEY).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void itMayBeTheWholeLedgerOrBeginFarFromItsEnd() throws IOException {
        Path ledger = ledger(210);
        assertThat(Files.size(ledger.resolve(LedgerLayout.LEDGER)))
                .as("more than is read in one step")
                .isGreaterThan(1 << 18);
        List<Evidence> all = evidence(ledger);
        for (int from : new int[] {0, 1, 100, 209}) {
            LedgerSpan span = LedgerSpan.of(ledger, all.subList(from, 210), List.of(), KEY);
            assertThat(span.entries())
                    .hasSize(210 - from)
                    .element(0)
                    .satisfies(entry -> assertThat(entry.sequence()).isEqualTo(from + 1));
            assertThat(span.entries())
                    .extracting(entry -> Sha256.hex(entry.envelope()))
                    .containsExactlyElementsOf(all.subList(from, 210).stream()
                            .map(Evidence::digest)
                            .toList());
        }
    }

    @Test
    void entriesThatAreNotThereAreRefused() throws IOException {
        Path ledger = ledger(4);
        List<Evidence> here = evidence(ledger);
        Path other = Samples.ledger(Files.createDirectory(directory.resolve("other")), SHOP, KEY, 5);
        List<Evidence> there = evidence(other);
        assertThatThrownBy(() -> LedgerSpan.of(ledger, there, List.of(), KEY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not hold the entries");
        List<Evidence> gap = List.of(here.get(1), here.get(3));
        assertThatThrownBy(() -> LedgerSpan.of(ledger, gap, List.of(), KEY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("entry 4 of")
                .hasMessageContaining("is not the one that was read");
    }

    private Path zipped(Path folder) throws IOException {
        Path zip = Files.createTempFile(directory, "span", ".zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out);
                Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                archive.putNextEntry(new ZipEntry(folder.getFileName() + "/" + file.getFileName()));
                archive.write(Files.readAllBytes(file));
                archive.closeEntry();
            }
        }
        return zip;
    }
}
