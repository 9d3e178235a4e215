package io.jenkins.plugins.compliance.scan;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.file.FileListing;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Lists, on the agent, the files of the directory to scan; the answer is what {@link ScannedDirectory#read} reads.
 *
 * @param directory relative to the workspace; empty for all of it
 */
record ListFiles(String directory) implements ControllerToAgentFileCallable<byte[]> {
    @Override
    public byte[] invoke(File workspace, VirtualChannel channel) throws IOException {
        Path absolute = workspace.toPath().toAbsolutePath().normalize().resolve(directory);
        Path real;
        try {
            real = realDirectory(workspace, directory);
        } catch (NotDirectoryException e) {
            return new AgentReply().flag(false).text(e.getFile()).toByteArray();
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream names = new GZIPOutputStream(packed)) {
            long room = ScannedDirectory.NAME_BYTES;
            for (String file : FileListing.of(real, Limits.DEFAULTS).files()) {
                byte[] name = (file + "\0").getBytes(StandardCharsets.UTF_8);
                room -= name.length;
                if (room < 0) {
                    throw new IOException(Messages.ScannedDirectory_tooMany(ScannedDirectory.NAME_BYTES));
                }
                names.write(name);
            }
        }
        return new AgentReply()
                .flag(true)
                .text(absolute.toString())
                .text(real.toString())
                .bytes(packed.toByteArray(), packed.size())
                .toByteArray();
    }

    /**
     * The directory to scan, with symbolic links resolved.
     *
     * @throws NotDirectoryException when it is none, or outside of the workspace; in place of a file it says so
     */
    static Path realDirectory(File workspace, String directory) throws IOException {
        Path root = workspace.toPath().toRealPath();
        Path asked = root.resolve(directory);
        if (!Files.isDirectory(asked)) {
            throw new NotDirectoryException(Messages.ScannedDirectory_none(directory));
        }
        Path real = asked.toRealPath();
        if (!real.startsWith(root)) {
            throw new NotDirectoryException(Messages.ScannedDirectory_outside(directory));
        }
        return real;
    }
}
