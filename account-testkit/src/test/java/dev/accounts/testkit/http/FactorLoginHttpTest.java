package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static dev.accounts.testkit.http.FactorClient.CONFIRM;
import static dev.accounts.testkit.http.FactorClient.FACTORS;
import static dev.accounts.testkit.http.FactorClient.SECOND_STEP;
import static dev.accounts.testkit.http.FactorClient.text;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Owners of an app log in, and confirm their sessions. */
class FactorLoginHttpTest {

    private final FactorClient client = new FactorClient();
    private final Wired wired = client.wired;

    @Nested
    class Login {

        @BeforeEach
        void enrolled() {
            client.enrol();
        }

        @Test
        void asks_for_a_second_factor() {
            HttpReply asked = client.logIn();

            assertThat(asked.status()).isEqualTo(401);
            assertThat(Wired.fields(asked.body()))
                    .containsOnlyKeys("detail", "code", "challenge", "factors")
                    .containsEntry("detail", "A second factor is required.")
                    .containsEntry("code", "second_factor_required")
                    .containsEntry("factors", List.of("totp", "recovery_code"));
            assertThat(asked.headers()).containsEntry("WWW-Authenticate", "Token");
        }

        @Test
        void is_completed_by_a_code() {
            HttpReply reply = wired.post(
                    SECOND_STEP, Map.of("challenge", client.challenge(), "code", client.app.code(), "label", "laptop"));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(Wired.fields(reply.body())).containsOnlyKeys("auth_token");
            assertThat(wired.accounts.service().sessions().list(text(reply, "auth_token")))
                    .anySatisfy(session -> assertThat(session.label()).isEqualTo("laptop"));
        }

        @Test
        void is_completed_by_a_recovery_code() {
            HttpReply reply = wired.post(
                    SECOND_STEP, Map.of("challenge", client.challenge(), "recovery_code", client.recoveryCodes.get(0)));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(wired.call("GET", FACTORS, text(reply, "auth_token"), null)
                            .body())
                    .isEqualTo(Map.of(
                            "totp_since", "2026-01-01T00:00:00Z", "passkeys", List.of(), "recovery_codes_left", 9));
        }

        @Test
        void says_what_is_wrong() {
            assertInvalid(
                    wired.post(SECOND_STEP, Map.of("challenge", client.challenge(), "code", "000000")),
                    Map.of("code", List.of("This code is wrong, or it was used before.")));
            assertInvalid(
                    wired.post(SECOND_STEP, Map.of("challenge", client.challenge(), "recovery_code", "x")),
                    Map.of("recovery_code", List.of("This recovery code is wrong, or it was used before.")));
            assertInvalid(
                    wired.post(SECOND_STEP, Map.of("challenge", "x", "code", client.app.code())),
                    Map.of("challenge", List.of("This login has expired. Log in again.")));
            assertInvalid(
                    wired.post(SECOND_STEP, Map.of()),
                    Map.of(
                            "challenge", List.of("This field is required."),
                            "code", List.of("This field is required.")));
            assertInvalid(
                    wired.post(SECOND_STEP, Map.of("challenge", "a\0b", "code", "1\0")),
                    Map.of(
                            "challenge", List.of("Null characters are not allowed."),
                            "code", List.of("Null characters are not allowed.")));
        }
    }

    @Nested
    class Confirmation {

        @Test
        void takes_the_password_and_gives_another_token() {
            wired.accounts.clock().advance(Duration.ofMinutes(16));

            HttpReply reply = wired.post(CONFIRM, client.token, Map.of("current_password", PASSWORD));

            assertThat(reply.status()).isEqualTo(200);
            assertRefused(wired.call("GET", FACTORS, client.token, null), 401, "Invalid token.");
            client.token = text(reply, "auth_token");
            assertThat(client.begin().status()).isEqualTo(200);
        }

        @Test
        void takes_a_code_where_there_is_a_factor() {
            client.enrol();

            assertInvalid(
                    wired.post(CONFIRM, client.token, Map.of("current_password", PASSWORD)),
                    Map.of("code", List.of("This field is required.")));
            assertThat(wired.post(CONFIRM, client.token, Map.of("code", client.app.code()))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void says_what_is_wrong() {
            assertInvalid(
                    wired.post(CONFIRM, client.token, Map.of()),
                    Map.of("current_password", List.of("This field is required.")));
            assertInvalid(
                    wired.post(CONFIRM, client.token, Map.of("current_password", "wrong")),
                    Map.of("current_password", List.of("Invalid password.")));
        }
    }
}
