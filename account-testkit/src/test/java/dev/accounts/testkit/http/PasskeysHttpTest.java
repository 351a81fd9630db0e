package dev.accounts.testkit.http;

import static dev.accounts.testkit.http.PasskeyClient.CONFIRM_OPTIONS;
import static dev.accounts.testkit.http.PasskeyClient.FACTORS;
import static dev.accounts.testkit.http.PasskeyClient.KEY;
import static dev.accounts.testkit.http.PasskeyClient.LOGIN_OPTIONS;
import static dev.accounts.testkit.http.PasskeyClient.NOT_ACCEPTED;
import static dev.accounts.testkit.http.PasskeyClient.PASSKEYS;
import static dev.accounts.testkit.http.PasskeyClient.PASSKEY_LOGIN;
import static dev.accounts.testkit.http.PasskeyClient.REGISTER;
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
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PasskeysHttpTest {

    private static final String FORBIDDEN = "You do not have permission to perform this action.";

    private final PasskeyClient ana = new PasskeyClient();
    private final Wired wired = ana.wired;

    @Nested
    class Registration {

        @Test
        void gives_options_and_then_a_token_and_codes() {
            HttpReply begun = wired.call("POST", PASSKEYS, ana.token, null);
            assertThat(field(begun, "expires_at")).isEqualTo("2026-01-01T00:10:00Z");
            assertThat(Wired.fields(field(begun, "public_key")))
                    .containsKeys("rp", "user", "challenge", "pubKeyCredParams");
            String before = ana.token;

            HttpReply registered = ana.register("Laptop");

            assertThat(Wired.fields(registered.body())).containsOnlyKeys("auth_token", "recovery_codes");
            assertThat((List<?>) field(registered, "recovery_codes")).hasSize(10);
            assertRefused(wired.get(FACTORS, before), 401, "Invalid token.");
            assertThat(ana.listed())
                    .singleElement()
                    .satisfies(passkey -> assertThat(passkey)
                            .containsOnlyKeys("id", "name", "synced", "created_at", "last_used_at")
                            .containsEntry("name", "Laptop")
                            .containsEntry("synced", true)
                            .containsEntry("created_at", "2026-01-01T00:00:00Z")
                            .containsEntry("last_used_at", null));
        }

        @Test
        void needs_no_name() {
            Map<String, Object> made = PlainPasskeys.made(KEY, ana.begun(PASSKEYS));

            ana.take(wired.post(REGISTER, ana.token, Map.of("passkey", made)));

            assertThat(ana.listed().get(0)).containsEntry("name", "Passkey");
        }

        @Test
        void needs_a_recent_proof_and_a_token() {
            for (String path : List.of(PASSKEYS, REGISTER, CONFIRM_OPTIONS)) {
                assertRefused(
                        wired.handle(HttpCall.of("POST", path)), 401, "Authentication credentials were not provided.");
            }
            wired.accounts.clock().advance(Duration.ofMinutes(16));

            HttpReply refused = wired.call("POST", PASSKEYS, ana.token, null);

            assertThat(refused.status()).isEqualTo(401);
            assertThat(field(refused, "code")).isEqualTo("reauthentication_required");
        }

        @Test
        void refuses_an_answer_to_another_challenge_and_a_passkey_of_another() {
            assertInvalid(
                    wired.post(REGISTER, ana.token, Map.of("passkey", PlainPasskeys.made(KEY, "another"))),
                    NOT_ACCEPTED);
            ana.register("Laptop");

            assertInvalid(
                    wired.post(REGISTER, ana.token, Map.of("passkey", PlainPasskeys.made(KEY, ana.begun(PASSKEYS)))),
                    Map.of("passkey", List.of("This passkey is registered already.")));
        }
    }

    @Nested
    class Change {

        @Test
        void renames_and_removes() {
            ana.register("Laptop");

            assertDone(wired.call("PATCH", ana.path(), ana.token, Map.of("name", "Key")));
            assertThat(ana.listed().get(0)).containsEntry("name", "Key");
            assertDone(wired.call("DELETE", ana.path(), ana.token, null));

            assertThat(ana.listed()).isEmpty();
            assertThat(ana.logIn().status()).isEqualTo(200);
        }

        @Test
        void finds_the_passkeys_of_the_caller_alone() {
            ana.register("Laptop");
            String ben = wired.token("ben");
            String path = ana.path();

            for (String other : List.of(path, PASSKEYS + UUID.randomUUID() + "/", PASSKEYS + "x/")) {
                assertRefused(wired.call("PATCH", other, ben, Map.of("name", "Key")), 404, "Not found.");
                assertRefused(wired.call("DELETE", other, ben, null), 404, "Not found.");
                assertRefused(
                        wired.handle(HttpCall.of("DELETE", other)),
                        401,
                        "Authentication credentials were not provided.");
                assertRefused(wired.call("DELETE", other, "0".repeat(40), null), 401, "Invalid token.");
            }
            assertThat(ana.listed().get(0)).containsEntry("name", "Laptop");
        }
    }

    @Test
    void are_refused_where_the_host_does_not_offer_them() {
        Wired without = new Wired();
        String token = without.token("ana");

        for (String path : List.of(PASSKEYS, REGISTER, CONFIRM_OPTIONS, LOGIN_OPTIONS, PASSKEY_LOGIN)) {
            assertRefused(without.post(path, token, Map.of()), 403, FORBIDDEN);
        }
    }
}
