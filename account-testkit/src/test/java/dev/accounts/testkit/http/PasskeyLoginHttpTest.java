package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static dev.accounts.testkit.http.PasskeyClient.CONFIRM;
import static dev.accounts.testkit.http.PasskeyClient.CONFIRM_OPTIONS;
import static dev.accounts.testkit.http.PasskeyClient.FACTORS;
import static dev.accounts.testkit.http.PasskeyClient.KEY;
import static dev.accounts.testkit.http.PasskeyClient.LOGIN_OPTIONS;
import static dev.accounts.testkit.http.PasskeyClient.NOT_ACCEPTED;
import static dev.accounts.testkit.http.PasskeyClient.PASSKEY_LOGIN;
import static dev.accounts.testkit.http.PasskeyClient.field;
import static dev.accounts.testkit.http.Wired.assertDone;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasskeyLoginHttpTest {

    private final PasskeyClient ana = new PasskeyClient();
    private final Wired wired = ana.wired;

    @BeforeEach
    void registered() {
        ana.register("Laptop");
    }

    @Test
    void completes_a_login() {
        HttpReply asked = ana.logIn();
        assertThat(asked.status()).isEqualTo(401);
        assertThat(Wired.fields(asked.body()))
                .containsOnlyKeys("detail", "code", "challenge", "factors", "passkey")
                .containsEntry("factors", List.of("recovery_code", "passkey"));
        assertThat(Wired.fields(field(asked, "passkey"))).containsKeys("challenge", "rpId", "allowCredentials");
        Map<String, Object> signed = PasskeyClient.signed(asked);

        HttpReply reply = ana.secondStep(asked, signed);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Wired.fields(reply.body())).containsOnlyKeys("auth_token");
        assertThat(ana.listed().get(0)).containsEntry("last_used_at", "2026-01-01T00:00:00Z");
        assertInvalid(ana.secondStep(ana.logIn(), signed), NOT_ACCEPTED);
    }

    @Test
    void counts_before_other_proofs_of_the_same_body() {
        HttpReply asked = ana.logIn();
        Map<String, Object> all = Map.of(
                "challenge",
                field(asked, "challenge"),
                "passkey",
                PlainPasskeys.signed(KEY, "another"),
                "recovery_code",
                "x",
                "code",
                "000000");

        assertInvalid(wired.post(PasskeyClient.SECOND_STEP, all), NOT_ACCEPTED);
    }

    @Test
    void confirms_the_owner() {
        wired.accounts.clock().advance(Duration.ofMinutes(16));
        Map<String, Object> signed = PlainPasskeys.touched(KEY, ana.begun(CONFIRM_OPTIONS), "");

        HttpReply reply = wired.post(CONFIRM, ana.token, Map.of("passkey", signed, "current_password", PASSWORD));

        assertThat(reply.status()).isEqualTo(200);
        assertRefused(wired.get(FACTORS, ana.token), 401, "Invalid token.");
        ana.take(reply);
        assertInvalid(wired.post(CONFIRM, ana.token, Map.of("passkey", signed)), NOT_ACCEPTED);
        assertDone(wired.call("DELETE", ana.path(), ana.token, null));
    }

    @Test
    void logs_the_owner_in_without_a_name() {
        Map<String, Object> signed = ana.named();

        HttpReply reply = wired.post(PASSKEY_LOGIN, Map.of("passkey", signed, "label", "phone"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Wired.fields(reply.body())).containsOnlyKeys("auth_token");
        ana.take(reply);
        assertThat(wired.accounts.service().sessions().list(ana.token))
                .anySatisfy(session -> assertThat(session.label()).isEqualTo("phone"));
        assertNoLogin(signed);
    }

    @Test
    void labels_the_token_by_the_client() {
        HttpCall call = HttpCall.of("POST", PASSKEY_LOGIN)
                .header("User-Agent", "Browser/1")
                .body(Map.of("passkey", ana.named()));

        ana.take(wired.handle(call));

        assertThat(wired.accounts.service().sessions().list(ana.token))
                .anySatisfy(session -> assertThat(session.label()).isEqualTo("Browser/1"));
    }

    @Test
    void is_refused_like_a_wrong_password_where_there_is_no_name() {
        assertNoLogin(ana.touched());
        assertNoLogin(PlainPasskeys.signed("unknown", ana.begun(LOGIN_OPTIONS)));
        assertNoLogin(PlainPasskeys.signed(KEY, "another"));
    }

    private void assertNoLogin(Map<String, Object> signed) {
        HttpReply refused = wired.post(PASSKEY_LOGIN, Map.of("passkey", signed));
        assertThat(refused).isEqualTo(wired.post(PasskeyClient.LOGIN, Map.of("username", "x", "password", "y")));
        assertThat(refused.status()).isEqualTo(400);
    }
}
