package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static dev.accounts.testkit.http.Wired.assertDone;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.testkit.TotpApp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FactorsHttpTest {

    private static final String FACTORS = "/auth/factors/";
    private static final String TOTP = FACTORS + "totp/";
    private static final String LOGIN = "/auth/token/login/";
    private static final String SECOND_STEP = "/auth/token/factor/";
    private static final String CONFIRM = "/auth/token/confirm/";

    private final Wired wired = new Wired();
    private String token = wired.token("ana");
    private TotpApp app;
    private List<?> recoveryCodes;

    private static String text(HttpReply reply, String field) {
        return String.valueOf(Wired.fields(reply.body()).get(field));
    }

    private HttpReply begin() {
        return wired.call("POST", TOTP, token, null);
    }

    private HttpReply confirm(HttpReply begun, String code) {
        return wired.post(TOTP + "confirm/", token, Map.of("enrolment", text(begun, "enrolment"), "code", code));
    }

    private TotpApp scanned(HttpReply begun) {
        return TotpApp.scan(
                new TotpEnrolment(text(begun, "enrolment"), text(begun, "uri"), text(begun, "secret"), Instant.EPOCH),
                wired.accounts.clock());
    }

    private void enrol() {
        HttpReply begun = begin();
        app = scanned(begun);
        HttpReply enrolled = confirm(begun, app.code());
        assertThat(enrolled.status()).isEqualTo(200);
        token = text(enrolled, "auth_token");
        recoveryCodes = (List<?>) Wired.fields(enrolled.body()).get("recovery_codes");
        wired.accounts.clock().advance(Duration.ofSeconds(30));
    }

    private HttpReply logIn() {
        return wired.post(LOGIN, Map.of("username", "ana", "password", PASSWORD));
    }

    private String challenge() {
        return text(logIn(), "challenge");
    }

    @Nested
    class Enrolment {

        @Test
        void gives_a_seed_and_then_a_token_and_codes() {
            HttpReply begun = begin();
            assertThat(begun.status()).isEqualTo(200);
            assertThat(text(begun, "uri")).startsWith("otpauth://totp/Account:ana?secret=" + text(begun, "secret"));
            assertThat(text(begun, "expires_at")).isEqualTo("2026-01-01T00:10:00Z");

            HttpReply enrolled = confirm(begun, scanned(begun).code());

            assertThat(enrolled.status()).isEqualTo(200);
            assertThat(Wired.fields(enrolled.body())).containsOnlyKeys("auth_token", "recovery_codes");
            assertRefused(wired.call("GET", FACTORS, token, null), 401, "Invalid token.");
            assertThat(wired.call("GET", FACTORS, text(enrolled, "auth_token"), null)
                            .body())
                    .isEqualTo(Map.of(
                            "totp_since", "2026-01-01T00:00:00Z", "passkeys", List.of(), "recovery_codes_left", 10));
        }

        @Test
        void says_what_is_wrong() {
            HttpReply begun = begin();

            assertInvalid(confirm(begun, "123"), Map.of("code", List.of("This code is wrong, or it was used before.")));
            assertInvalid(
                    wired.post(TOTP + "confirm/", token, Map.of("code", 123456)),
                    Map.of(
                            "enrolment", List.of("This field is required."),
                            "code", List.of("Not a valid string.")));
        }

        @Test
        void needs_a_recent_proof() {
            wired.accounts.clock().advance(Duration.ofMinutes(16));

            HttpReply refused = begin();

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
            enrol();

            assertDone(wired.call("DELETE", TOTP, token, null));

            assertRefused(wired.call("DELETE", TOTP, token, null), 404, "Not found.");
            assertThat(logIn().status()).isEqualTo(200);
        }
    }

    @Nested
    class Login {

        @BeforeEach
        void enrolled() {
            enrol();
        }

        @Test
        void asks_for_a_second_factor() {
            HttpReply asked = logIn();

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
            HttpReply reply =
                    wired.post(SECOND_STEP, Map.of("challenge", challenge(), "code", app.code(), "label", "laptop"));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(Wired.fields(reply.body())).containsOnlyKeys("auth_token");
            assertThat(wired.accounts.service().sessions().list(text(reply, "auth_token")))
                    .anySatisfy(session -> assertThat(session.label()).isEqualTo("laptop"));
        }

        @Test
        void is_completed_by_a_recovery_code() {
            HttpReply reply =
                    wired.post(SECOND_STEP, Map.of("challenge", challenge(), "recovery_code", recoveryCodes.get(0)));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(wired.call("GET", FACTORS, text(reply, "auth_token"), null)
                            .body())
                    .isEqualTo(Map.of(
                            "totp_since", "2026-01-01T00:00:00Z", "passkeys", List.of(), "recovery_codes_left", 9));
        }

        @Test
        void says_what_is_wrong() {
            assertInvalid(
                    wired.post(SECOND_STEP, Map.of("challenge", challenge(), "code", "000000")),
                    Map.of("code", List.of("This code is wrong, or it was used before.")));
            assertInvalid(
                    wired.post(SECOND_STEP, Map.of("challenge", challenge(), "recovery_code", "x")),
                    Map.of("recovery_code", List.of("This recovery code is wrong, or it was used before.")));
            assertInvalid(
                    wired.post(SECOND_STEP, Map.of("challenge", "x", "code", app.code())),
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

            HttpReply reply = wired.post(CONFIRM, token, Map.of("current_password", PASSWORD));

            assertThat(reply.status()).isEqualTo(200);
            assertRefused(wired.call("GET", FACTORS, token, null), 401, "Invalid token.");
            token = text(reply, "auth_token");
            assertThat(begin().status()).isEqualTo(200);
        }

        @Test
        void takes_a_code_where_there_is_a_factor() {
            enrol();

            assertInvalid(
                    wired.post(CONFIRM, token, Map.of("current_password", PASSWORD)),
                    Map.of("code", List.of("This field is required.")));
            assertThat(wired.post(CONFIRM, token, Map.of("code", app.code())).status())
                    .isEqualTo(200);
        }

        @Test
        void says_what_is_wrong() {
            assertInvalid(
                    wired.post(CONFIRM, token, Map.of()),
                    Map.of("current_password", List.of("This field is required.")));
            assertInvalid(
                    wired.post(CONFIRM, token, Map.of("current_password", "wrong")),
                    Map.of("current_password", List.of("Invalid password.")));
        }
    }

    @Nested
    class RecoveryCodes {

        @Test
        void are_replaced_all_or_where_they_were_used() {
            enrol();
            wired.post(SECOND_STEP, Map.of("challenge", challenge(), "recovery_code", recoveryCodes.get(0)));

            assertThat(codes("replace_used/")).hasSize(1);
            assertThat(codes("replace_used/")).isEmpty();
            assertThat(codes("")).hasSize(10).doesNotContainAnyElementsOf(recoveryCodes);
        }

        private List<Object> codes(String path) {
            HttpReply reply = wired.call("POST", FACTORS + "recovery_codes/" + path, token, null);
            assertThat(reply.status()).isEqualTo(200);
            return List.copyOf((List<?>) Wired.fields(reply.body()).get("recovery_codes"));
        }

        @Test
        void need_a_factor() {
            assertInvalid(
                    wired.call("POST", FACTORS + "recovery_codes/", token, null),
                    Map.of("recovery_code", List.of("Recovery codes need a second factor first.")));
        }
    }

    @Nested
    class Required {

        private final Wired requiring = new Wired(builder ->
                builder.factors(FactorPolicy.defaults().requirement(FactorPolicy.Requirement.REQUIRED_FOR_ALL)));
        private final String withoutFactor = requiring.token("ana");

        @Test
        void lets_the_owner_see_the_account_and_enrol() {
            assertThat(requiring.get("/auth/users/me/", withoutFactor).status()).isEqualTo(200);
            assertThat(requiring.get(FACTORS, withoutFactor).status()).isEqualTo(200);
            assertThat(requiring.call("POST", TOTP, withoutFactor, null).status())
                    .isEqualTo(200);
            assertThat(requiring
                            .post(CONFIRM, withoutFactor, Map.of("current_password", PASSWORD))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void lets_the_owner_log_out() {
            assertDone(requiring.call("POST", "/auth/token/logout/", withoutFactor, null));
        }

        @Test
        void refuses_everything_else() {
            Map<String, Object> enrol = Map.of("detail", "Set up a second factor first.", "code", "enrolment_required");
            for (String path :
                    List.of("/auth/users/", "/auth/users/1/", "/auth/users/2/", "/user/1/", "/auth/sessions/")) {
                HttpReply refused = requiring.get(path, withoutFactor);
                assertThat(refused.status()).as(path).isEqualTo(401);
                assertThat(refused.body()).as(path).isEqualTo(enrol);
            }
            for (String path :
                    List.of("/auth/users/me/", "/auth/users/2/", "/auth/users/2/factors/", "/auth/sessions/x/")) {
                assertThat(requiring
                                .call("DELETE", path, withoutFactor, Map.of("current_password", PASSWORD))
                                .body())
                        .as(path)
                        .isEqualTo(enrol);
            }
            assertThat(requiring
                            .call("PATCH", "/auth/users/me/", withoutFactor, Map.of("first_name", "A"))
                            .body())
                    .isEqualTo(enrol);
        }

        @Test
        void lets_the_owner_remove_no_factor() {
            HttpReply begun = requiring.call("POST", TOTP, withoutFactor, null);
            HttpReply enrolled = requiring.post(
                    TOTP + "confirm/",
                    withoutFactor,
                    Map.of(
                            "enrolment",
                            text(begun, "enrolment"),
                            "code",
                            scanned(begun).code()));

            assertRefused(
                    requiring.call("DELETE", TOTP, text(enrolled, "auth_token"), null),
                    403,
                    "You do not have permission to perform this action.");
        }
    }

    @Nested
    class Staff {

        private static final String ANAS = "/auth/users/1/factors/";

        @BeforeEach
        void enrolled() {
            enrol();
        }

        private String root() {
            wired.accounts.superuser("root");
            return wired.accounts.service().login("root", PASSWORD).value();
        }

        @Test
        void remove_factors_with_their_own_password() {
            String root = root();
            assertInvalid(
                    wired.call("DELETE", ANAS, root, Map.of("current_password", "wrong")),
                    Map.of("current_password", List.of("Invalid password.")));

            assertDone(wired.call("DELETE", ANAS, root, Map.of("current_password", PASSWORD)));

            assertRefused(wired.call("GET", FACTORS, token, null), 401, "Invalid token.");
            assertThat(logIn().status()).isEqualTo(200);
        }

        @Test
        void find_no_unknown_user() {
            String root = root();

            assertRefused(
                    wired.call("DELETE", "/auth/users/99/factors/", root, Map.of("current_password", PASSWORD)),
                    404,
                    "Not found.");
            assertRefused(
                    wired.call("DELETE", "/auth/users/x/factors/", root, Map.of("current_password", PASSWORD)),
                    404,
                    "Not found.");
        }

        @Test
        void alone_may_do_it() {
            String ben = wired.token("ben");

            for (String path : List.of(ANAS, "/auth/users/99/factors/", "/auth/users/x/factors/")) {
                assertRefused(
                        wired.call("DELETE", path, ben, Map.of("current_password", PASSWORD)),
                        403,
                        "You do not have permission to perform this action.");
            }
            assertThat(logIn().status()).isEqualTo(401);
        }
    }
}
