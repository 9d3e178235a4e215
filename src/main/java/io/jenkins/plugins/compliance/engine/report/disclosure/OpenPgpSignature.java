package io.jenkins.plugins.compliance.engine.report.disclosure;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * What an OpenPGP signature says (RFC 9580, section 5.2). Times come from the hashed part alone, the issuer from either; the
 * signature itself is not verified.
 */
final class OpenPgpSignature {
    static final int REVOKES_KEY = 0x20;
    static final int REVOKES_SUBKEY = 0x28;
    static final int REVOKES_USER_ID = 0x30;
    static final int BINDS_SUBKEY = 0x18;
    static final int DIRECT_KEY = 0x1f;

    private static final int CREATED = 2;
    private static final int SIGNATURE_EXPIRES = 3;
    private static final int KEY_EXPIRES = 9;
    private static final int ISSUER = 16;
    private static final int KEY_FLAGS = 27;
    private static final int ISSUER_FINGERPRINT = 33;
    private static final int ENCRYPTS = 0x04 | 0x08;

    private int type;
    private long created;
    private long signatureExpires;
    private long keyExpires;
    private int flags = -1;
    private @CheckForNull ByteBuffer issuer;
    private @CheckForNull ByteBuffer issuerFingerprint;

    private OpenPgpSignature() {}

    /**
     * Reads the body of a signature packet.
     *
     * @throws IncompleteReportException when it is cut off or of an unknown version
     */
    static OpenPgpSignature of(ByteBuffer body) throws IncompleteReportException {
        OpenPgpSignature signature = new OpenPgpSignature();
        int version = OpenPgpPackets.unsigned(body, 1);
        if (version == 3) {
            signature.version3(body);
        } else if (version == 4 || version == 6) {
            signature.type = OpenPgpPackets.unsigned(body, 1);
            OpenPgpPackets.part(body, 2); // algorithms
            signature.subpackets(part(body, version), true);
            signature.subpackets(part(body, version), false);
        } else {
            throw new IncompleteReportException(
                    "has a signature of version " + version + ", which RFC 9580 does not know");
        }
        return signature;
    }

    private static ByteBuffer part(ByteBuffer body, int version) throws IncompleteReportException {
        return OpenPgpPackets.part(
                body, version == 6 ? OpenPgpPackets.unsignedLong(body) : OpenPgpPackets.unsigned(body, 2));
    }

    private void version3(ByteBuffer body) throws IncompleteReportException {
        OpenPgpPackets.part(body, 1); // length of what is hashed
        type = OpenPgpPackets.unsigned(body, 1);
        created = OpenPgpPackets.unsignedLong(body);
        issuer = OpenPgpPackets.part(body, 8);
    }

    private void subpackets(ByteBuffer area, boolean hashed) throws IncompleteReportException {
        while (area.hasRemaining()) {
            ByteBuffer subpacket = OpenPgpPackets.part(area, OpenPgpPackets.subpacketLength(area));
            int kind = OpenPgpPackets.unsigned(subpacket, 1) & 0x7f; // the highest bit says whether it is critical
            if (kind == ISSUER) {
                issuer = subpacket;
            } else if (kind == ISSUER_FINGERPRINT) {
                OpenPgpPackets.part(subpacket, 1); // version of the key
                issuerFingerprint = subpacket.slice();
            } else if (hashed) {
                hashed(kind, subpacket);
            }
        }
    }

    private void hashed(int kind, ByteBuffer subpacket) throws IncompleteReportException {
        switch (kind) {
            case CREATED -> created = OpenPgpPackets.unsignedLong(subpacket);
            case SIGNATURE_EXPIRES -> signatureExpires = OpenPgpPackets.unsignedLong(subpacket);
            case KEY_EXPIRES -> keyExpires = OpenPgpPackets.unsignedLong(subpacket);
            case KEY_FLAGS -> flags = subpacket.hasRemaining() ? OpenPgpPackets.unsigned(subpacket, 1) : 0;
            default -> {
                // Preferences, notations and the like.
            }
        }
    }

    /** Its type id (section 5.2.1). */
    int type() {
        return type;
    }

    /** Whether it certifies a user id. */
    boolean certifies() {
        return type >= 0x10 && type <= 0x13;
    }

    /** When it was made, in seconds since 1970; 0 when it does not say. */
    long created() {
        return created;
    }

    /** When it ends itself; null when never. */
    @CheckForNull
    Instant expires() {
        return signatureExpires == 0 ? null : Instant.ofEpochSecond(created + signatureExpires);
    }

    /**
     * When a key ends by it; null when never.
     *
     * @param keyCreated when the key was made, in seconds since 1970
     */
    @CheckForNull
    Instant keyExpires(long keyCreated) {
        return keyExpires == 0 ? null : Instant.ofEpochSecond(keyCreated + keyExpires);
    }

    /** Whether it says that one may encrypt with the key; null when it says nothing of what the key is for. */
    @CheckForNull
    Boolean encrypts() {
        return flags < 0 ? null : Boolean.valueOf((flags & ENCRYPTS) != 0);
    }

    /** Whether it names a key as the one that made it. */
    boolean isBy(ByteBuffer fingerprint, ByteBuffer keyId) {
        ByteBuffer stated = issuerFingerprint;
        return stated != null ? stated.equals(fingerprint) : keyId.equals(issuer);
    }
}
