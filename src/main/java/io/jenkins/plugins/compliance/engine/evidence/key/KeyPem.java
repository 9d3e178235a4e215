package io.jenkins.plugins.compliance.engine.evidence.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;

/** Reads keys from PEM and says plainly what is wrong with one that can't be used. */
public final class KeyPem {
    private static final String EXPECTED = "expected an Ed25519 or ECDSA P-256 key";
    private static final List<String> FACTORIES =
            List.of("Ed25519", "EC", "RSA", "RSASSA-PSS", "DSA", "Ed448", "XDH", "DH");

    private KeyPem() {}

    /**
     * Reads a private key: PKCS#8 (RFC 5958), not encrypted.
     *
     * @param pem the text
     * @param what what the key is called in messages, for instance its file name
     * @throws UnusableKeyException when it is none, or of another kind
     */
    public static SigningKey signing(String pem, String what) throws UnusableKeyException {
        Pem block = block(pem, what);
        if (block.label().equals(Pem.PUBLIC_KEY)) {
            throw new UnusableKeyException(what + " is a public key; expected the private key that belongs to it");
        }
        refuseOthers(block, Pem.PRIVATE_KEY, what);
        PKCS8EncodedKeySpec content = new PKCS8EncodedKeySpec(block.der());
        for (String factory : FACTORIES) {
            try {
                PrivateKey secret = KeyFactory.getInstance(factory).generatePrivate(content);
                KeyAlgorithm algorithm = algorithm(secret, factory, what);
                PublicKey publicKey = PublicHalf.of(algorithm, secret);
                return new SigningKey(secret, new VerificationKey(algorithm, publicKey));
            } catch (InvalidKeySpecException anotherAlgorithm) {
                continue;
            } catch (GeneralSecurityException e) {
                throw new UnusableKeyException(what + " can't be used as a private key: " + e.getMessage());
            }
        }
        throw new UnusableKeyException(
                what + " is a private key that is damaged or of an unknown algorithm; " + EXPECTED);
    }

    /**
     * Reads a public key: SubjectPublicKeyInfo (RFC 5280).
     *
     * @param pem the text
     * @param what what the key is called in messages, for instance its file name
     * @throws UnusableKeyException when it is none, or of another kind
     */
    public static VerificationKey verification(String pem, String what) throws UnusableKeyException {
        Pem block = block(pem, what);
        if (block.label().equals(Pem.PRIVATE_KEY)) {
            throw new UnusableKeyException(
                    what
                            + " is a private key; expected the public key that belongs to it (FILE.pub, or compliance key show FILE)");
        }
        refuseOthers(block, Pem.PUBLIC_KEY, what);
        X509EncodedKeySpec content = new X509EncodedKeySpec(block.der());
        for (String factory : FACTORIES) {
            try {
                PublicKey key = KeyFactory.getInstance(factory).generatePublic(content);
                return new VerificationKey(algorithm(key, factory, what), key);
            } catch (InvalidKeySpecException anotherAlgorithm) {
                continue;
            } catch (GeneralSecurityException e) {
                throw new UnusableKeyException(what + " can't be used as a public key: " + e.getMessage());
            }
        }
        throw new UnusableKeyException(
                what + " is a public key that is damaged or of an unknown algorithm; " + EXPECTED);
    }

    private static Pem block(String pem, String what) throws UnusableKeyException {
        return Pem.first(pem)
                .orElseThrow(() -> new UnusableKeyException(
                        what + " is not a key in PEM; expected a text with -----BEGIN ... KEY----- and its end"));
    }

    private static void refuseOthers(Pem block, String expected, String what) throws UnusableKeyException {
        String label = block.label();
        if (label.equals(expected)) {
            return;
        }
        String advice = switch (label) {
            case "ENCRYPTED PRIVATE KEY" ->
                "an encrypted private key; decrypt it (openssl pkey -in KEY -out PLAIN) and guard the file";
            case "EC PRIVATE KEY", "RSA PRIVATE KEY", "DSA PRIVATE KEY" ->
                "a private key in an older form (" + label
                        + "); convert it with openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW";
            case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" ->
                "a certificate; take its public key with openssl x509 -pubkey -noout -in CERTIFICATE";
            case "OPENSSH PRIVATE KEY" -> "an OpenSSH key; make one with compliance key generate";
            default -> "a PEM block of the kind " + printable(label);
        };
        throw new UnusableKeyException(what + " is " + advice + "; " + EXPECTED);
    }

    private static KeyAlgorithm algorithm(java.security.Key key, String factory, String what)
            throws UnusableKeyException {
        if (key instanceof EdECKey edwards && edwards.getParams().getName().equals("Ed25519")) {
            return KeyAlgorithm.ED25519;
        }
        if (key instanceof ECKey elliptic) {
            if (P256.isCurveOf(elliptic)) {
                return KeyAlgorithm.P256;
            }
            int bits = elliptic.getParams().getCurve().getField().getFieldSize();
            throw new UnusableKeyException(
                    what + " is an elliptic curve key of " + bits + " bits that is not on P-256; " + EXPECTED);
        }
        throw new UnusableKeyException(what + " is a key for " + factory + "; " + EXPECTED);
    }

    private static String printable(String label) {
        String clean = label.replaceAll("[^A-Za-z0-9 -]", "?");
        return clean.length() > 40 ? clean.substring(0, 40) : clean;
    }
}
