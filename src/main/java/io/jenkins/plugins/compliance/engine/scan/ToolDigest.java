package io.jenkins.plugins.compliance.engine.scan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digest of a tool's definition: equal for definitions that make the same run, so that evidence says under which definition
 * it came about. It covers every field, each text after its length so that no two definitions run together.
 */
public final class ToolDigest {
    private final MessageDigest digest;

    private ToolDigest(MessageDigest digest) {
        this.digest = digest;
    }

    /** The digest, {@code sha256:} and 64 lower-case hexadecimal digits. */
    public static String of(ScanTool tool) {
        try {
            ToolDigest writer = new ToolDigest(MessageDigest.getInstance("SHA-256"));
            writer.tool(tool);
            return "sha256:" + HexFormat.of().formatHex(writer.digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void tool(ScanTool tool) {
        text("scan-tool-1");
        text(tool.id());
        text(tool.title());
        text(tool.category());
        list(tool.command().arguments());
        map(tool.command().settings());
        map(tool.command().environment());
        list(tool.command().requires());
        ScanTool.VersionQuery version = tool.version();
        list(version == null ? List.of() : version.arguments());
        text(version == null ? "" : version.pattern());
        text(tool.report().format());
        text(tool.report().stream().name());
        text(Boolean.toString(tool.report().sensitive()));
        text(tool.report().file());
        TreeMap<Integer, ScanTool.ExitMeaning> codes = new TreeMap<>(tool.exitCodes());
        number(codes.size());
        codes.forEach((code, meaning) -> {
            number(code);
            text(meaning.name());
        });
        text(tool.applies().when().toString());
        list(tool.applies().files());
        list(tool.applies().exclude());
        text(Boolean.toString(tool.health().successFlag()));
        number(tool.health().minEvaluated());
        list(tool.health().toleratedErrors());
        list(tool.health().alarms());
        number(tool.timeout().toMillis());
        text(tool.source());
    }

    private void map(Map<String, String> entries) {
        number(entries.size());
        new TreeMap<>(entries).forEach((key, value) -> {
            text(key);
            text(value);
        });
    }

    private void list(List<String> items) {
        number(items.size());
        items.forEach(this::text);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
    }

    private void number(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }
}
