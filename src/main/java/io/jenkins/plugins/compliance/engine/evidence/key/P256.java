package io.jenkins.plugins.compliance.engine.evidence.key;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;

/** The curve NIST P-256 (SP 800-186 section 3.2.1.3, SEC 2 secp256r1). */
public final class P256 {
    /** Its parameters. */
    public static final ECParameterSpec PARAMETERS = parameters();

    private static final BigInteger THREE = BigInteger.valueOf(3);

    private P256() {}

    /** Whether a key is on this curve. */
    static boolean isCurveOf(ECKey key) {
        ECParameterSpec other = key.getParams();
        return PARAMETERS.getCurve().equals(other.getCurve())
                && PARAMETERS.getGenerator().equals(other.getGenerator())
                && PARAMETERS.getOrder().equals(other.getOrder())
                && PARAMETERS.getCofactor() == other.getCofactor();
    }

    /** One of the two points with this x; the other has the negated y. */
    static ECPoint pointAt(BigInteger x) {
        BigInteger p = ((ECFieldFp) PARAMETERS.getCurve().getField()).getP();
        BigInteger square = x.modPow(THREE, p)
                .add(PARAMETERS.getCurve().getA().multiply(x))
                .add(PARAMETERS.getCurve().getB())
                .mod(p);
        // p is 3 modulo 4, so that this power is a square root.
        BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        return new ECPoint(x, y);
    }

    /** The point with the same x and the negated y. */
    static ECPoint negated(ECPoint point) {
        BigInteger p = ((ECFieldFp) PARAMETERS.getCurve().getField()).getP();
        return new ECPoint(point.getAffineX(), p.subtract(point.getAffineY()));
    }

    private static ECParameterSpec parameters() {
        try {
            AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
            named.init(new ECGenParameterSpec("secp256r1"));
            return named.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks the curve P-256", e);
        }
    }
}
