package io.jenkins.plugins.compliance.engine.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the bytes of a report come from. It can be opened again: a reader whose format puts what it needs first at the end reads
 * twice instead of keeping everything.
 */
public interface ReportSource {
    /** Name of the report as people know it, for messages; never opened as a path. */
    String name();

    /** Size in bytes; -1 when unknown. */
    long size();

    /** A stream from the first byte, the same bytes each time; who opens it closes it. */
    InputStream open() throws IOException;

    /** A report in a file that nobody changes meanwhile. */
    static ReportSource ofFile(Path file) throws IOException {
        return new OfFile(file, String.valueOf(file.getFileName()), Files.size(file));
    }

    /** A report in memory. */
    static ReportSource ofBytes(String name, byte[] bytes) {
        return new OfBytes(name, bytes.clone());
    }

    /**
     * A report in a file.
     *
     * @param file the file
     * @param name its name without folders
     * @param size size in bytes
     */
    record OfFile(Path file, String name, long size) implements ReportSource {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /** A report in memory. */
    final class OfBytes implements ReportSource {
        private final String name;
        private final byte[] bytes;

        private OfBytes(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
