package io.jenkins.plugins.compliance.cli.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps an output that is the report, up to one byte more than a report may have: whoever reads it sees that it went over the
 * limit, and a tool that writes without end does not fill the disk.
 */
final class ReportCapture extends OutputStream {
    private final OutputStream out;
    private long room;

    /**
     * @param file the report
     * @param limit most bytes that a report may have
     */
    ReportCapture(Path file, long limit) throws IOException {
        out = Files.newOutputStream(file);
        room = limit + 1;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int fitting = (int) Math.min(length, room);
        out.write(bytes, offset, fitting);
        room -= fitting;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
