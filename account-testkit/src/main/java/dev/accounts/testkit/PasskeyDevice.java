package dev.accounts.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.spi.factor.PasskeyVerifier;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;
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
    private String userHandle = "";

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

    /**
     * Verifies what such devices answer, and nothing else, so that a test needs no library for it.
     *
     * @return the verifier for {@code AccountsBuilder.passkeys}
     */
    public static PasskeyVerifier verifier() {
        return new DeviceVerifier();
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
     * @param options what the service gave
     * @return the answer of the browser
     * @throws IllegalStateException if the account has this passkey already
     */
    public PasskeyRegistration register(PasskeyOptions options) {
        if (names(options, "excludeCredentials")) {
            throw new IllegalStateException("the account has this passkey already");
        }
        if (options.publicKey().get("user") instanceof Map<?, ?> user) {
            userHandle = String.valueOf(user.get("id"));
        }
        byte[] data = Cbor.concat(authenticatorData(CREDENTIAL_INCLUDED), credential());
        return new PasskeyRegistration(
                Cbor.encoded(clientData("webauthn.create", options)),
                Cbor.encoded(Cbor.attestation(data)),
                Set.of("internal"));
    }

    /**
     * Signs with the passkey.
     *
     * @param options what the service gave
     * @return the answer of the browser
     * @throws IllegalStateException if the options name other passkeys alone
     */
    public PasskeyAssertion sign(PasskeyOptions options) {
        if (options.publicKey().get("allowCredentials") instanceof List<?> allowed
                && !allowed.isEmpty()
                && !names(options, "allowCredentials")) {
            throw new IllegalStateException("the device has no passkey of this account");
        }
        signatures += counts ? 1 : 0;
        byte[] data = authenticatorData(0);
        byte[] clientData = clientData("webauthn.get", options);
        return new PasskeyAssertion(
                Cbor.encoded(credentialId),
                Cbor.encoded(clientData),
                Cbor.encoded(data),
                Cbor.encoded(signature(Cbor.concat(data, Cbor.sha256(clientData)))),
                userHandle);
    }

    private boolean names(PasskeyOptions options, String list) {
        return options.publicKey().get(list) instanceof List<?> credentials
                && credentials.stream()
                        .anyMatch(each -> each instanceof Map<?, ?> named
                                && Cbor.encoded(credentialId).equals(named.get("id")));
    }

    /**
     * Sets how often the device has signed, as a copy of a stolen device would.
     *
     * @param count the number of signatures so far
     */
    public void rewind(long count) {
        signatures = count;
    }

    private byte[] clientData(String type, PasskeyOptions options) {
        String json = "{\"type\":\"" + type + "\",\"challenge\":\"" + options.challenge() + "\",\"origin\":\"" + origin
                + "\",\"crossOrigin\":false}";
        return json.getBytes(UTF_8);
    }

    private byte[] authenticatorData(int included) {
        int user = verifiesUser ? USER_PRESENT | USER_VERIFIED : USER_PRESENT;
        int backup = counts ? 0 : BACKUP_ELIGIBLE | BACKED_UP;
        return Cbor.concat(
                Cbor.sha256(relyingPartyId.getBytes(UTF_8)),
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

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("every Java platform has SHA-256 and ECDSA", e);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return "PasskeyDevice[" + origin + "]";
    }
}
