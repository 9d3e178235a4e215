package io.jenkins.plugins.compliance.engine.io.file;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads the files of a zip archive by name, under {@link Limits#archiveEntries()}, {@link Limits#archiveBytes()} and
 * {@link Limits#archiveRatio()}. Nothing is unpacked to disk, so a name in it is no path; one name that is there twice makes
 * the archive malformed, for two readers could take different ones.
 */
public final class ArchiveInput implements Closeable {
    /** Content up to this size may be packed as tightly as it will: short texts of few letters are. */
    private static final long FREE_BYTES = 1 << 20;

    private final Path file;
    private static final String NOT_UTF_8 = "a zip archive with names or comments that are not UTF-8";

    private final ZipFile zip;
    private final Limits limits;
    private final Map<String, ZipEntry> entries;
    private long unpacked;

    private ArchiveInput(Path file, ZipFile zip, Limits limits, Map<String, ZipEntry> entries) {
        this.file = file;
        this.zip = zip;
        this.limits = limits;
        this.entries = entries;
    }

    /**
     * Opens an archive.
     *
     * @param file the archive
     * @param limits bounds to hold
     * @throws MalformedInputException when it is no zip archive, or a name is in it twice
     * @throws LimitExceededException when it has too many entries
     */
    public static ArchiveInput open(Path file, Limits limits) throws IOException {
        ZipFile zip = open(file, at(file));
        boolean opened = false;
        try {
            Map<String, ZipEntry> entries = entries(zip, file, limits);
            opened = true;
            return new ArchiveInput(file, zip, limits, entries);
        } finally {
            if (!opened) {
                zip.close();
            }
        }
    }

    /** Opens what an archive is read from; the position names it in what is thrown. */
    static ZipFile open(Path file, Position at) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (EOFException e) {
            throw malformed(at, "a damaged zip archive: it ends within its own directory", e);
        } catch (ZipException e) {
            throw malformed(at, "not a zip archive, or a damaged one: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw malformed(at, NOT_UTF_8, e);
        }
    }

    /** All entries, in the order of the archive; some that are damaged are only found out when they are made. */
    static List<ZipEntry> directory(ZipFile zip, Position at) throws MalformedInputException {
        try {
            List<ZipEntry> all = new ArrayList<>();
            zip.entries().asIterator().forEachRemaining(all::add);
            return all;
        } catch (IllegalArgumentException e) {
            throw malformed(at, NOT_UTF_8, e);
        }
    }

    /** Names of the files, with forward slashes, in no order that means anything. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** Size in bytes of a file as the archive states it; -1 when it does not. */
    public long size(String name) {
        ZipEntry entry = entries.get(name);
        return entry == null ? -1 : entry.getSize();
    }

    /**
     * The content of a file; empty when there is none of that name.
     *
     * @return a stream that raises {@link LimitExceededException} when it unpacks to more than the limits allow
     */
    public Optional<InputStream> open(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        return entry == null ? Optional.empty() : Optional.of(unpacked(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private InputStream unpacked(ZipEntry entry) throws IOException {
        try {
            return new Unpacked(zip.getInputStream(entry), entry);
        } catch (ZipException e) {
            throw malformed(file, entry, e);
        }
    }

    private static MalformedInputException malformed(Path file, ZipEntry entry, IOException cause) {
        return malformed(
                at(file), "an entry of the archive is damaged (" + cause.getMessage() + "): " + entry.getName(), cause);
    }

    private static Map<String, ZipEntry> entries(ZipFile zip, Path file, Limits limits) throws IOException {
        if (zip.size() > limits.archiveEntries()) {
            throw new LimitExceededException("archiveEntries", limits.archiveEntries());
        }
        Map<String, ZipEntry> entries = new HashMap<>();
        for (ZipEntry entry : directory(zip, at(file))) {
            if (!entry.isDirectory() && entries.put(entry.getName(), entry) != null) {
                throw new MalformedInputException(at(file), "the archive has two entries of the same name");
            }
        }
        return entries;
    }

    private static MalformedInputException malformed(Position at, String message, Exception cause) {
        MalformedInputException malformed = new MalformedInputException(at, message);
        malformed.initCause(cause);
        return malformed;
    }

    private static Position at(Path file) {
        return Position.of(String.valueOf(file.getFileName()));
    }

    /** Counts what comes out, for this entry and for the archive. */
    private final class Unpacked extends InputStream {
        private final InputStream in;
        private final ZipEntry entry;
        private final long ratioBound;
        private long count;

        Unpacked(InputStream in, ZipEntry entry) {
            this.in = in;
            this.entry = entry;
            this.ratioBound = Math.max(FREE_BYTES, Math.max(0, entry.getCompressedSize()) * limits.archiveRatio());
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read;
            try {
                read = in.read(buffer, offset, length);
            } catch (ZipException | EOFException e) {
                throw malformed(file, entry, e);
            }
            if (read > 0) {
                add(read);
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private void add(int read) throws LimitExceededException {
            count += read;
            unpacked += read;
            if (count > ratioBound) {
                throw new LimitExceededException("archiveRatio", limits.archiveRatio());
            }
            if (unpacked > limits.archiveBytes()) {
                throw new LimitExceededException("archiveBytes", limits.archiveBytes());
            }
        }
    }
}
