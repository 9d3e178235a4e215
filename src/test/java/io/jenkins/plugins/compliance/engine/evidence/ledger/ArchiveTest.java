package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.OTHER_KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.found;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.form.HeadStatement;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence in archives, in bundles and in files of its own. */
class ArchiveTest {
    @TempDir
    Path parent;

    private Path folder;
    private Path zip;

    @BeforeEach
    void record() {
        folder = Samples.ledger(parent.resolve("evidence"), SHOP, KEY, 6);
        zip = parent.resolve("evidence.zip");
    }

    @Test
    void anArchiveOfAFolderHoldsAtItsTopAndBelow() throws IOException {
        for (String prefix : List.of("", "build-17/compliance/")) {
            zip(content(prefix));
            Verification verification = verify(zip, KEY);
            assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
            assertThat(verification.problems()).isEmpty();
            assertThat(verification.checked().files()).isEqualTo(6);
            assertThat(verification.evidence()).hasSize(6);
        }
    }

    @Test
    void aChangedFileInAnArchiveIsNamed() throws IOException {
        Map<String, byte[]> content = content("");
        content.put("files/000002-details.jsonl", "[]\n".getBytes(StandardCharsets.UTF_8));
        zip(content);
        assertThat(found(verify(zip, KEY))).containsExactly("2 file-changed");
    }

    @Test
    void aKeptFileThatCanNotBeUnpackedIsNamed() throws IOException {
        Map<String, byte[]> content = content("");
        zip(content);
        byte[] bytes = Files.readAllBytes(zip);
        String name = "files/000002-spotbugs.sarif";
        int packed = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
        java.util.Arrays.fill(bytes, packed, packed + 6, (byte) 0xFF);
        Files.write(zip, bytes);
        Verification verification = verify(zip, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found(verification)).containsExactly("2 file-changed");
        assertThat(verification.problems().get(0).detail()).contains("000002-spotbugs.sarif can't be unpacked");
    }

    @Test
    void aDamagedArchiveNeverHolds() throws IOException {
        zip(content(""));
        byte[] good = Files.readAllBytes(zip);
        int held = 0;
        for (int place = 0; place < good.length; place += 97) {
            byte[] bad = good.clone();
            bad[place] ^= 0x55;
            Files.write(zip, bad);
            try {
                // What changed may be a time stamp of the archive; then all that is evidence is as it was.
                held += verify(zip, KEY).verdict() == Verdict.HELD ? 1 : 0;
            } catch (java.io.UncheckedIOException e) {
                assertThat(e.getCause()).isInstanceOf(MalformedInputException.class);
            }
        }
        assertThat(held).isLessThan(good.length / 97 / 4);
        Files.write(zip, java.util.Arrays.copyOf(good, good.length / 2));
        assertThatThrownBy(() -> LedgerReader.verify(zip, KeySet.EMPTY, VerifyOptions.DEFAULTS, Limits.DEFAULTS))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("evidence.zip")
                .hasMessageContaining("not a zip archive");
    }

    @Test
    void anArchiveWithTwoEvidenceFoldersIsRefused() throws IOException {
        Map<String, byte[]> content = content("a/");
        content.putAll(content("b/"));
        zip(content);
        assertThatThrownBy(() -> LedgerReader.verify(zip, KeySet.EMPTY, VerifyOptions.DEFAULTS, Limits.DEFAULTS))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("2 evidence folders");
    }

