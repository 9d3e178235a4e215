package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.io.BoundedInputStream;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.file.AtomicFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Keeps files beside a ledger: raw reports and their normalised elements. Names are chosen by the recorder, never taken from
 * a report. A file is written whole or not at all, and its digest is computed from the bytes on their way to disk.
 */
final class EvidenceFiles {
    private final Path folder;
    private final Limits limits;

    /** @param folder folder of the files; made when the first one is kept */
    public EvidenceFiles(Path folder, Limits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /**
     * Keeps what a stream holds.
     *
     * @param name name of the file, in the form of {@link KeptFile#name()}
     * @param content the stream, from its first byte; the caller closes it
     * @throws LimitExceededException when it is longer than {@link Limits#reportBytes()}; then nothing is kept
     */
    public KeptFile store(String name, InputStream content) throws IOException {
        BoundedInputStream bounded = new BoundedInputStream(content, "reportBytes", limits.reportBytes());
        return write(name, bounded::transferTo);
    }

    /**
     * Keeps what somebody writes.
     *
     * @param name name of the file, in the form of {@link KeptFile#name()}
     * @throws LimitExceededException when it is longer than {@link Limits#reportBytes()}; then nothing is kept
     */
    public KeptFile write(String name, AtomicFile.Content content) throws IOException {
        if (!KeptFile.isName(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is not a name for a kept file");
        }
        Files.createDirectories(folder);
        MessageDigest sha = Sha256.start();
        long[] size = new long[1];
        AtomicFile.write(folder.resolve(name), out -> {
            Digesting digesting = new Digesting(out, sha, limits);
            content.writeTo(digesting);
            digesting.flush();
            size[0] = digesting.size;
        });
        return new KeptFile(name, size[0], HexFormat.of().formatHex(sha.digest()));
    }

    /** Whether a file of this name and size is kept. Its digest is not computed. */
    boolean has(KeptFile file) throws IOException {
        Path path = folder.resolve(file.name());
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) == file.size();
    }

    /** Digests and counts what goes through. */
    private static final class Digesting extends FilterOutputStream {
        private final MessageDigest sha;
        private final Limits limits;
        private long size;

        Digesting(OutputStream out, MessageDigest sha, Limits limits) {
            super(out);
            this.sha = sha;
            this.limits = limits;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            size += length;
            if (size > limits.reportBytes()) {
                throw new LimitExceededException("reportBytes", limits.reportBytes());
            }
            out.write(bytes, offset, length);
            sha.update(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
