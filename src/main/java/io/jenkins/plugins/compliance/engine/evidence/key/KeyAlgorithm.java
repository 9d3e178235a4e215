package io.jenkins.plugins.compliance.engine.evidence.key;

import java.util.Locale;

/** The two signature algorithms of a ledger. Both come with the JDK. */
public enum KeyAlgorithm {
    /** Ed25519 (RFC 8032); a signature is the 64 bytes of RFC 8032. */
    ED25519("Ed25519", "Ed25519"),
    /** ECDSA over NIST P-256 with SHA-256 (FIPS 186-5); a signature is the ASN.1 DER sequence of r and s (RFC 3279). */
    P256("EC", "SHA256withECDSA");

    private final String keyFactory;
    private final String signature;

    KeyAlgorithm(String keyFactory, String signature) {
        this.keyFactory = keyFactory;
        this.signature = signature;
    }

    /** The word used on the command line and in key sets: {@code ed25519} or {@code p256}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The JDK's name for keys. */
    String keyFactory() {
        return keyFactory;
    }

    /** The JDK's name for signatures. */
    String signature() {
        return signature;
    }
}