    @Test
    void aPlaceThatIsNotThereIsAnError() {
        Path nowhere = parent.resolve("nowhere");
        assertThatThrownBy(() -> LedgerReader.verify(nowhere, KeySet.EMPTY, VerifyOptions.DEFAULTS, Limits.DEFAULTS))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void entriesThatAreFilesOfTheirOwnHold() throws IOException {
        Map<String, byte[]> build = separate();
        Path separate = unpack(build, "separate");
        assertThat(verify(separate, KEY).problems()).isEmpty();
        assertThat(verify(separate, KEY).verdict()).isEqualTo(Verdict.HELD);
        zip(build);
        assertThat(verify(zip, KEY).verdict()).isEqualTo(Verdict.HELD);
        assertThat(verify(zip, KEY).checked().files()).isEqualTo(6);

        build.remove("000004-scan-spotbugs.dsse.json");
        assertThat(found(verify(unpack(build, "removed"), KEY))).contains("4 removed");
    }

    @Test
    void aSpanOfALedgerHoldsUnderAHeadOfItsOwn() throws IOException {
        LedgerHead all = verify(folder, KEY).head();
        Map<String, byte[]> span = separate();
        for (int i = 1; i <= 2; i++) {
            int sequence = i;
            span.keySet().removeIf(name -> name.startsWith("00000" + sequence));
        }
        LedgerHead head = new LedgerHead(all.ledger(), SHOP, 3, 6, all.digest(), all.recordedAt());
        assertThat(head.entries()).isEqualTo(4);
        span.put(LedgerLayout.HEAD, HeadStatement.seal(head, KEY));
        Verification verification = verify(unpack(span, "span"), KEY);
        assertThat(verification.problems()).isEmpty();
        assertThat(TamperingTest.intact(verification)).containsExactly(3L, 4L, 5L, 6L);
        span.remove("000003-pipeline.dsse.json");
        assertThat(found(verify(unpack(span, "span2"), KEY))).contains("3 removed");
    }

    @Test
    void aBundleHoldsAndSaysWhatIsNotInIt() throws IOException {
        KeySet keys = KeySet.of(KEY.publicKey());
        Bundle.Contents contents =
                Bundle.write(folder, entry -> entry.origin().build().equals("4"), keys, zip, Limits.DEFAULTS);
        assertThat(contents).isEqualTo(new Bundle.Contents(6, 1, 2, List.of()));
        assertThat(BundleManifest.of(List.of(2L, 3L, 4L, 7L, 9L, 10L)).ranges())
                .containsExactly(
                        new BundleManifest.Range(2, 4),
                        new BundleManifest.Range(7, 7),
                        new BundleManifest.Range(9, 10));
        byte[] first = Files.readAllBytes(zip);
        Verification verification = verify(zip, KEY);
        assertThat(verification.verdict()).isEqualTo(Verdict.HELD);
        assertThat(found(verification)).containsExactly("0 files-not-checked");
        assertThat(verification.problems().get(0).detail()).startsWith("4 files are not in this bundle");
        assertThat(verification.checked().files()).isEqualTo(2);
        assertThat(verification.checked().filesNotIncluded()).isEqualTo(4);
        assertThat(verify(zip, OTHER_KEY).verdict()).isEqualTo(Verdict.UNDECIDED);
        Bundle.write(folder, entry -> entry.origin().build().equals("4"), keys, zip, Limits.DEFAULTS);
        assertThat(Files.readAllBytes(zip)).isEqualTo(first);
    }

    @Test
    void aBundleOfEverythingLacksNothing() throws IOException {
        Files.delete(folder.resolve("files/000002-details.jsonl"));
        Bundle.Contents contents = Bundle.write(folder, entry -> true, KeySet.EMPTY, zip, Limits.DEFAULTS);
        assertThat(contents).isEqualTo(new Bundle.Contents(6, 6, 5, List.of("000002-details.jsonl")));
        assertThat(found(verify(zip, KEY))).containsExactly("2 file-absent");
        assertThat(verify(zip, KEY).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void aFileThatWasTakenOutOfABundleIsMissed() throws IOException {
        Bundle.write(folder, entry -> entry.sequence() >= 4, KeySet.EMPTY, zip, Limits.DEFAULTS);
        Map<String, byte[]> content = new TreeMap<>();
        try (java.util.zip.ZipFile bundle = new java.util.zip.ZipFile(zip.toFile())) {
            for (ZipEntry entry : bundle.stream().toList()) {
                content.put(entry.getName(), bundle.getInputStream(entry).readAllBytes());
            }
        }
        assertThat(content).containsKey("bundle.json").doesNotContainKey("keys.json");
        content.remove("files/000006-spotbugs.sarif");
        zip(content);
        assertThat(found(verify(zip, KEY))).contains("6 file-absent");
        content.put("bundle.json", "{\"schema\":1,\"filesOfEntries\":7}".getBytes(StandardCharsets.UTF_8));
        zip(content);
        assertThat(found(verify(zip, KEY))).contains("2 file-absent");
        content.put("bundle.json", "{}".getBytes(StandardCharsets.UTF_8));
        zip(content);
        assertThat(found(verify(zip, KEY))).contains("0 damaged");
        assertThat(verify(zip, KEY).verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void nothingIsBundledWithoutALedger() throws IOException {
        Path empty = Files.createDirectory(parent.resolve("empty"));
        assertThatThrownBy(() -> Bundle.write(empty, entry -> true, KeySet.EMPTY, zip, Limits.DEFAULTS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no head.dsse.json");
        assertThat(Files.exists(zip)).isFalse();
    }

    /** The files of the folder, by their names in an archive. */
    private Map<String, byte[]> content(String prefix) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(prefix + folder.relativize(file), Files.readAllBytes(file));
            }
        }
        return content;
    }

    /** The same evidence as builds archive it: entries that are files, reports beside them. */
    private Map<String, byte[]> separate() throws IOException {
        Map<String, byte[]> separate = new TreeMap<>();
        List<Evidence> evidence = new ArrayList<>(verify(folder, KEY).evidence());
        List<String> lines = Samples.lines(folder);
        for (Evidence entry : evidence) {
            separate.put(
                    LedgerLayout.entryFile(entry.sequence(), entry.name()),
                    lines.get((int) entry.sequence() - 1).getBytes(StandardCharsets.UTF_8));
        }
        content("").forEach((name, bytes) -> {
            if (name.startsWith("files/")) {
                separate.put(name.substring("files/".length()), bytes);
            }
        });
        separate.put(LedgerLayout.HEAD, Files.readAllBytes(folder.resolve(LedgerLayout.HEAD)));
        return separate;
    }

    private Path unpack(Map<String, byte[]> content, String name) throws IOException {
        Path place = Files.createDirectory(parent.resolve(name));
        for (Map.Entry<String, byte[]> file : content.entrySet()) {
            Files.write(place.resolve(file.getKey()), file.getValue());
        }
        return place;
    }

    private void zip(Map<String, byte[]> content) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : content.entrySet()) {
                archive.putNextEntry(new ZipEntry(file.getKey()));
                archive.write(file.getValue());
                archive.closeEntry();
            }
        }
    }
}
