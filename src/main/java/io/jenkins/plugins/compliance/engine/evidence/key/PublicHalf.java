package io.jenkins.plugins.compliance.engine.evidence.key;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.List;
import javax.crypto.KeyAgreement;

/**
 * The public key that belongs to a private one. The JDK has no call for it, and a private key file need not hold it; what
 * is computed here is proven by a signature before it is used.
 */
final class PublicHalf {
    private static final byte[] PROOF = "compliance-stages".getBytes(StandardCharsets.US_ASCII);

    private PublicHalf() {}

    /**
     * The public key.
     *
     * @throws GeneralSecurityException when there is none: the private key is damaged
     */
    static PublicKey of(KeyAlgorithm algorithm, PrivateKey secret) throws GeneralSecurityException {
        List<PublicKey> candidates =
                algorithm == KeyAlgorithm.ED25519 ? List.of(ofEd25519((EdECPrivateKey) secret)) : ofP256(secret);
        Signature sign = Signature.getInstance(algorithm.signature());
        sign.initSign(secret);
        sign.update(PROOF);
        byte[] proof = sign.sign();
        for (PublicKey candidate : candidates) {
            if (new VerificationKey(algorithm, candidate).verifies(PROOF, proof)) {
                return candidate;
            }
        }
        throw new InvalidKeyException("no public key belongs to it");
    }

    private static PublicKey ofEd25519(EdECPrivateKey secret) throws GeneralSecurityException {
        byte[] seed = secret.getBytes().orElseThrow(() -> new InvalidKeyException("its content is not accessible"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
        return generator.generateKeyPair().getPublic();
    }

    /** Key agreement with the generator yields the x of the public point; its y is one of two. */
    private static List<PublicKey> ofP256(PrivateKey secret) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("EC");
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(secret);
        agreement.doPhase(
                factory.generatePublic(new ECPublicKeySpec(P256.PARAMETERS.getGenerator(), P256.PARAMETERS)), true);
        ECPoint point = P256.pointAt(new BigInteger(1, agreement.generateSecret()));
        return List.of(
                factory.generatePublic(new ECPublicKeySpec(point, P256.PARAMETERS)),
                factory.generatePublic(new ECPublicKeySpec(P256.negated(point), P256.PARAMETERS)));
    }

    /** Hands a known seed to the JDK's generator, which then computes the public key of it. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("expected to be asked for a seed of " + seed.length + " bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
