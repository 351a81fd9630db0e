package dev.accounts.webauthn;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.spi.factor.PasskeyVerifier.Expected;
import dev.accounts.spi.factor.PasskeyVerifier.NewPasskey;
import dev.accounts.spi.factor.PasskeyVerifier.PasskeyUse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The algorithms besides ES256 that passkeys are offered with: EdDSA and RS256 (RFC 8812 and 9053), over keys of the JDK. */
class WebAuthn4jAlgorithmsTest {

    private static final String ORIGIN = "https://accounts.example.org";
    private static final String RELYING_PARTY = "example.org";
    private static final String CHALLENGE = "0123456789012345678901234567890123456789";
    private static final Expected EXPECTED = new Expected(CHALLENGE, RELYING_PARTY, Set.of(ORIGIN), true);
    private static final byte[] ID = "the id of a credential".getBytes(US_ASCII);
    private static final int ED25519_BYTES = 32;

    private final WebAuthn4jVerifier verifier = new WebAuthn4jVerifier();

    /** What the JDK calls it. */
    private enum Algorithm {
        ED_DSA("Ed25519", "Ed25519"),
        RS256("RSA", "SHA256withRSA");

        private final String keys;
        private final String signatures;

        Algorithm(String keys, String signatures) {
            this.keys = keys;
            this.signatures = signatures;
        }

        KeyPair newKey() throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(keys);
            if (this == RS256) {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        }

        byte[] signed(KeyPair key, byte[] data) throws GeneralSecurityException {
            Signature signature = Signature.getInstance(signatures);
            signature.initSign(key.getPrivate());
            signature.update(data);
            return signature.sign();
        }

        /** The key in CBOR. The last bytes of an X.509 key of Ed25519 are the key as in RFC 8032. */
        byte[] cose(PublicKey key) {
            byte[] encoded = key.getEncoded();
            return this == ED_DSA
                    ? concat(
                            bytes("a4 0101 0327 2006 21 5820"),
                            Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length))
                    : rsa((RSAPublicKey) key, "390100");
        }
    }

    /** The modulus without the byte for its sign, and the exponent 65537. */
    private static byte[] rsa(RSAPublicKey key, String algorithm) {
        byte[] modulus = key.getModulus().toByteArray();
        return concat(
                bytes("a4 0103 03" + algorithm + " 20 590100"),
                Arrays.copyOfRange(modulus, 1, modulus.length),
                bytes("21 43 010001"));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] data) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }

    private static String encoded(byte[] data) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(data);
    }

    private static byte[] clientData(String type) {
        return ("{\"type\":\"webauthn." + type + "\",\"challenge\":\"" + CHALLENGE + "\",\"origin\":\"" + ORIGIN
                        + "\",\"crossOrigin\":false}")
                .getBytes(US_ASCII);
    }

    /** The user is present and verified. */
    private static byte[] authenticatorData(int included, int counter) throws GeneralSecurityException {
        return concat(
                sha256(RELYING_PARTY.getBytes(US_ASCII)),
                new byte[] {(byte) (0x05 | included)},
                ByteBuffer.allocate(Integer.BYTES).putInt(counter).array());
    }

    private static PasskeyRegistration registration(byte[] coseKey) throws GeneralSecurityException {
        byte[] data = concat(
                authenticatorData(0x40, 0),
                new byte[16],
                ByteBuffer.allocate(Short.BYTES).putShort((short) ID.length).array(),
                ID,
                coseKey);
        byte[] attestation = concat(
                bytes("a3 63"),
                "fmt".getBytes(US_ASCII),
                bytes("64"),
                "none".getBytes(US_ASCII),
                bytes("67"),
                "attStmt".getBytes(US_ASCII),
                bytes("a0 68"),
                "authData".getBytes(US_ASCII),
                bytes("59"),
                ByteBuffer.allocate(Short.BYTES).putShort((short) data.length).array(),
                data);
        return new PasskeyRegistration(encoded(clientData("create")), encoded(attestation), Set.of("usb"));
    }

    private static PasskeyAssertion answer(byte[] data, byte[] signature) {
        return new PasskeyAssertion(encoded(ID), encoded(clientData("get")), encoded(data), encoded(signature), "");
    }

    private static byte[] flipped(byte[] data, int index) {
        byte[] copy = data.clone();
        copy[index] ^= 1;
        return copy;
    }

    @ParameterizedTest
    @EnumSource
    void registers_and_signs(Algorithm algorithm) throws GeneralSecurityException {
        KeyPair key = algorithm.newKey();
        NewPasskey passkey = verifier.register(registration(algorithm.cose(key.getPublic())), EXPECTED)
                .orElseThrow();
        byte[] data = authenticatorData(0, 7);
        byte[] signature = algorithm.signed(key, concat(data, sha256(clientData("get"))));

        assertThat(passkey.credentialId()).isEqualTo(encoded(ID));
        assertThat(passkey.publicKey()).isEqualTo(encoded(algorithm.cose(key.getPublic())));
        assertThat(verifier.authenticate(answer(data, signature), passkey.publicKey(), EXPECTED))
                .contains(new PasskeyUse(7, true, false, false));
        for (int index : new int[] {0, signature.length / 2, signature.length - 1}) {
            assertThat(verifier.authenticate(answer(data, flipped(signature, index)), passkey.publicKey(), EXPECTED))
                    .as("a flipped bit of byte %d of the signature", index)
                    .isEmpty();
        }
        assertThat(verifier.authenticate(
                        answer(flipped(data, data.length - 1), signature), passkey.publicKey(), EXPECTED))
                .as("a flipped bit of the counter")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void needs_the_key_of_the_credential(Algorithm algorithm) throws GeneralSecurityException {
        byte[] data = authenticatorData(0, 7);
        byte[] signature = algorithm.signed(algorithm.newKey(), concat(data, sha256(clientData("get"))));
        String other = encoded(algorithm.cose(algorithm.newKey().getPublic()));

        assertThat(verifier.authenticate(answer(data, signature), other, EXPECTED))
                .isEmpty();
    }

    /** RS512, whose keys are those of RS256. */
    @Test
    void takes_no_algorithm_that_is_not_offered() throws GeneralSecurityException {
        RSAPublicKey key = (RSAPublicKey) Algorithm.RS256.newKey().getPublic();

        assertThat(verifier.register(registration(rsa(key, "390102")), EXPECTED))
                .isEmpty();
        assertThat(verifier.register(registration(rsa(key, "390100")), EXPECTED))
                .isPresent();
    }
}
