package dev.accounts.testkit.http;

import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.spi.factor.PasskeyVerifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes the answers of browsers as plain texts, and verifies them. It keeps the length of the longest text that it was given. */
final class PlainPasskeys implements PasskeyVerifier {

    private static final String TO = "to ";
    private static final String VERIFIED = "verified";

    int longest;

    /** What a browser answers that has made a passkey. */
    static Map<String, Object> made(String id, String challenge) {
        return Map.of(
                "id",
                id,
                "rawId",
                id,
                "type",
                "public-key",
                "clientExtensionResults",
                Map.of(),
                "response",
                Map.of(
                        "clientDataJSON",
                        TO + challenge,
                        "attestationObject",
                        id,
                        "transports",
                        List.of("usb", "internal")));
    }

    /** What a browser answers that has signed with a passkey. */
    static Map<String, Object> signed(String id, String challenge) {
        return answer(id, challenge, VERIFIED, "");
    }

    /** What a browser answers whose authenticator lists the account. */
    static Map<String, Object> named(String id, String challenge, String handle) {
        return answer(id, challenge, VERIFIED, handle);
    }

    /** What a browser answers whose authenticator has seen a touch only. */
    static Map<String, Object> touched(String id, String challenge, String handle) {
        return answer(id, challenge, "touched", handle);
    }

    private static Map<String, Object> answer(String id, String challenge, String data, String handle) {
        return Map.of(
                "id",
                id,
                "type",
                "public-key",
                "response",
                Map.of(
                        "clientDataJSON",
                        TO + challenge,
                        "authenticatorData",
                        data,
                        "signature",
                        publicKey(id),
                        "userHandle",
                        handle));
    }

    private static String publicKey(String id) {
        return "key of " + id;
    }

    @Override
    public Optional<String> challenge(String clientDataJson) {
        note(clientDataJson);
        return clientDataJson.startsWith(TO) ? Optional.of(clientDataJson.substring(TO.length())) : Optional.empty();
    }

    @Override
    public Optional<NewPasskey> register(PasskeyRegistration answer, Expected expected) {
        String id = answer.attestationObject();
        note(id);
        return id.isEmpty() || !answers(answer.clientDataJson(), expected)
                ? Optional.empty()
                : Optional.of(new NewPasskey(id, publicKey(id), new PasskeyUse(0, true, true, true), new UUID(0, 0)));
    }

    @Override
    public Optional<PasskeyUse> authenticate(PasskeyAssertion answer, String publicKey, Expected expected) {
        Stream.of(answer.credentialId(), answer.authenticatorData(), answer.signature(), answer.userHandle())
                .forEach(this::note);
        boolean verified = answer.authenticatorData().equals(VERIFIED);
        return answers(answer.clientDataJson(), expected)
                        && answer.signature().equals(publicKey)
                        && (verified || !expected.userVerification())
                ? Optional.of(new PasskeyUse(0, verified, true, true))
                : Optional.empty();
    }

    private static boolean answers(String clientDataJson, Expected expected) {
        return clientDataJson.equals(TO + expected.challenge());
    }

    private void note(String text) {
        longest = Math.max(longest, text.length());
    }
}
