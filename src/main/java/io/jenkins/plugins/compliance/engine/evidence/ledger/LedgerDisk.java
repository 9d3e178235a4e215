package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.io.file.AtomicFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The two files that an append writes to. What it does is on disk when it returns, or it fails and is undone by
 * {@link #truncate}.
 */
class LedgerDisk implements Closeable {
    private final Path folder;
    private final RandomAccessFile ledger;

    LedgerDisk(Path folder) throws IOException {
        this.folder = folder;
        Path file = folder.resolve(LedgerLayout.LEDGER);
        if (Files.isSymbolicLink(file)) {
            throw new FileSystemException(
                    file.toString(), null, "is a symbolic link; a ledger must be a file of its own");
        }
        if (!Files.exists(file)) {
            requireFresh(folder);
        }
        // Not a FileChannel: interrupting a thread that uses one closes it, and what was begun could not be undone.
        this.ledger = new RandomAccessFile(file.toFile(), "rw");
    }

    /** A new ledger would hide what is there: entries that are files of their own, or what a head speaks of. */
    private static void requireFresh(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (name.equals(LedgerLayout.HEAD)
                        || LedgerLayout.ENTRY.matcher(name).matches()) {
                    throw new UnusableLedgerException(
                            folder, "it has " + name + " and no " + LedgerLayout.LEDGER + "; use another folder");
                }
            }
        }
    }

    /** Bytes of the ledger. */
    long length() throws IOException {
        return ledger.length();
    }

    /** Some bytes of the ledger. */
    byte[] read(long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        ledger.seek(from);
        ledger.readFully(bytes);
        return bytes;
    }

    /** Writes bytes at the end of the ledger and forces them to disk. */
    void append(byte[] bytes) throws IOException {
        try {
            ledger.seek(ledger.length());
            ledger.write(bytes);
            ledger.getFD().sync();
        } catch (IOException e) {
            throw AtomicFile.unwritable(folder.resolve(LedgerLayout.LEDGER), e);
        }
    }

    /** Cuts the ledger to an earlier length and forces that to disk. */
    void truncate(long length) throws IOException {
        ledger.setLength(length);
        ledger.getFD().sync();
    }

    /** Replaces the head. */
    void head(byte[] bytes) throws IOException {
        AtomicFile.write(folder.resolve(LedgerLayout.HEAD), bytes);
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
