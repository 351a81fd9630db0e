package dev.accounts.model.factor;

import static java.util.Objects.requireNonNull;

/**
 * What a browser answers to {@code navigator.credentials.get()} (W3C Web Authentication Level 3, 5.2.2), as its {@code toJSON()} spells it.
 * {@link #toString} prints nothing of it.
 *
 * @param credentialId the id of the credential, in base64url
 * @param clientDataJson the client data, in base64url
 * @param authenticatorData the authenticator data, in base64url
 * @param signature the signature over both, in base64url
 * @param userHandle the handle of the account that the authenticator has stored, in base64url; empty if it gave none
 */
public record PasskeyAssertion(
        String credentialId, String clientDataJson, String authenticatorData, String signature, String userHandle) {

    /**
     * Checks that no component is null.
     *
     * @throws NullPointerException if a component is null
     */
    public PasskeyAssertion {
        requireNonNull(credentialId, "credentialId");
        requireNonNull(clientDataJson, "clientDataJson");
        requireNonNull(authenticatorData, "authenticatorData");
        requireNonNull(signature, "signature");
        requireNonNull(userHandle, "userHandle");
    }

    @Override
    public String toString() {
        return "PasskeyAssertion[***]";
    }
}
