package io.jenkins.plugins.compliance.engine.export.oscal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids that depend on what they name alone: version 5 UUIDs (RFC 9562, section 5.5). Two exports of the same assessment have the
 * same ids, and an entry of a ledger has the same id in every export.
 */
final class OscalId {
    /** Made once for this project; what is hashed under it must never change its meaning. */
    private static final UUID NAMESPACE = UUID.fromString("6c0d6d1e-0f2b-4a53-9d5c-2f7a1f3a8e41");

    private OscalId() {}

    /**
     * The id of something.
     *
     * @param sort what sort of thing it is
     * @param name what tells it from others of its sort
     */
    static String of(String sort, String... name) {
        MessageDigest digest = sha1();
        digest.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .array());
        add(digest, sort);
        for (String part : name) {
            add(digest, part);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long high = hash.getLong() & ~0xF000L | 0x5000L;
        long low = hash.getLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(high, low).toString();
    }

    /** Lengths keep {@code ab, c} from being {@code a, bc}. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    /** Eight hexadecimal digits that depend on a text. */
    static String mark(String text) {
        return of("mark", text).substring(0, 8);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
