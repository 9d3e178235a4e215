package org.example.ledgerlite.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Makes the tokens in the links by which customers download their invoices without logging in. */
public class DownloadTokens {

    private final Random random = new Random();

    public String next() {
        return Long.toHexString(random.nextLong());
    }

    /** What the database keeps of a token. */
    public String fingerprint(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean matches(String token, String fingerprint) {
        return fingerprint(token).equals(fingerprint);
    }
}
