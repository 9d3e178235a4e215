package io.jenkins.plugins.compliance.engine.io.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip archive: the same bytes for the same files, whenever and wherever it is written. */
public final class ArchiveOutput implements Closeable {
    /** The first moment that a zip archive can state; the real one would make every archive different. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

    private final ZipOutputStream zip;

    /** @param out where to; closed with this one */
    public ArchiveOutput(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /**
     * Adds a file.
     *
     * @param name its name, with forward slashes
     * @param content its content, read to its end; the caller closes it
     */
    public void add(String name, InputStream content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        content.transferTo(zip);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
