package dev.accounts.internal.factor;

import dev.accounts.model.TokenDigest;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.policy.PasskeyPolicy;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.spi.factor.PasskeyVerifier.Expected;
import dev.accounts.spi.factor.StoredPasskey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The host as authenticators know it: writes the options of ceremonies as JSON has them (W3C Web Authentication Level 3, 5.1.8 and 5.1.9),
 * and says what an answer must be an answer to.
 */
public record RelyingParty(PasskeyPolicy policy, String name, PasskeyVerifier verifier) {

    /** ES256, EdDSA and RS256 (RFC 9053), which every authenticator has one of. */
    private static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private static final long TIMEOUT_MILLIS = 300_000;
    private static final String CHALLENGE = "challenge";
    private static final String USER_VERIFICATION = "userVerification";
    private static final String PREFERRED = "preferred";

    /** Asks for a new passkey, on an authenticator that holds none of the account. */
    public PasskeyOptions creation(StoredUser user, String challenge, Instant expiresAt, List<StoredPasskey> present) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("rp", Map.of("id", policy.relyingPartyId(), "name", name));
        options.put("user", Map.of("id", handle(user.id()), "name", user.username(), "displayName", user.username()));
        options.put(CHALLENGE, challenge);
        options.put(
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(algorithm -> Map.of("type", "public-key", "alg", algorithm))
                        .toList());
        options.put("timeout", TIMEOUT_MILLIS);
        options.put("excludeCredentials", credentials(present));
        options.put("authenticatorSelection", Map.of("residentKey", PREFERRED, USER_VERIFICATION, PREFERRED));
        options.put("attestation", "none");
        return new PasskeyOptions(options, expiresAt);
    }

    /** Asks for a signature by one of the passkeys of an account that has given another proof. */
    public PasskeyOptions request(String challenge, Instant expiresAt, List<StoredPasskey> present) {
        return request(challenge, expiresAt, credentials(present), PREFERRED);
    }

    /** Asks for a signature by a passkey of any account, whose authenticator verifies its user. */
    public PasskeyOptions request(String challenge, Instant expiresAt) {
        return request(challenge, expiresAt, List.of(), "required");
    }

    private PasskeyOptions request(
            String challenge, Instant expiresAt, List<Map<String, Object>> allowed, String userVerification) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put(CHALLENGE, challenge);
        options.put("timeout", TIMEOUT_MILLIS);
        options.put("rpId", policy.relyingPartyId());
        options.put("allowCredentials", allowed);
        options.put(USER_VERIFICATION, userVerification);
        return new PasskeyOptions(options, expiresAt);
    }

    private static List<Map<String, Object>> credentials(List<StoredPasskey> passkeys) {
        return passkeys.stream()
                .map(passkey -> Map.<String, Object>of(
                        "type",
                        "public-key",
                        "id",
                        passkey.credentialId(),
                        "transports",
                        passkey.transports().stream().sorted().toList()))
                .toList();
    }

    public Expected expected(String challenge, boolean userVerification) {
        return new Expected(challenge, policy.relyingPartyId(), policy.origins(), userVerification);
    }

    /** Returns the handle by which authenticators know an account. It tells no name and no address (14.6.1). */
    private String handle(long userId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(TokenDigest.of("user_handle:" + policy.relyingPartyId() + ":" + userId)
                        .bytes());
    }

    /** Whether an answer names the owner of a passkey. It must do so where no other proof has named the owner (7.2, step 6). */
    boolean isOf(StoredPasskey passkey, String userHandle, boolean isNamed) {
        return (isNamed && userHandle.isEmpty()) || userHandle.equals(handle(passkey.userId()));
    }
}
