package io.jenkins.plugins.compliance.engine.evidence.key;

import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/** A public key that checks signatures. Immutable and safe for use by several threads. */
public final class VerificationKey {
    private final KeyAlgorithm algorithm;
    private final PublicKey key;
    private final String id;

    /** A key that is known to be of the algorithm. */
    VerificationKey(KeyAlgorithm algorithm, PublicKey key) {
        this.algorithm = algorithm;
        this.key = key;
        this.id = Sha256.hex(key.getEncoded());
    }

    /** Its id: SHA-256 of the SubjectPublicKeyInfo (RFC 5280) in DER, 64 lower-case hexadecimal digits. */
    public String id() {
        return id;
    }

    /** Its algorithm. */
    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** As PEM (RFC 7468, {@code PUBLIC KEY}), ending with a line feed. */
    public String pem() {
        return Pem.write(Pem.PUBLIC_KEY, key.getEncoded());
    }

    /** Whether the signature is one of this key over the message. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(algorithm.signature());
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks " + algorithm.signature(), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return algorithm.id() + " key " + id;
    }
}
