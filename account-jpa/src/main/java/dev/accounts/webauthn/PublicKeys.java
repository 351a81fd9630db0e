package dev.accounts.webauthn;

import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;

/** Judges the keys that clients send: without an attestation, they may be made up. */
final class PublicKeys {

    private static final int SHORTEST_RSA_BITS = 2048;
    private static final BigInteger RSA_EXPONENT = BigInteger.valueOf(65_537);

    private PublicKeys() {}

    /** Whether a credential has an id, and a key that can sign and is not weak. */
    static boolean isSound(AttestedCredentialData credential) {
        PublicKey key = credential.getCOSEKey().getPublicKey();
        if (key == null || credential.getCredentialId().length == 0) {
            return false;
        }
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= SHORTEST_RSA_BITS
                    && rsa.getPublicExponent().equals(RSA_EXPONENT);
        }
        return !(key instanceof ECPublicKey curve)
                || isOnCurve(curve.getW(), curve.getParams().getCurve());
    }

    private static boolean isOnCurve(ECPoint point, EllipticCurve curve) {
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger right =
                x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
        return point.getAffineY().pow(2).mod(p).equals(right);
    }
}
