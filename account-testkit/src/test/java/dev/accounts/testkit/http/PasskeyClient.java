package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpReply;
import dev.accounts.policy.PasskeyPolicy;
import java.util.List;
import java.util.Map;

/** The client of ana at a host that offers passkeys. */
final class PasskeyClient {

    static final String FACTORS = "/auth/factors/";
    static final String PASSKEYS = FACTORS + "passkeys/";
    static final String REGISTER = PASSKEYS + "confirm/";
    static final String LOGIN = "/auth/token/login/";
    static final String SECOND_STEP = "/auth/token/factor/";
    static final String CONFIRM = "/auth/token/confirm/";
    static final String CONFIRM_OPTIONS = CONFIRM + "passkey/";
    static final String LOGIN_OPTIONS = "/auth/token/passkey/";
    static final String PASSKEY_LOGIN = LOGIN_OPTIONS + "login/";

    /** The id of the credential. */
    static final String KEY = "a2V5";

    static final Map<String, List<String>> NOT_ACCEPTED =
            Map.of("passkey", List.of("This passkey was not accepted. Begin again."));

    final PlainPasskeys verifier = new PlainPasskeys();
    final Wired wired = new Wired(
            builder -> builder.passkeys(PasskeyPolicy.of("example.org", "https://accounts.example.org"), verifier));
    String token = wired.token("ana");
    private String handle = "";

    static Object field(HttpReply reply, String name) {
        return Wired.fields(reply.body()).get(name);
    }

    private static String challenge(Object options) {
        return String.valueOf(Wired.fields(options).get("challenge"));
    }

    /** Asks for options, and returns their challenge. */
    String begun(String path) {
        HttpReply begun = wired.call("POST", path, token, null);
        assertThat(begun.status()).isEqualTo(200);
        assertThat(Wired.fields(begun.body())).containsOnlyKeys("public_key", "expires_at");
        Map<String, Object> options = Wired.fields(field(begun, "public_key"));
        if (options.containsKey("user")) {
            handle = String.valueOf(Wired.fields(options.get("user")).get("id"));
        }
        return challenge(options);
    }

    /** Signs the challenge of a login without a name. */
    Map<String, Object> named() {
        return PlainPasskeys.named(KEY, begun(LOGIN_OPTIONS), handle);
    }

    Map<String, Object> touched() {
        return PlainPasskeys.touched(KEY, begun(LOGIN_OPTIONS), handle);
    }

    HttpReply register(String name) {
        HttpReply registered =
                wired.post(REGISTER, token, Map.of("name", name, "passkey", PlainPasskeys.made(KEY, begun(PASSKEYS))));
        assertThat(registered.status()).isEqualTo(200);
        take(registered);
        return registered;
    }

    /** Uses the token of a reply from now on. */
    void take(HttpReply reply) {
        token = String.valueOf(field(reply, "auth_token"));
    }

    List<Map<String, Object>> listed() {
        List<?> passkeys = (List<?>) field(wired.get(FACTORS, token), "passkeys");
        return passkeys.stream().map(Wired::fields).toList();
    }

    /** The path of the only passkey. */
    String path() {
        return PASSKEYS + listed().get(0).get("id") + "/";
    }

    HttpReply logIn() {
        return wired.post(LOGIN, Map.of("username", "ana", "password", PASSWORD));
    }

    HttpReply secondStep(HttpReply asked, Map<String, Object> signed) {
        return wired.post(SECOND_STEP, Map.of("challenge", field(asked, "challenge"), "passkey", signed));
    }

    /** Signs the challenge of a login that has asked for a second factor. */
    static Map<String, Object> signed(HttpReply asked) {
        return PlainPasskeys.signed(KEY, challenge(field(asked, "passkey")));
    }
}
