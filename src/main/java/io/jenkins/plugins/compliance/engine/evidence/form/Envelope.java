package io.jenkins.plugins.compliance.engine.evidence.form;

import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.key.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A signed statement: a DSSE v1.0 envelope with one signature, in the one form of bytes that this format allows, so that it
 * can be read without a JSON parser and no two readers can see different things in it:
 * <pre>{"payloadType":"application/vnd.in-toto+json","payload":"BASE64","signatures":[{"keyid":"HEX","sig":"BASE64"}]}</pre>
 * A view of bytes that belong to somebody else: valid as long as these stay as they are.
 */
public final class Envelope {
    static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    private static final byte[] OPENING = ascii("{\"payloadType\":\"" + PAYLOAD_TYPE + "\",\"payload\":\"");
    private static final byte[] BEFORE_KEY = ascii("\",\"signatures\":[{\"keyid\":\"");
    private static final byte[] BEFORE_SIGNATURE = ascii("\",\"sig\":\"");
    private static final byte[] CLOSING = ascii("\"}]}");
    /** A DER signature of P-256 has at most 72 bytes, one of Ed25519 has 64. */
    private static final int SIGNATURE_CHARS = 100;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private final int payloadEnd;
    private final int signatureStart;

    private Envelope(byte[] bytes, int start, int end, int payloadEnd, int signatureStart) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.payloadEnd = payloadEnd;
        this.signatureStart = signatureStart;
    }

    /** Signs a payload. */
    public static Envelope seal(byte[] payload, SigningKey key) {
        byte[] signature = key.sign(PreAuthentication.encoding(PAYLOAD_TYPE, payload));
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] text = concatenate(
                OPENING,
                base64.encode(payload),
                BEFORE_KEY,
                ascii(key.id()),
                BEFORE_SIGNATURE,
                base64.encode(signature),
                CLOSING);
        try {
            return parse(text, 0, text.length);
        } catch (BrokenEnvelopeException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The envelope that fills an array. */
    public static Envelope parse(byte[] bytes) throws BrokenEnvelopeException {
        return parse(bytes, 0, bytes.length);
    }

    /**
     * The envelope that stands between two places of an array. The alphabet of the payload is looked at when it is decoded.
     *
     * @throws BrokenEnvelopeException when what stands there has not the form
     */
    public static Envelope parse(byte[] bytes, int start, int end) throws BrokenEnvelopeException {
        if (!stands(OPENING, bytes, start, end)) {
            throw new BrokenEnvelopeException("it does not begin like an envelope");
        }
        if (end - CLOSING.length < start || !stands(CLOSING, bytes, end - CLOSING.length, end)) {
            throw new BrokenEnvelopeException("it does not end like an envelope");
        }
        int signatureEnd = end - CLOSING.length;
        int signatureStart = signatureEnd;
        int lowest = Math.max(start + OPENING.length, signatureEnd - SIGNATURE_CHARS);
        while (signatureStart > lowest && bytes[signatureStart - 1] != '"') {
            signatureStart--;
        }
        int keyEnd = signatureStart - BEFORE_SIGNATURE.length;
        int keyStart = keyEnd - Sha256.HEX_DIGITS;
        int payloadEnd = keyStart - BEFORE_KEY.length;
        if (payloadEnd < start + OPENING.length
                || !stands(BEFORE_SIGNATURE, bytes, keyEnd, end)
                || !stands(BEFORE_KEY, bytes, payloadEnd, end)) {
            throw new BrokenEnvelopeException("its signature has not the form that is expected");
        }
        for (int i = keyStart; i < keyEnd; i++) {
            if (!Sha256.isHexDigit(bytes[i])) {
                throw new BrokenEnvelopeException("its key id is not a digest");
            }
        }
        return new Envelope(bytes, start, end, payloadEnd, signatureStart);
    }

    /** Id of the key that is said to have signed; a hint, not a proof. */
    public String keyId() {
        int keyEnd = signatureStart - BEFORE_SIGNATURE.length;
        return new String(bytes, keyEnd - Sha256.HEX_DIGITS, Sha256.HEX_DIGITS, StandardCharsets.US_ASCII);
    }

    /** The payload. */
    public byte[] payload() throws BrokenEnvelopeException {
        return base64(start + OPENING.length, payloadEnd, "payload");
    }

    /** The beginning of the payload: at most this many bytes, at least all of it or three quarters of that. */
    byte[] beginningOfPayload(int length) throws BrokenEnvelopeException {
        int from = start + OPENING.length;
        int chars = length / 3 * 4;
        return chars >= payloadEnd - from ? payload() : decode(from, from + chars, "payload");
    }

    /** Whether it bears a signature of this key over its payload. */
    public boolean verifies(VerificationKey key) throws BrokenEnvelopeException {
        byte[] signature = base64(signatureStart, end - CLOSING.length, "signature");
        return key.verifies(PreAuthentication.encoding(PAYLOAD_TYPE, payload()), signature);
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    /** SHA-256 of the bytes. */
    public String digest() {
        return Sha256.hex(toByteArray());
    }

    /** Decodes base64 and refuses a text that is not the one that encoding gives: two texts must not mean the same bytes. */
    private byte[] base64(int from, int to, String what) throws BrokenEnvelopeException {
        byte[] decoded = decode(from, to, what);
        int tail = decoded.length % 3;
        byte[] last = Base64.getEncoder().encode(Arrays.copyOfRange(decoded, decoded.length - tail, decoded.length));
        if ((to - from) % 4 != 0 || !Arrays.equals(last, 0, last.length, bytes, to - last.length, to)) {
            throw new BrokenEnvelopeException("its " + what + " is not in canonical base64");
        }
        return decoded;
    }

    private byte[] decode(int from, int to, String what) throws BrokenEnvelopeException {
        try {
            return Base64.getDecoder().decode(Arrays.copyOfRange(bytes, from, to));
        } catch (IllegalArgumentException e) {
            throw new BrokenEnvelopeException("its " + what + " is not base64");
        }
    }

    private static boolean stands(byte[] expected, byte[] bytes, int at, int end) {
        return at >= 0
                && at + expected.length <= end
                && Arrays.equals(expected, 0, expected.length, bytes, at, at + expected.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concatenate(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
