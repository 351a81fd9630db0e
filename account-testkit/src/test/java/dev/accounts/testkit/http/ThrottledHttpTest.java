package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static dev.accounts.testkit.http.Wired.NEW_PASSWORD;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import dev.accounts.model.AccountEvent;
import dev.accounts.policy.RateLimit;
import dev.accounts.policy.SourcePolicy;
import dev.accounts.policy.ThrottlePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Too many wrong passwords, whoever asks for them, and from where. */
class ThrottledHttpTest {

    private static final ThrottlePolicy TWO = new ThrottlePolicy(2, Duration.ofSeconds(90), Duration.ofHours(1));

    private static final SourcePolicy TWO_FAILURES = SourcePolicy.defaults().failedLogins(RateLimit.perHour(2));

    private final List<AccountEvent> events = new ArrayList<>();
    private final Wired wired =
            new Wired(settings -> settings.throttle(TWO).sources(TWO_FAILURES).listenAfterCommit(events::add));

    @ParameterizedTest
    @CsvSource({
        "POST, /auth/users/set_password/",
        "POST, /auth/users/set_username/",
        "PATCH, /auth/users/me/",
        "PUT, /auth/users/1/",
        "DELETE, /auth/users/me/",
        "DELETE, /auth/users/1/"
    })
    void guesses_of_the_present_password_are_429_wherever_they_are_made(String method, String path) {
        wired.registered("ana");
        String token = wired.token("ana");
        for (int i = 0; i < 2; i++) {
            assertThat(wired.call(method, path, token, body("wrong")).status()).isEqualTo(400);
        }

        HttpReply reply = wired.call(method, path, token, body(PASSWORD));

        assertRefused(reply, 429, "Request was throttled.");
        assertThat(reply.headers()).containsEntry("Retry-After", "90");
        wired.accounts.clock().advance(Duration.ofSeconds(90));
        assertThat(wired.call(method, path, token, body(PASSWORD)).status()).isIn(200, 204);
    }

    @Test
    void logins_of_a_name_are_429_whether_there_is_such_an_account_or_not() {
        wired.registered("ana");
        for (String name : List.of("ana", "nobody")) {
            assertThat(login(name, null).status()).isEqualTo(400);
            assertThat(login(name, null).status()).isEqualTo(400);
            assertRefused(login(name, null), 429, "Request was throttled.");
        }
    }

    @Test
    void logins_from_a_client_are_counted_whatever_the_name() {
        assertThat(login("a", "192.0.2.1").status()).isEqualTo(400);
        assertThat(login("b", "192.0.2.1").status()).isEqualTo(400);

        assertThat(login("c", "192.0.2.1").status()).isEqualTo(429);
        assertThat(login("c", "192.0.2.2").status()).isEqualTo(400);
        assertThat(login("d", null).status()).isEqualTo(400);
    }

    @Test
    void events_are_told_the_client_where_the_host_knows_it() {
        wired.http.handle(register("ana").client("192.0.2.1"));
        wired.http.handle(register("bob"));

        assertThat(events)
                .extracting(event -> event.context().source())
                .containsExactly(Optional.of("192.0.2.1"), Optional.empty());
    }

    @Test
    void events_keep_the_source_of_the_host_where_a_call_names_no_client() {
        AccountHttp local = AccountHttp.over(wired.accounts.accounts().from("batch"));

        local.handle(register("ana"));
        local.handle(register("bob").client("192.0.2.1"));

        assertThat(events)
                .extracting(event -> event.context().source())
                .containsExactly(Optional.of("batch"), Optional.of("192.0.2.1"));
    }

    private static HttpCall register(String name) {
        return HttpCall.of("POST", "/auth/users/").body(Map.of("username", name, "password", PASSWORD));
    }

    private HttpReply login(String name, String client) {
        return wired.http.handle(HttpCall.of("POST", "/auth/token/login/")
                .client(client)
                .body(Map.of("username", name, "password", "wrong")));
    }

    private static Map<String, String> body(String password) {
        return Map.of(
                "current_password",
                password,
                "new_password",
                NEW_PASSWORD,
                "new_username",
                "eva",
                "email",
                "eva@example.org");
    }
}
