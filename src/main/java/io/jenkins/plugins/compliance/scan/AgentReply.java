package io.jenkins.plugins.compliance.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Writes, on the agent, what {@link AgentAnswer} reads. Nothing but bytes goes from an agent to the controller. */
final class AgentReply {
    private static final int LONGEST_TEXT = 2_000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    AgentReply number(int number) throws IOException {
        out.writeInt(number);
        return this;
    }

    AgentReply amount(long amount) throws IOException {
        out.writeLong(Math.max(0, amount));
        return this;
    }

    AgentReply flag(boolean flag) throws IOException {
        out.writeBoolean(flag);
        return this;
    }

    AgentReply text(String text) throws IOException {
        out.writeUTF(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        return this;
    }

    AgentReply bytes(byte[] content, int length) throws IOException {
        out.writeInt(length);
        out.write(content, 0, length);
        return this;
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
