package io.jenkins.plugins.compliance.scan;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.wording.Argument;
import io.jenkins.plugins.compliance.engine.wording.Parameter;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what an agent answered. An agent can answer anything: whatever is not in the form that was asked for is refused.
 */
final class AgentAnswer {
    /** How many texts a reason may be about. */
    static final int LONGEST_LIST = 20;

    private static final int LONGEST_TEXT = 4_000;

    private final DataInputStream in;

    private AgentAnswer(byte[] bytes) {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    /** Reads the parts of an answer. */
    @FunctionalInterface
    interface Parts<T> {
        T read(AgentAnswer answer) throws IOException;
    }

    /**
     * Reads an answer to its end.
     *
     * @param most how many bytes it may have
     * @throws IOException when it is not what was asked for
     */
    static <T> T read(byte[] bytes, int most, Parts<T> parts) throws IOException {
        if (bytes.length > most) {
            throw new IOException(Messages.AgentAnswer_tooLarge(bytes.length, most));
        }
        AgentAnswer answer = new AgentAnswer(bytes);
        T read;
        try {
            read = parts.read(answer);
        } catch (IOException | RuntimeException e) {
            throw new IOException(Messages.AgentAnswer_damaged(), e);
        }
        if (answer.in.available() > 0) {
            throw new IOException(Messages.AgentAnswer_damaged());
        }
        return read;
    }

    int number() throws IOException {
        return in.readInt();
    }

    /** A number of at least 0 and at most so many. */
    int count(int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("a count of " + count);
        }
        return count;
    }

    /** A length or duration: at least 0. */
    long amount() throws IOException {
        long amount = in.readLong();
        if (amount < 0) {
            throw new IOException("an amount of " + amount);
        }
        return amount;
    }

    boolean flag() throws IOException {
        return in.readBoolean();
    }

    /** A text of one line, to be shown. */
    String text() throws IOException {
        return DisplayText.line(bounded());
    }

    /** A path, as it is, since changed it would be another one. */
    String path() throws IOException {
        String path = bounded();
        if (path.indexOf('\n') >= 0 || path.indexOf('\t') >= 0 || DisplayText.hasControls(path)) {
            throw new IOException("a path with control characters");
        }
        return path;
    }

    private String bounded() throws IOException {
        String text = in.readUTF();
        if (text.length() > LONGEST_TEXT) {
            throw new IOException("a text of " + text.length() + " characters");
        }
        return text;
    }

    /** The constant of an enumeration. */
    <E extends Enum<E>> E constant(E[] values) throws IOException {
        return values[count(values.length - 1)];
    }

    /** A reason that is about texts and numbers alone. */
    Phrase reason() throws IOException {
        RunReason reason = constant(RunReason.values());
        List<Argument> arguments = new ArrayList<>();
        for (Parameter parameter : reason.parameters()) {
            arguments.add(argument(parameter.kind()));
        }
        return new Phrase(reason, arguments);
    }

    private Argument argument(Parameter.Kind kind) throws IOException {
        return switch (kind) {
            case TEXT -> new Argument.Text(text());
            case COUNT -> new Argument.Count(amount());
            case LIST -> {
                List<Argument> texts = new ArrayList<>();
                for (int left = count(LONGEST_LIST); left > 0; left--) {
                    texts.add(new Argument.Text(text()));
                }
                yield new Argument.Several(texts);
            }
            case MOMENT, DAY, TERM, REFERENCE, PHRASE -> throw new IOException("a reason about a " + kind);
        };
    }

    /** Bytes after their number. */
    byte[] bytes(int most) throws IOException {
        int length = count(most);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("too few bytes");
        }
        return bytes;
    }
}
