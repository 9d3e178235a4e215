package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySetJson;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.file.ArchiveOutput;
import io.jenkins.plugins.compliance.engine.io.file.AtomicFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One archive to take away: the whole chain, so that nothing can be left out of it unseen, with the kept files of the entries
 * that were asked for. Verified like the folder that it was made of.
 */
public final class Bundle {
    private Bundle() {}

    /**
     * What a bundle holds.
     *
     * @param entries entries of the ledger, all of which are in it
     * @param chosen entries whose kept files are in it
     * @param files kept files that are in it
     * @param absent names of kept files that should be in it and that are not there
     */
    public record Contents(long entries, long chosen, long files, List<String> absent) {
        /** Takes a copy of the names. */
        public Contents {
            absent = List.copyOf(absent);
        }
    }

    /**
     * Writes a bundle. Nothing is verified: what is broken in the folder is as broken in the bundle.
     *
     * @param place an evidence folder, or a zip archive of one
     * @param chosen which entries' kept files go in
     * @param keys public keys to carry along for convenience; nobody should trust them for being in there
     * @param file the archive; replaced when it exists
     * @throws IOException when the place has no ledger or head, or something can't be read or written
     */
    public static Contents write(Path place, Predicate<Evidence> chosen, KeySet keys, Path file, Limits limits)
            throws IOException {
        Verification ledger = LedgerReader.read(place, keys, VerifyOptions.DEFAULTS.withoutFiles(), limits);
        List<String> absent = new ArrayList<>();
        long[] files = new long[1];
        try (EvidenceSource source = LedgerReader.source(place, limits)) {
            // Files that the place itself says were taken away are not promised.
            BundleManifest kept = BundleManifest.of(source, limits, new ProblemLog(limits));
            List<Evidence> entries = ledger.evidence().stream()
                    .filter(chosen)
                    .filter(entry -> kept.includes(entry.sequence()))
                    .toList();
            byte[] head = source.head().orElseThrow(() -> lacks(place, LedgerLayout.HEAD));
            AtomicFile.write(file, out -> {
                try (ArchiveOutput archive = new ArchiveOutput(new Unclosed(out))) {
                    add(archive, LedgerLayout.BUNDLE, manifest(entries).toJson());
                    add(archive, LedgerLayout.HEAD, head);
                    try (InputStream lines = source.ledger().orElseThrow(() -> lacks(place, LedgerLayout.LEDGER))) {
                        archive.add(LedgerLayout.LEDGER, lines);
                    }
                    if (!keys.isEmpty()) {
                        add(archive, LedgerLayout.KEYS, KeySetJson.write(keys));
                    }
                    for (Evidence entry : entries) {
                        files[0] += files(archive, source, entry, absent);
                    }
                }
            });
            return new Contents(ledger.checked().entries(), entries.size(), files[0], absent);
        }
    }

    private static BundleManifest manifest(List<Evidence> entries) {
        return BundleManifest.of(
                entries.stream().map(Evidence::sequence).sorted().distinct().toList());
    }

    private static long files(ArchiveOutput archive, EvidenceSource source, Evidence entry, List<String> absent)
            throws IOException {
        long added = 0;
        for (String name : names(entry)) {
            Optional<EvidenceSource.KeptContent> kept = source.file(name);
            if (kept.isEmpty()) {
                absent.add(name);
                continue;
            }
            try (InputStream content = kept.get().content()) {
                archive.add(LedgerLayout.FILES + "/" + name, content);
                added++;
            }
        }
        return added;
    }

    private static List<String> names(Evidence entry) {
        List<String> names = new ArrayList<>();
        for (ReportFact report : entry.reports()) {
            if (report.file() != null) {
                names.add(report.file());
            }
            ReportFact.Details details = report.details();
            if (details != null) {
                names.add(details.file());
            }
        }
        return names;
    }

    private static void add(ArchiveOutput archive, String name, byte[] content) throws IOException {
        archive.add(name, new ByteArrayInputStream(content));
    }

    private static IOException lacks(Path place, String what) {
        return new IOException(place + " has no " + what + "; expected an evidence folder or an archive of one");
    }

    /** The file is closed by who opened it. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
