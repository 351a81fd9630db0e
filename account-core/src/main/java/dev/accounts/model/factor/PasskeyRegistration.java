package dev.accounts.model.factor;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What a browser answers to {@code navigator.credentials.create()} (W3C Web Authentication Level 3, 5.2.1), as its {@code toJSON()} spells
 * it. {@link #toString} prints nothing of it.
 *
 * @param clientDataJson the client data, in base64url
 * @param attestationObject the attestation object, in base64url
 * @param transports how the authenticator can be reached, such as {@code internal} or {@code usb}
 */
public record PasskeyRegistration(String clientDataJson, String attestationObject, Set<String> transports) {

    /**
     * Copies the transports.
     *
     * @throws NullPointerException if a component or a transport is null
     */
    public PasskeyRegistration {
        requireNonNull(clientDataJson, "clientDataJson");
        requireNonNull(attestationObject, "attestationObject");
        requireNonNull(transports, "transports").forEach(element -> requireNonNull(element, "transports"));
        transports = Set.copyOf(transports);
    }

    @Override
    public String toString() {
        return "PasskeyRegistration[***]";
    }
}
