package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.fixture.Bench;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When bodies are judged, and what every reply has. */
class AccountHttpBodiesTest {

    private static final String NOT_PROVIDED = "Authentication credentials were not provided.";

    private final Bench bench = new Bench();
    private final AccountHttp http = AccountHttp.over(bench.accounts);
    private final byte[] broken = {'{'};
    private String token;

    @BeforeEach
    void logAliceIn() {
        bench.registered("alice");
        token = bench.loggedIn("alice").value();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /auth/users/set_password/",
        "POST, /auth/users/set_username/",
        "PUT, /auth/users/me/",
        "PATCH, /auth/users/me/",
        "DELETE, /auth/users/me/",
        "PATCH, /auth/users/1/",
        "DELETE, /auth/users/1/"
    })
    void are_judged_after_the_token(String method, String path) {
        HttpCall call = HttpCall.of(method, path).json(broken, text -> Map.of());
        HttpCall dead = call.header("Authorization", "Token " + "0".repeat(40));

        assertRefused(http.handle(call), 401, NOT_PROVIDED);
        assertRefused(http.handle(dead), 401, "Invalid token.");
        assertThat(http.handle(authorized(method, path).json(broken, text -> Map.of()))
                        .status())
                .isEqualTo(415);
        assertThat(http.handle(authorized(method, path).body(null)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/users/reset_password/",
                "/auth/users/reset_password_confirm/",
                "/auth/users/activation/",
                "/auth/users/resend_activation/"
            })
    void are_read_without_a_token_where_none_is_needed(String path) {
        HttpCall dead = HttpCall.of("POST", path).header("Authorization", "Token dead");

        assertThat(http.handle(dead.json(broken, text -> Map.of())).status()).isEqualTo(415);
        assertThat(http.handle(dead.body(List.of())).body())
                .isEqualTo(Map.of("non_field_errors", List.of("Invalid data. Expected a dictionary, but got list.")));
        assertThat(http.handle(dead).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "404, POST, /auth/nothing/here/",
        "301, POST, /auth/users",
        "405, PUT, /auth/token/login/",
        "405, post, /auth/token/login/",
        "401, POST, /auth/users/set_password/",
        "401, DELETE, /auth/users/me/",
        "401, POST, /auth/token/logout/"
    })
    void are_not_read_before_the_route_the_method_and_the_token_are_judged(int status, String method, String path) {
        HttpCall call = HttpCall.of(method, path).header("Authorization", "Token " + "0".repeat(40));

        assertThat(http.handle(call.json(FailingStream.unread(), text -> text)).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"GET, /auth/users/me/", "POST, /auth/users/me/", "POST, /user/1/", "POST, /auth/token/logout/"})
    void are_not_read_where_they_are_not_used(String method, String path) {
        assertThat(http.handle(authorized(method, path).json(FailingStream.unread(), text -> text))
                        .status())
                .isIn(200, 204);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /auth/users/",
        "POST, /auth/token/login/",
        "POST, /auth/users/set_password/",
        "PATCH, /auth/users/me/",
        "DELETE, /auth/users/me/",
        "POST, /auth/users/reset_password/"
    })
    void are_read_once(String method, String path) {
        AtomicInteger reads = new AtomicInteger();
        HttpCall call = new HttpCall(
                method,
                path,
                Map.of("Authorization", List.of("Token " + token)),
                () -> Map.of("username", reads.incrementAndGet(), "email", "no address"),
                null);

        assertThat(http.handle(call).status()).isIn(200, 400);
        assertThat(reads).hasValue(1);
    }

    @Test
    void no_reply_is_to_be_stored() {
        for (String path : List.of("/auth/users/", "/auth/users/me/", "/auth/users", "/auth/token/login/", "/x")) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "TRACE")) {
                assertThat(http.handle(authorized(method, path)).headers())
                        .as("%s %s", method, path)
                        .containsEntry("Cache-Control", "no-store");
            }
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
