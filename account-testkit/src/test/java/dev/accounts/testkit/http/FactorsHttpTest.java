package dev.accounts.testkit.http;

import static dev.accounts.testkit.http.FactorClient.CONFIRM;
import static dev.accounts.testkit.http.FactorClient.FACTORS;
import static dev.accounts.testkit.http.FactorClient.SECOND_STEP;
import static dev.accounts.testkit.http.FactorClient.TOTP;
import static dev.accounts.testkit.http.FactorClient.text;
import static dev.accounts.testkit.http.Wired.assertDone;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Owners enrol an app, remove it, and replace recovery codes. */
class FactorsHttpTest {

    private final FactorClient client = new FactorClient();
    private final Wired wired = client.wired;

    @Nested
    class Enrolment {

        @Test
        void gives_a_seed_and_then_a_token_and_codes() {
            HttpReply begun = client.begin();
            assertThat(begun.status()).isEqualTo(200);
            assertThat(text(begun, "uri")).startsWith("otpauth://totp/Account:ana?secret=" + text(begun, "secret"));
            assertThat(text(begun, "expires_at")).isEqualTo("2026-01-01T00:10:00Z");

            HttpReply enrolled = client.confirm(begun, client.scanned(begun).code());

            assertThat(enrolled.status()).isEqualTo(200);
            assertThat(Wired.fields(enrolled.body())).containsOnlyKeys("auth_token", "recovery_codes");
            assertRefused(wired.call("GET", FACTORS, client.token, null), 401, "Invalid token.");
            assertThat(wired.call("GET", FACTORS, text(enrolled, "auth_token"), null)
                            .body())
                    .isEqualTo(Map.of(
                            "totp_since", "2026-01-01T00:00:00Z", "passkeys", List.of(), "recovery_codes_left", 10));
        }

        @Test
        void says_what_is_wrong() {
            HttpReply begun = client.begin();

            assertInvalid(
                    client.confirm(begun, "123"),
                    Map.of("code", List.of("This code is wrong, or it was used before.")));
            assertInvalid(
                    wired.post(TOTP + "confirm/", client.token, Map.of("code", 123456)),
                    Map.of(
                            "enrolment", List.of("This field is required."),
                            "code", List.of("Not a valid string.")));
        }

        @Test
        void needs_a_recent_proof() {
            wired.accounts.clock().advance(Duration.ofMinutes(16));

            HttpReply refused = client.begin();

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.body())
                    .isEqualTo(Map.of("detail", "Confirm that it is you.", "code", "reauthentication_required"));
            assertThat(refused.headers())
                    .containsEntry("WWW-Authenticate", "Token error=\"insufficient_user_authentication\"");
        }

        @Test
        void needs_a_token() {
            for (String path : List.of(FACTORS, TOTP, TOTP + "confirm/", FACTORS + "recovery_codes/", CONFIRM)) {
                assertRefused(
                        wired.handle(HttpCall.of("POST", path)), 401, "Authentication credentials were not provided.");
            }
        }

        @Test
        void is_over_when_the_app_is_removed() {
            client.enrol();

            assertDone(wired.call("DELETE", TOTP, client.token, null));

            assertRefused(wired.call("DELETE", TOTP, client.token, null), 404, "Not found.");
            assertThat(client.logIn().status()).isEqualTo(200);
        }
    }

    @Nested
    class RecoveryCodes {

        @Test
        void are_replaced_all_or_where_they_were_used() {
            client.enrol();
            wired.post(
                    SECOND_STEP, Map.of("challenge", client.challenge(), "recovery_code", client.recoveryCodes.get(0)));

            assertThat(codes("replace_used/")).hasSize(1);
            assertThat(codes("replace_used/")).isEmpty();
            assertThat(codes("")).hasSize(10).doesNotContainAnyElementsOf(client.recoveryCodes);
        }

        private List<Object> codes(String path) {
            HttpReply reply = wired.call("POST", FACTORS + "recovery_codes/" + path, client.token, null);
            assertThat(reply.status()).isEqualTo(200);
            return List.copyOf((List<?>) Wired.fields(reply.body()).get("recovery_codes"));
        }

        @Test
        void need_a_factor() {
            assertInvalid(
                    wired.call("POST", FACTORS + "recovery_codes/", client.token, null),
                    Map.of("recovery_code", List.of("Recovery codes need a second factor first.")));
        }
    }
}
