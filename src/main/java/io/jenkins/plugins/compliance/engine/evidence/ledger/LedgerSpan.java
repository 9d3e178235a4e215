package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLinkReader;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;
import io.jenkins.plugins.compliance.engine.evidence.form.HeadStatement;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last entries of a ledger with a head of their own: what can be laid beside the artifacts of a build, and verified without the
 * rest.
 *
 * @param head the signed head of the span, for {@link LedgerLayout#HEAD}
 * @param manifest of which entries the files are there too, for {@link LedgerLayout#BUNDLE}
 * @param entries the entries
 */
public record LedgerSpan(byte[] head, byte[] manifest, List<Entry> entries) {
    private static final int STEP_BYTES = 1 << 18;

    /** Takes a copy of the entries. */
    public LedgerSpan {
        entries = List.copyOf(entries);
    }

    /**
     * An entry.
     *
     * @param sequence its sequence
     * @param file name for its file
     * @param envelope its envelope
     */
    public record Entry(long sequence, String file, byte[] envelope) {}

    /**
     * Takes a span out of a ledger. Nothing is verified but that the entries are those that the evidence is of.
     *
     * @param folder the evidence folder
     * @param evidence entries that follow each other, oldest first, as they were read and verified
     * @param withFiles sequences of those whose files are there
     * @param key signs the head; the one that signed the last entry
     * @throws IOException when the folder can't be read, or the entries are not there or too long
     */
    public static LedgerSpan of(Path folder, List<Evidence> evidence, List<Long> withFiles, SigningKey key)
            throws IOException {
        Evidence last = evidence.get(evidence.size() - 1);
        List<Entry> entries = new ArrayList<>();
        for (byte[] envelope : envelopes(folder, evidence.get(0).digest(), evidence.size())) {
            Evidence expected = evidence.get(entries.size());
            if (!Sha256.hex(envelope).equals(expected.digest())) {
                throw new IOException(
                        "entry " + expected.sequence() + " of " + folder + " is not the one that was read");
            }
            entries.add(new Entry(
                    expected.sequence(), LedgerLayout.entryFile(expected.sequence(), expected.name()), envelope));
        }
        LedgerHead head = new LedgerHead(
                ledger(entries.get(0)),
                last.origin().identity(),
                evidence.get(0).sequence(),
                last.sequence(),
                last.digest(),
                last.recordedAt());
        return new LedgerSpan(
                HeadStatement.seal(head, key), BundleManifest.of(withFiles).toJson(), entries);
    }

    /** So many lines from that of a digest on, read backwards from the end: spans are near it. */
    private static List<byte[]> envelopes(Path folder, String digest, int count) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve(LedgerLayout.LEDGER).toFile(), "r")) {
            long length = file.length();
            long most = Math.min(length, (long) Integer.MAX_VALUE / 2);
            for (long size = Math.min(most, STEP_BYTES); ; size = Math.min(most, size * 4)) {
                byte[] bytes = new byte[(int) size];
                file.seek(length - size);
                file.readFully(bytes);
                List<byte[]> lines = from(bytes, size == length, digest, count);
                if (lines.size() == count) {
                    return lines;
                }
                if (size == most) {
                    throw new IOException(folder + " does not hold the entries of the span");
                }
            }
        }
    }

    private static List<byte[]> from(byte[] bytes, boolean whole, String digest, int count) {
        int start = whole ? 0 : LedgerLines.lineFeed(bytes, 0, bytes.length) + 1;
        List<byte[]> lines = new ArrayList<>();
        while (lines.size() < count) {
            int end = LedgerLines.lineFeed(bytes, start, bytes.length);
            if (end < 0) {
                break;
            }
            byte[] line = Arrays.copyOfRange(bytes, start, end);
            if (!lines.isEmpty() || Sha256.hex(line).equals(digest)) {
                lines.add(line);
            }
            start = end + 1;
        }
        return lines;
    }

    private static String ledger(Entry entry) throws IOException {
        try {
            return ChainLinkReader.read(Envelope.parse(entry.envelope()), false).ledger();
        } catch (BrokenEnvelopeException e) {
            throw new IOException(entry.file() + " is damaged: " + e.getMessage(), e);
        }
    }
}
