package dev.accounts.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyRegistration;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/**
 * A browser with an authenticator that holds one passkey, so that tests need neither: it signs with a real key (ES256), as W3C Web
 * Authentication Level 3 says. It counts its signatures and verifies its user, unless it is told otherwise. Not thread-safe.
 */
public final class PasskeyDevice {

    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;
    private static final int CREDENTIAL_INCLUDED = 0x40;
    private static final int ID_BYTES = 16;

    private final String origin;
    private final String relyingPartyId;
    private final KeyPair key;
    private final byte[] credentialId;
    private final boolean counts;
    private final boolean verifiesUser;
    private long signatures;

    private PasskeyDevice(String origin, String relyingPartyId, KeyPair key, boolean counts, boolean verifiesUser) {
        this.origin = origin;
        this.relyingPartyId = relyingPartyId;
        this.key = key;
        this.credentialId = bytes(UUID.randomUUID());
        this.counts = counts;
        this.verifiesUser = verifiesUser;
    }

    /**
     * Opens a page in a browser whose device can make a passkey.
     *
     * @param origin the origin of the page, such as {@code https://accounts.example.org}
     * @param relyingPartyId the domain that the passkey belongs to, such as {@code example.org}
     * @return the device
     */
    public static PasskeyDevice at(String origin, String relyingPartyId) {
        return new PasskeyDevice(
                requireNonNull(origin, "origin"),
                requireNonNull(relyingPartyId, "relyingPartyId"),
                newKey(),
                true,
                true);
    }

    /** {@return another device at the same page whose passkey is copied to the other devices of its owner, and which does not count} */
    public PasskeyDevice synced() {
        return new PasskeyDevice(origin, relyingPartyId, newKey(), false, verifiesUser);
    }

    /** {@return another device at the same page that only notices that somebody touches it} */
    public PasskeyDevice withoutUserVerification() {
        return new PasskeyDevice(origin, relyingPartyId, newKey(), counts, false);
    }

    /**
     * Makes the passkey.
     *
     * @param challenge the challenge of the options, in base64url
     * @return the answer of the browser
     */
    public PasskeyRegistration register(String challenge) {
        byte[] data = Cbor.concat(authenticatorData(CREDENTIAL_INCLUDED), credential());
        byte[] attestation = Cbor.attestation(data);
        return new PasskeyRegistration(
                encoded(clientData("webauthn.create", challenge)), encoded(attestation), Set.of("internal"));
    }

    /**
     * Signs with the passkey.
     *
     * @param challenge the challenge of the options, in base64url
     * @param userHandle the handle of the account, in base64url; empty if the authenticator gives none
     * @return the answer of the browser
     */
    public PasskeyAssertion sign(String challenge, String userHandle) {
        signatures += counts ? 1 : 0;
        byte[] data = authenticatorData(0);
        byte[] clientData = clientData("webauthn.get", challenge);
        return new PasskeyAssertion(
                encoded(credentialId),
                encoded(clientData),
                encoded(data),
                encoded(signature(Cbor.concat(data, sha256(clientData)))),
                requireNonNull(userHandle, "userHandle"));
    }

    /**
     * Sets how often the device has signed, as a copy of a stolen device would.
     *
     * @param count the number of signatures so far
     */
    public void rewind(long count) {
        signatures = count;
    }

    private byte[] clientData(String type, String challenge) {
        String json = "{\"type\":\"" + type + "\",\"challenge\":\"" + requireNonNull(challenge, "challenge")
                + "\",\"origin\":\"" + origin + "\",\"crossOrigin\":false}";
        return json.getBytes(UTF_8);
    }

    private byte[] authenticatorData(int included) {
        int user = verifiesUser ? USER_PRESENT | USER_VERIFIED : USER_PRESENT;
        int backup = counts ? 0 : BACKUP_ELIGIBLE | BACKED_UP;
        return Cbor.concat(
                sha256(relyingPartyId.getBytes(UTF_8)),
                new byte[] {(byte) (user | backup | included)},
                ByteBuffer.allocate(Integer.BYTES).putInt((int) signatures).array());
    }

    /** The model, which is none, the id and the key. */
    private byte[] credential() {
        return Cbor.concat(
                new byte[ID_BYTES],
                ByteBuffer.allocate(Short.BYTES)
                        .putShort((short) credentialId.length)
                        .array(),
                credentialId,
                Cbor.key((ECPublicKey) key.getPublic()));
    }

    private byte[] signature(byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("every Java platform has SHA-256 and ECDSA", e);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "PasskeyDevice[" + origin + "]";
    }
}
