package dev.accounts.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.Curve;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import org.junit.jupiter.api.Test;

class PublicKeysTest {

    private static final byte[] ID = new byte[16];
    private static final int COORDINATE = 32;

    private static boolean isSound(byte[] id, COSEKey key) {
        return PublicKeys.isSound(new AttestedCredentialData(AAGUID.ZERO, id, key));
    }

    private static KeyPairGenerator generator(String algorithm, AlgorithmParameterSpec spec)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(spec);
        return generator;
    }

    private static COSEKey rsa(int bits, BigInteger exponent) throws GeneralSecurityException {
        RSAPublicKey key = (RSAPublicKey) generator("RSA", new RSAKeyGenParameterSpec(bits, exponent))
                .generateKeyPair()
                .getPublic();
        return RSACOSEKey.create(key, COSEAlgorithmIdentifier.RS256);
    }

    @Test
    void are_points_of_their_curve() throws GeneralSecurityException {
        ECPublicKey key = (ECPublicKey) generator("EC", new ECGenParameterSpec("secp256r1"))
                .generateKeyPair()
                .getPublic();
        EC2COSEKey good = EC2COSEKey.create(key, COSEAlgorithmIdentifier.ES256);
        byte[] other = new byte[COORDINATE];
        other[COORDINATE - 1] = 1;

        assertThat(isSound(ID, good)).isTrue();
        assertThat(isSound(
                        ID,
                        new EC2COSEKey(null, COSEAlgorithmIdentifier.ES256, null, Curve.SECP256R1, good.getX(), other)))
                .isFalse();
        assertThat(isSound(
                        ID,
                        new EC2COSEKey(
                                null,
                                COSEAlgorithmIdentifier.ES256,
                                null,
                                Curve.SECP256R1,
                                new byte[COORDINATE],
                                new byte[COORDINATE])))
                .isFalse();
    }

    @Test
    void of_rsa_are_long_and_have_the_usual_exponent() throws GeneralSecurityException {
        assertThat(isSound(ID, rsa(2048, RSAKeyGenParameterSpec.F4))).isTrue();
        assertThat(isSound(ID, rsa(1024, RSAKeyGenParameterSpec.F4))).isFalse();
        assertThat(isSound(ID, rsa(2048, RSAKeyGenParameterSpec.F0))).isFalse();
    }

    @Test
    void belong_to_a_credential_with_an_id() throws GeneralSecurityException {
        assertThat(isSound(new byte[0], rsa(2048, RSAKeyGenParameterSpec.F4))).isFalse();
    }
}
