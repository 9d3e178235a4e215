package io.jenkins.plugins.compliance.scan;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Looks, on the agent, how far runs are; the answer is what {@link ToolGlance#read} reads.
 *
 * @param tools ids of the tools
 * @param reports for each tool the name of its report file
 */
record LookAtTools(ArrayList<String> tools, ArrayList<String> reports)
        implements ControllerToAgentFileCallable<byte[]> {
    private static final int MOST_EXIT = 32;

    @Override
    public byte[] invoke(File scan, VirtualChannel channel) throws IOException {
        AgentReply reply = new AgentReply();
        for (int i = 0; i < tools.size(); i++) {
            look(new ToolFolder(scan.toPath().resolve(tools.get(i))), reports.get(i), reply);
        }
        return reply.toByteArray();
    }

    private static void look(ToolFolder folder, String report, AgentReply reply) throws IOException {
        Path lock = folder.file(ToolFolder.LOCK);
        Path exit = folder.file(ToolFolder.EXIT);
        long now = System.currentTimeMillis();
        ToolGlance.State state = !Files.isDirectory(folder.path())
                ? ToolGlance.State.GONE
                : isWritten(exit)
                        ? ToolGlance.State.ENDED
                        : Files.isDirectory(lock) ? ToolGlance.State.RUNNING : ToolGlance.State.NOT_STARTED;
        reply.number(state.ordinal())
                .amount(age(lock, now))
                .amount(age(exit, now))
                .number(state == ToolGlance.State.ENDED ? code(exit) : 0)
                .flag(Files.exists(folder.file(ToolFolder.VERSION_EXIT)))
                .amount(size(folder.report(report)))
                .amount(Math.max(size(folder.file(ToolFolder.OUT)), size(folder.file(ToolFolder.ERR))));
    }

    /** Its last character is the end of a line. */
    private static boolean isWritten(Path exit) throws IOException {
        return Files.isRegularFile(exit, LinkOption.NOFOLLOW_LINKS)
                && Files.size(exit) <= MOST_EXIT
                && Files.readString(exit, StandardCharsets.UTF_8).endsWith("\n");
    }

    private static int code(Path exit) throws IOException {
        String text = Files.readString(exit, StandardCharsets.UTF_8).trim();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IOException("no exit code in " + exit, e);
        }
    }

    private static long age(Path file, long now) throws IOException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? now
                        - Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                .toMillis()
                : 0;
    }

    private static long size(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
    }
}
