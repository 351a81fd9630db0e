package dev.accounts.webauthn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.policy.PasskeyPolicy;
import dev.accounts.testkit.PasskeyDevice;
import dev.accounts.testkit.TestAccounts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A device that signs with a real key speaks JSON to a host whose verifier is WebAuthn4J. */
class PasskeysOverHttpTest {

    private static final String ORIGIN = "https://accounts.example.org";
    private static final String RELYING_PARTY = "example.org";

    private final TestAccounts accounts = TestAccounts.create(
            builder -> builder.passkeys(PasskeyPolicy.of(RELYING_PARTY, ORIGIN), new WebAuthn4jVerifier()));
    private final PasskeyDevice device = PasskeyDevice.at(ORIGIN, RELYING_PARTY);
    private final Gson gson = new Gson();
    private String token = accounts.loggedIn("ana").value();

    /** Sends and receives JSON, as a browser does. */
    private Map<?, ?> post(int status, String path, Map<String, ?> body) {
        HttpReply reply = accounts.http()
                .handle(HttpCall.of("POST", path)
                        .header("Authorization", "Token " + token)
                        .header("Content-Type", "application/json")
                        .json(gson.toJson(body).getBytes(UTF_8), text -> gson.fromJson(text, Object.class)));
        Map<?, ?> received = gson.fromJson(gson.toJson(reply.body()), Map.class);
        assertThat(reply.status()).as("%s", received).isEqualTo(status);
        if (received.get("auth_token") instanceof String issued) {
            token = issued;
        }
        return received;
    }

    private static Map<?, ?> options(Map<?, ?> reply, String field) {
        return (Map<?, ?>) reply.get(field);
    }

    private static PasskeyOptions read(Map<?, ?> options) {
        Map<String, Object> publicKey = new LinkedHashMap<>();
        options.forEach((name, value) -> publicKey.put(String.valueOf(name), value));
        return new PasskeyOptions(publicKey, Instant.EPOCH);
    }

    /** What {@code toJSON()} of a new credential gives. */
    private Map<String, Object> made(Map<?, ?> options) {
        PasskeyRegistration answer = device.register(read(options));
        return Map.of(
                "id",
                "ignored",
                "rawId",
                "ignored",
                "type",
                "public-key",
                "authenticatorAttachment",
                "platform",
                "clientExtensionResults",
                Map.of("credProps", Map.of("rk", true)),
                "response",
                Map.of(
                        "clientDataJSON",
                        answer.clientDataJson(),
                        "attestationObject",
                        answer.attestationObject(),
                        "transports",
                        List.copyOf(answer.transports()),
                        "publicKeyAlgorithm",
                        -7));
    }

    /** What {@code toJSON()} of a credential that has signed gives. */
    private Map<String, Object> signed(Map<?, ?> options) {
        PasskeyAssertion answer = device.sign(read(options));
        return Map.of(
                "id",
                answer.credentialId(),
                "rawId",
                answer.credentialId(),
                "type",
                "public-key",
                "response",
                Map.of(
                        "clientDataJSON",
                        answer.clientDataJson(),
                        "authenticatorData",
                        answer.authenticatorData(),
                        "signature",
                        answer.signature(),
                        "userHandle",
                        answer.userHandle()));
    }

    @Test
    void registers_and_is_used_in_each_way() {
        Map<?, ?> begun = post(200, "/auth/factors/passkeys/", Map.of());
        post(200, "/auth/factors/passkeys/confirm/", Map.of("passkey", made(options(begun, "public_key"))));

        Map<?, ?> asked = post(401, "/auth/token/login/", Map.of("username", "ana", "password", TestAccounts.PASSWORD));
        post(
                200,
                "/auth/token/factor/",
                Map.of("challenge", asked.get("challenge"), "passkey", signed(options(asked, "passkey"))));

        Map<?, ?> confirmation = post(200, "/auth/token/confirm/passkey/", Map.of());
        post(200, "/auth/token/confirm/", Map.of("passkey", signed(options(confirmation, "public_key"))));

        Map<?, ?> login = post(200, "/auth/token/passkey/", Map.of());
        Map<String, Object> answer = signed(options(login, "public_key"));
        post(200, "/auth/token/passkey/login/", Map.of("passkey", answer));
        post(400, "/auth/token/passkey/login/", Map.of("passkey", answer));
    }
}
