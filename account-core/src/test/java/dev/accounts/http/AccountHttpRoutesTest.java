package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.fixture.Bench;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered by path and method alone, before anything is done. */
class AccountHttpRoutesTest {

    private static final String NOT_PROVIDED = "Authentication credentials were not provided.";

    private final Bench bench = new Bench();
    private final AccountHttp http = AccountHttp.over(bench.accounts);
    private String token;

    @BeforeEach
    void logAliceIn() {
        bench.registered("alice");
        token = bench.loggedIn("alice").value();
    }

    @Nested
    class Paths {

        @ParameterizedTest
        @CsvSource({
            "/auth/users, users/",
            "/auth/users?after=5, users/?after=5",
            "/auth/users/me, me/",
            "/auth/users/7, 7/",
            "/auth/users/set_password, set_password/",
            "/auth/sessions/123e4567-e89b-12d3-a456-426614174000, 123e4567-e89b-12d3-a456-426614174000/",
            "/user/1, 1/"
        })
        void without_their_last_slash_lead_to_those_with_it(String path, String location) {
            HttpReply reply = http.handle(HttpCall.of("POST", path));

            assertThat(reply.status()).isEqualTo(301);
            assertThat(reply.headers()).containsEntry("Location", location);
            assertThat(reply.body()).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"?a=\r\nSet-Cookie: x", "?a b", "?\u00E9", "?"})
        void do_not_lead_on_with_a_query_that_is_no_plain_text(String query) {
            HttpReply reply = http.handle(HttpCall.of("GET", "/auth/users" + query));

            assertThat(reply.headers()).containsEntry("Location", "users/");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/auth/users/me/?x=1", "/user/1/?", "/auth/users/1/?/2/"})
        void are_known_whatever_their_query(String path) {
            assertThat(http.handle(authorized("GET", path)).status()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/auth/token/login", "/auth/token/logout", "/auth/token/logout_all"})
        void of_tokens_are_known_without_it(String path) {
            assertThat(http.handle(HttpCall.of("GET", path)).status()).isIn(401, 405);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "/",
                    "/auth/",
                    "/auth/users//",
                    "/auth/users/7/8/",
                    "/auth/users/me//",
                    "/auth/sessions//",
                    "/auth/sessions/1/2/",
                    "/auth/token/",
                    "/user/",
                    "/user//",
                    "/user/1/2/",
                    "/user/..",
                    "/user/a\r\nSet-Cookie: x",
                    "auth/users/",
                    "/AUTH/users/",
                    "/auth/users/\n",
                    "/auth/token/login//"
                })
        void that_are_none_of_the_contract_are_not_found_with_or_without_a_token(String path) {
            assertRefused(http.handle(HttpCall.of("GET", path)), 404, "Not found.");
            assertRefused(http.handle(authorized("POST", path)), 404, "Not found.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/user/abc/",
                    "/user/-1/",
                    "/user/99/",
                    "/user/9223372036854775808/",
                    "/user/1\n/",
                    "/user/+1/",
                    "/auth/users/abc/",
                    "/auth/users/-1/",
                    "/auth/users/99/",
                    "/auth/users/9223372036854775808/",
                    "/auth/users/reset_nothing/"
                })
        void of_users_that_are_none_are_not_found_but_only_with_a_token(String path) {
            assertRefused(http.handle(authorized("GET", path)), 404, "Not found.");
            assertRefused(http.handle(HttpCall.of("GET", path)), 401, NOT_PROVIDED);
            HttpReply dead = http.handle(HttpCall.of("GET", path).header("Authorization", "Token " + "0".repeat(40)));
            assertRefused(dead, 401, "Invalid token.");
        }
    }

    @Nested
    class Methods {

        @ParameterizedTest
        @CsvSource({
            "/auth/users/, 'GET, HEAD, POST'",
            "/auth/token/login/, POST",
            "/auth/token/logout/, POST",
            "/auth/token/logout_all/, POST",
            "/auth/sessions/, 'GET, HEAD'",
            "/auth/sessions/123e4567-e89b-12d3-a456-426614174000/, DELETE",
            "/auth/users/me/, 'GET, HEAD, POST, PUT, PATCH, DELETE'",
            "/auth/users/set_username/, POST",
            "/auth/users/set_password/, POST",
            "/auth/users/reset_password/, POST",
            "/auth/users/reset_password_confirm/, POST",
            "/auth/users/activation/, POST",
            "/auth/users/resend_activation/, POST",
            "/auth/users/1/, 'GET, HEAD, PUT, PATCH, DELETE'",
            "/auth/users/99/, 'GET, HEAD, PUT, PATCH, DELETE'",
            "/user/1/, 'GET, HEAD, POST'"
        })
        void that_are_not_allowed_are_answered_with_those_that_are(String path, String allowed) {
            HttpReply refused = http.handle(authorized("TRACE", path));
            assertRefused(refused, 405, "Method \"TRACE\" not allowed.");
            assertThat(refused.headers()).containsEntry("Allow", allowed + ", OPTIONS");

            HttpReply options = http.handle(HttpCall.of("OPTIONS", path));
            assertThat(options.status()).isEqualTo(200);
            assertThat(options.headers()).containsEntry("Allow", allowed + ", OPTIONS");
        }

        @ParameterizedTest
        @CsvSource({
            "PUT, /auth/users/",
            "PATCH, /auth/users/",
            "DELETE, /auth/users/",
            "POST, /auth/users/1/",
            "GET, /auth/users/set_password/",
            "GET, /auth/users/set_username/",
            "POST, /auth/sessions/",
            "GET, /auth/sessions/1/",
            "DELETE, /user/1/"
        })
        void that_are_not_allowed_are_told_only_with_a_token_where_one_is_needed(String method, String path) {
            assertRefused(http.handle(authorized(method, path)), 405, "Method \"" + method + "\" not allowed.");
            assertRefused(http.handle(HttpCall.of(method, path)), 401, NOT_PROVIDED);
        }

        @Test
        void are_judged_after_the_token() {
            assertRefused(http.handle(HttpCall.of("PUT", "/auth/users/me/")), 401, NOT_PROVIDED);
            HttpCall dead = HttpCall.of("PUT", "/auth/users/me/").header("Authorization", "Token " + "0".repeat(40));
            assertRefused(http.handle(dead), 401, "Invalid token.");
            assertRefused(
                    http.handle(dead.header("Authorization", "x")),
                    401,
                    "Invalid token header." + " Token string should not contain spaces.");
        }

        @Test
        void are_judged_before_the_body() {
            byte[] broken = {'{'};
            HttpCall call = HttpCall.of("GET", "/auth/token/login/").json(broken, text -> Map.of());

            assertRefused(http.handle(call), 405, "Method \"GET\" not allowed.");
        }
    }

    private HttpCall authorized(String method, String path) {
        return HttpCall.of(method, path).header("Authorization", "Token " + token);
    }

    private static void assertRefused(HttpReply reply, int status, String detail) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(Map.of("detail", detail));
    }
}
