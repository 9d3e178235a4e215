package io.jenkins.plugins.compliance.engine.evidence.key;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/** A private key that signs, with its public half. Immutable and safe for use by several threads. Never shows its secret. */
public final class SigningKey {
    private final PrivateKey secret;
    private final VerificationKey publicKey;

    /** Two halves that are known to belong together. */
    SigningKey(PrivateKey secret, VerificationKey publicKey) {
        this.secret = secret;
        this.publicKey = publicKey;
    }

    /** A new key. */
    public static SigningKey generate(KeyAlgorithm algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.keyFactory());
            if (algorithm == KeyAlgorithm.P256) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(pair.getPrivate(), new VerificationKey(algorithm, pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks " + algorithm.keyFactory(), e);
        }
    }

    /** Its public half. */
    public VerificationKey publicKey() {
        return publicKey;
    }

    /** Id of its public half. */
    public String id() {
        return publicKey.id();
    }

    /** Signs a message. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(publicKey.algorithm().signature());
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't sign with the " + publicKey, e);
        }
    }

    /** The secret as PEM (RFC 7468, {@code PRIVATE KEY}, PKCS#8, not encrypted), ending with a line feed. */
    public String secretPem() {
        return Pem.write(Pem.PRIVATE_KEY, secret.getEncoded());
    }

    @Override
    public String toString() {
        return publicKey.toString();
    }
}
