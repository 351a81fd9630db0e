package dev.accounts.http;

import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyRegistration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a browser answers about a passkey, as {@code PublicKeyCredential.toJSON()} spells it. It holds the texts that a verifier reads
 * and nothing else of the object. A text that is missing, too long or of another type is empty, so that the verifier refuses the answer.
 * {@link #toString} prints nothing of it.
 *
 * @param credentialId the id of the credential
 * @param texts the texts of {@code response} by name
 * @param transports how the authenticator can be reached
 */
record PasskeyAnswer(String credentialId, Map<String, String> texts, Set<String> transports) {

    /** The longest text, in characters. An attestation object without a statement is shorter, with any key. */
    static final int MAX_TEXT = 8192;

    static final int MAX_TRANSPORTS = 8;
    static final int MAX_TRANSPORT = 20;

    private static final String CLIENT_DATA = "clientDataJSON";
    private static final String ATTESTATION = "attestationObject";
    private static final String AUTHENTICATOR_DATA = "authenticatorData";
    private static final String SIGNATURE = "signature";
    private static final String USER_HANDLE = "userHandle";
    private static final Set<String> TEXTS =
            Set.of(CLIENT_DATA, ATTESTATION, AUTHENTICATOR_DATA, SIGNATURE, USER_HANDLE);

    /** Keeps what is needed of the object that a browser sends. */
    static PasskeyAnswer of(Map<?, ?> credential) {
        Map<?, ?> response = credential.get("response") instanceof Map<?, ?> given ? given : Map.of();
        return new PasskeyAnswer(
                text(credential.get("id")),
                TEXTS.stream().collect(Collectors.toUnmodifiableMap(name -> name, name -> text(response.get(name)))),
                transports(response.get("transports")));
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text && text.length() <= MAX_TEXT ? text : "";
    }

    private static Set<String> transports(@Nullable Object value) {
        List<?> items = value instanceof List<?> given ? given : List.of();
        return items.stream()
                .limit(MAX_TRANSPORTS)
                .filter(item -> item instanceof String text && text.length() <= MAX_TRANSPORT)
                .map(String.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Reads it as the answer to the options of a new passkey. */
    PasskeyRegistration registration() {
        return new PasskeyRegistration(response(CLIENT_DATA), response(ATTESTATION), transports);
    }

    /** Reads it as the answer to the options of a login or a confirmation. */
    PasskeyAssertion assertion() {
        return new PasskeyAssertion(
                credentialId,
                response(CLIENT_DATA),
                response(AUTHENTICATOR_DATA),
                response(SIGNATURE),
                response(USER_HANDLE));
    }

    private String response(String name) {
        return texts.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "PasskeyAnswer[***]";
    }
}
