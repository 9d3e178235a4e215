package io.jenkins.plugins.compliance.scan;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Reads, on the agent, what a tool printed: the beginning and the end of each output, and how much between them is left out. The
 * answer is what {@link ToolOutput#read} reads.
 *
 * @param most how many bytes each output may have
 */
record ReadOutput(int most) implements ControllerToAgentFileCallable<byte[]> {
    @Override
    public byte[] invoke(File tool, VirtualChannel channel) throws IOException {
        ToolFolder folder = new ToolFolder(tool.toPath());
        AgentReply reply = new AgentReply();
        for (String name : new String[] {ToolFolder.OUT, ToolFolder.ERR, ToolFolder.VERSION}) {
            byte[] output = output(folder.file(name));
            reply.bytes(output, output.length);
        }
        return reply.toByteArray();
    }

    private byte[] output(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new byte[0];
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long length = bytes.length();
            if (length <= most) {
                byte[] all = new byte[(int) length];
                bytes.readFully(all);
                return all;
            }
            byte[] between = ("\n[... " + (length - most) + " bytes left out ...]\n").getBytes(StandardCharsets.UTF_8);
            int head = most / 2;
            int tail = most - head;
            byte[] kept = new byte[head + between.length + tail];
            bytes.readFully(kept, 0, head);
            System.arraycopy(between, 0, kept, head, between.length);
            bytes.seek(length - tail);
            bytes.readFully(kept, head + between.length, tail);
            return kept;
        }
    }
}
