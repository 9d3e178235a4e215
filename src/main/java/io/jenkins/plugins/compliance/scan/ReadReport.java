package io.jenkins.plugins.compliance.scan;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Reads, on the agent, a piece of a report; the answer is what {@link ReportPiece#read} reads. A symbolic link is no report.
 *
 * @param report name of the report file
 * @param from where the piece begins
 * @param most how many bytes it may have
 */
record ReadReport(String report, long from, int most) implements ControllerToAgentFileCallable<byte[]> {
    @Override
    public byte[] invoke(File tool, VirtualChannel channel) throws IOException {
        Path file = new ToolFolder(tool.toPath()).report(report);
        boolean there = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && file.toRealPath().startsWith(tool.toPath().toRealPath());
        if (!there) {
            return new AgentReply().flag(false).toByteArray();
        }
        byte[] piece;
        try (SeekableByteChannel bytes =
                        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                InputStream in = Channels.newInputStream(bytes.position(from))) {
            piece = in.readNBytes(most);
        }
        long age = System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis();
        return new AgentReply()
                .flag(true)
                .amount(age)
                .bytes(piece, piece.length)
                .toByteArray();
    }
}
