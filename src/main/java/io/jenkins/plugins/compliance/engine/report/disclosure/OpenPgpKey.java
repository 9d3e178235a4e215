package io.jenkins.plugins.compliance.engine.report.disclosure;

import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a public key packet says (RFC 9580, section 5.5.2).
 *
 * @param version 4 or 6 where the rest is known
 * @param created when it was made, in seconds since 1970
 * @param algorithm id of its algorithm
 * @param fingerprint its fingerprint; empty for other versions
 * @param id its key id; empty for other versions
 */
record OpenPgpKey(int version, long created, int algorithm, ByteBuffer fingerprint, ByteBuffer id) {
    private static final int ID_OCTETS = 8;

    static OpenPgpKey of(ByteBuffer body) throws IncompleteReportException {
        ByteBuffer whole = body.duplicate();
        int version = OpenPgpPackets.unsigned(body, 1);
        long created = OpenPgpPackets.unsignedLong(body);
        if (version != 4 && version != 6) {
            return new OpenPgpKey(version, created, 0, ByteBuffer.allocate(0), ByteBuffer.allocate(0));
        }
        int algorithm = OpenPgpPackets.unsigned(body, 1);
        byte[] fingerprint = fingerprint(version, whole);
        int from = version == 6 ? 0 : fingerprint.length - ID_OCTETS;
        return new OpenPgpKey(
                version,
                created,
                algorithm,
                ByteBuffer.wrap(fingerprint),
                ByteBuffer.wrap(fingerprint, from, ID_OCTETS).slice());
    }

    /** Section 5.5.4. That of version 4 is SHA-1: a name here, which nothing is secured by. */
    private static byte[] fingerprint(int version, ByteBuffer whole) {
        try {
            MessageDigest digest = MessageDigest.getInstance(version == 6 ? "SHA-256" : "SHA-1");
            int length = whole.remaining();
            digest.update((byte) (version == 6 ? 0x9b : 0x99));
            if (version == 6) {
                digest.update((byte) (length >> 24));
                digest.update((byte) (length >> 16));
            }
            digest.update((byte) (length >> 8));
            digest.update((byte) length);
            digest.update(whole);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1 and SHA-256", e);
        }
    }

    /** Whether its algorithm can encrypt (section 9.1). */
    boolean canEncrypt() {
        return switch (algorithm) {
            case 1, 2, 16, 18, 25, 26 -> true;
            default -> false;
        };
    }

    /** The key id as people write it. */
    String name() {
        byte[] octets = new byte[id.remaining()];
        id.duplicate().get(octets);
        return octets.length == 0
                ? "of version " + version
                : HexFormat.of().withUpperCase().formatHex(octets);
    }
}
