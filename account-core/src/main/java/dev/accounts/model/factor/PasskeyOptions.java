package dev.accounts.model.factor;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a browser needs for a ceremony with a passkey (W3C Web Authentication Level 3, 5.1.8 and 5.1.9). The host passes it on as JSON.
 * {@link #toString} prints nothing of it.
 *
 * @param publicKey the argument of {@code PublicKeyCredential.parseCreationOptionsFromJSON} for a new passkey, or of {@code
 *     parseRequestOptionsFromJSON} for a use: texts, numbers, lists and maps
 * @param expiresAt until when the answer must have arrived
 */
public record PasskeyOptions(Map<String, Object> publicKey, Instant expiresAt) {

    /**
     * Copies the options, in their order.
     *
     * @throws NullPointerException if a component is null
     */
    public PasskeyOptions {
        publicKey = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(publicKey, "publicKey")));
        requireNonNull(expiresAt, "expiresAt");
    }

    /**
     * Returns the challenge, which the authenticator signs.
     *
     * @return the challenge in base64url
     */
    public String challenge() {
        return String.valueOf(publicKey.get("challenge"));
    }

    @Override
    public String toString() {
        return "PasskeyOptions[expiresAt=" + expiresAt + "]";
    }
}
