package io.jenkins.plugins.compliance.engine.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), written as 64 lower-case hexadecimal digits. */
public final class Sha256 {
    /** Digits of a digest. */
    public static final int HEX_DIGITS = 64;

    private Sha256() {}

    /** A new computation. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The digest of some bytes. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(start().digest(bytes));
    }

    /** Whether a text is a digest in our form. */
    public static boolean isHex(String text) {
        return text.length() == HEX_DIGITS && text.chars().allMatch(Sha256::isHexDigit);
    }

    /** Whether a character is a digit of a digest in our form. */
    public static boolean isHexDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
}
