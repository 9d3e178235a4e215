package io.jenkins.plugins.compliance.engine.io.document;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads small documents (policy, tool definitions, waivers) in YAML 1.2 or JSON as trees that know where everything stands.
 *
 * <p>YAML is read by its events alone, so no tag can make a type. Plain scalars are numbers, {@code true}, {@code false} and
 * {@code null} by the core schema of YAML 1.2.2 (section 10.3.2) and text otherwise: {@code yes}, {@code no}, {@code on} and
 * {@code off} are text, and so is a date. Tags, merge keys, duplicate keys, keys that are not scalars and second documents are
 * refused.
 */
public final class Documents {
    private Documents() {}

    /**
     * Reads a file: JSON when its name ends in {@code .json}, YAML otherwise.
     *
     * @param file the file
     * @param name its name in positions and messages
     * @throws MalformedInputException when it is not well-formed
     * @throws LimitExceededException when it is over {@code policyBytes}, {@code policyNodes}, {@code nesting},
     *     {@code textLength} or {@code yamlAliases}
     */
    public static Node read(Path file, String name, Limits limits) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(bytes(in, name, limits), name, limits);
        }
    }

    /**
     * All bytes of a stream.
     *
     * @throws LimitExceededException when there are more than {@code policyBytes}
     */
    public static byte[] bytes(InputStream in, String name, Limits limits) throws IOException {
        int most = (int) Math.min(limits.policyBytes(), Integer.MAX_VALUE - 16);
        byte[] bytes = in.readNBytes(most);
        if (in.read() >= 0) {
            throw new LimitExceededException("policyBytes", most, Position.of(name));
        }
        return bytes;
    }

    /** Reads a document: JSON when the name ends in {@code .json}, YAML otherwise. Errors as in {@link #read}. */
    public static Node parse(byte[] content, String name, Limits limits) throws IOException {
        return name.toLowerCase(Locale.ROOT).endsWith(".json")
                ? json(content, name, limits)
                : yaml(content, name, limits);
    }

    /** Reads a document in YAML. Errors as in {@link #read}. */
    public static Node yaml(byte[] content, String name, Limits limits) throws IOException {
        return YamlDocument.read(text(content, name, limits), name, limits);
    }

    /** Reads a document in JSON (RFC 8259). Errors as in {@link #read}. */
    public static Node json(byte[] content, String name, Limits limits) throws IOException {
        return JsonDocument.read(text(content, name, limits), name, limits);
    }

    /** Reads plain text with the rules of encoding that hold for documents; its lines end in {@code \n}. */
    public static String lines(byte[] content, String name, Limits limits) throws IOException {
        return text(content, name, limits).replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String text(byte[] content, String name, Limits limits) throws IOException {
        if (content.length > limits.policyBytes()) {
            throw new LimitExceededException("policyBytes", limits.policyBytes(), Position.of(name));
        }
        return EncodedText.decode(content, name);
    }
}
