package dev.accounts.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.spi.factor.PasskeyVerifier;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private final String origin;
    private final String relyingPartyId;
    private final Credential credential = Credential.next();
    private final boolean counts;
    private boolean verifiesUser;
    private long signatures;
    private String userHandle = "";

    private PasskeyDevice(String origin, String relyingPartyId, boolean counts, boolean verifiesUser) {
        this.origin = origin;
        this.relyingPartyId = relyingPartyId;
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
                requireNonNull(origin, "origin"), requireNonNull(relyingPartyId, "relyingPartyId"), true, true);
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
        return new PasskeyDevice(origin, relyingPartyId, false, verifiesUser);
    }

    /** {@return another device at the same page that asks for a touch alone, and does not verify its user} */
    public PasskeyDevice withoutUserVerification() {
        return new PasskeyDevice(origin, relyingPartyId, counts, false);
    }

    /**
     * Sets a PIN on the device, so that it verifies its user from now on.
     *
     * @return this device
     */
    public PasskeyDevice withPin() {
        verifiesUser = true;
        return this;
    }

    /**
     * Makes the passkey.
     *
     * @param options what the service gave
     * @return the answer of the browser
     * @throws IllegalStateException if the account has this passkey already
     */
    public PasskeyRegistration register(PasskeyOptions options) {
        if (names(requireNonNull(options, "options"), "excludeCredentials")) {
            throw new IllegalStateException("the account has this passkey already");
        }
        if (options.publicKey().get("user") instanceof Map<?, ?> user) {
            userHandle = String.valueOf(user.get("id"));
        }
        byte[] data = Cbor.concat(authenticatorData(CREDENTIAL_INCLUDED), credential.data());
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
        if (requireNonNull(options, "options").publicKey().get("allowCredentials") instanceof List<?> allowed
                && !allowed.isEmpty()
                && !names(options, "allowCredentials")) {
            throw new IllegalStateException("the device has no passkey of this account");
        }
        signatures += counts ? 1 : 0;
        byte[] data = authenticatorData(0);
        byte[] clientData = clientData("webauthn.get", options);
        return new PasskeyAssertion(
                credential.id(),
                Cbor.encoded(clientData),
                Cbor.encoded(data),
                Cbor.encoded(credential.sign(Cbor.concat(data, Cbor.sha256(clientData)))),
                userHandle);
    }

    private boolean names(PasskeyOptions options, String list) {
        return options.publicKey().get(list) instanceof List<?> credentials
                && credentials.stream()
                        .anyMatch(each -> each instanceof Map<?, ?> named
                                && credential.id().equals(named.get("id")));
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

    @Override
    public String toString() {
        return "PasskeyDevice[" + origin + "]";
    }
}
