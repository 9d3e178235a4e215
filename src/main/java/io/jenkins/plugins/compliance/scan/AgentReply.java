package io.jenkins.plugins.compliance.scan;

import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.wording.Argument;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

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

    /** A reason that is about texts and numbers alone. */
    AgentReply reason(Phrase reason) throws IOException {
        number(((RunReason) reason.code()).ordinal());
        for (Argument argument : reason.arguments()) {
            argument(argument);
        }
        return this;
    }

    private void argument(Argument argument) throws IOException {
        if (argument instanceof Argument.Text text) {
            text(text.text());
        } else if (argument instanceof Argument.Count count) {
            amount(count.count());
        } else if (argument instanceof Argument.Several several) {
            List<Argument> each =
                    several.each().subList(0, Math.min(several.each().size(), AgentAnswer.LONGEST_LIST));
            number(each.size());
            for (Argument one : each) {
                argument(one);
            }
        } else {
            throw new IllegalArgumentException("an agent says nothing about " + argument);
        }
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
