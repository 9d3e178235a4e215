package io.jenkins.plugins.compliance.engine.report.disclosure;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import java.nio.ByteBuffer;

/** Takes a sequence of OpenPGP packets apart (RFC 9580, section 4.2). Nothing is copied; every length is checked first. */
final class OpenPgpPackets {
    static final int SIGNATURE = 2;
    static final int SECRET_KEY = 5;
    static final int PUBLIC_KEY = 6;
    static final int SECRET_SUBKEY = 7;
    static final int USER_ID = 13;
    static final int PUBLIC_SUBKEY = 14;
    static final int USER_ATTRIBUTE = 17;

    private static final int FIVE_OCTETS = 255;

    private final ByteBuffer bytes;

    OpenPgpPackets(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /**
     * A packet.
     *
     * @param type its type id
     * @param body what it holds, from its first octet
     */
    record Packet(int type, ByteBuffer body) {}

    /**
     * The next packet; null after the last.
     *
     * @throws IncompleteReportException when what follows is no packet, or is cut off
     */
    @CheckForNull
    Packet next() throws IncompleteReportException {
        if (!bytes.hasRemaining()) {
            return null;
        }
        int at = bytes.position();
        int first = bytes.get() & 0xff;
        if ((first & 0x80) == 0) {
            throw new IncompleteReportException("has no OpenPGP packet at octet " + at);
        }
        boolean current = (first & 0x40) != 0;
        long length = current ? length(bytes) : legacyLength(first & 3);
        if (length < 0) {
            throw new IncompleteReportException(
                    "has a packet of unknown length at octet " + at + ", which no key or signature may have");
        }
        if (length > bytes.remaining()) {
            throw new IncompleteReportException("ends within the packet at octet " + at);
        }
        ByteBuffer body = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return new Packet(current ? first & 0x3f : first >> 2 & 0xf, body);
    }

    /**
     * A length of one, two or five octets (sections 4.2.1 and 5.2.3.7).
     *
     * @return the length; -1 where a partial length stands
     */
    private static long length(ByteBuffer from) throws IncompleteReportException {
        int first = unsigned(from, 1);
        if (first < 192) {
            return first;
        }
        if (first == FIVE_OCTETS) {
            return unsignedLong(from);
        }
        return first < 224 ? (first - 192 << 8) + unsigned(from, 1) + 192 : -1;
    }

    private long legacyLength(int kind) throws IncompleteReportException {
        return switch (kind) {
            case 0 -> unsigned(bytes, 1);
            case 1 -> unsigned(bytes, 2);
            case 2 -> unsignedLong(bytes);
            default -> -1;
        };
    }

    /** A length of a signature's subpacket: as that of a packet, but all first octets up to 254 begin one of two octets. */
    static long subpacketLength(ByteBuffer from) throws IncompleteReportException {
        int first = unsigned(from, 1);
        if (first < 192) {
            return first;
        }
        return first == FIVE_OCTETS ? unsignedLong(from) : (first - 192 << 8) + unsigned(from, 1) + 192;
    }

    /** A number of one or two octets. */
    static int unsigned(ByteBuffer from, int octets) throws IncompleteReportException {
        require(from, octets);
        return octets == 1 ? from.get() & 0xff : from.getShort() & 0xffff;
    }

    /** A number of four octets. */
    static long unsignedLong(ByteBuffer from) throws IncompleteReportException {
        require(from, 4);
        return from.getInt() & 0xffffffffL;
    }

    /** The next octets as a buffer of their own. */
    static ByteBuffer part(ByteBuffer from, long octets) throws IncompleteReportException {
        require(from, octets);
        ByteBuffer part = from.slice(from.position(), (int) octets);
        from.position(from.position() + (int) octets);
        return part;
    }

    private static void require(ByteBuffer from, long octets) throws IncompleteReportException {
        if (octets > from.remaining()) {
            throw new IncompleteReportException("has a packet that ends too early");
        }
    }
}
