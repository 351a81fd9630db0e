package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.accounts.fixture.Bench;
import dev.accounts.fixture.CodesAsTexts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountHttpTest {

    private final Bench bench = new Bench();
    private final AccountHttp http = AccountHttp.over(bench.accounts);
    private String token;

    @BeforeEach
    void logAliceIn() {
        bench.registered("alice");
        token = bench.loggedIn("alice").value();
    }

    @Test
    void a_registration_is_answered_with_201_where_the_host_sets_it() {
        AccountHttp created = http.answeringCreated();
        HttpCall call = HttpCall.of("POST", "/auth/users/");
        Map<String, String> carol = Map.of("username", "carol", "password", Bench.PASSWORD);

        assertThat(created.handle(call.body(carol)).status()).isEqualTo(201);
        assertThat(created.handle(call.body(carol)).status()).isEqualTo(400);
        assertThat(created.handle(authorized("GET", "/auth/users/me/")).status())
                .isEqualTo(200);
    }

    @Nested
    class TheFiveOperations {

        @Test
        void register_answers_200_with_address_name_and_id() {
            HttpReply reply = http.handle(HttpCall.of("POST", "/auth/users/")
                    .body(Map.of(
                            "username",
                            "kust2",
                            "password",
                            Bench.PASSWORD,
                            "email",
                            "k@X.org",
                            "towns",
                            List.of(1),
                            "id",
                            7,
                            "is_staff",
                            true)));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers()).containsEntry("Content-Type", "application/json");
            assertThat(entries(reply)).hasToString("[email=k@x.org, username=kust2, id=2]");
            assertThat(bench.stores.accounts.get(2L).claim().towns()).containsExactly(1L);
        }

        @Test
        void login_answers_200_with_a_token() {
            HttpReply reply = login(Map.of("username", "ALICE", "password", Bench.PASSWORD));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers()).containsEntry("Cache-Control", "no-store");
            String value = (String) ((Map<?, ?>) reply.body()).get("auth_token");
            assertThat(bench.service.me(value).id()).isOne();
        }

        @Test
        void logout_answers_204_without_a_body_and_then_401() {
            HttpCall call = authorized("POST", "/auth/token/logout/");

            assertThat(http.handle(call)).isEqualTo(HttpReply.empty(204));
            assertRefused(http.handle(call), 401, "Invalid token.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "POST", "HEAD"})
        void me_answers_200_with_address_id_and_name(String method) {
            HttpReply reply = http.handle(authorized(method, "/auth/users/me/").body(null));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(entries(reply)).hasToString("[email=alice@example.com, id=1, username=alice]");
        }

        @ParameterizedTest
        @CsvSource({"GET, /user/1/", "POST, /user/1/", "HEAD, /user/001/"})
        void any_user_is_answered_with_200(String method, String path) {
            HttpReply reply = http.handle(authorized(method, path));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(entries(reply).get(3)).hasToString("username=alice");
        }
    }

    @Nested
    class Tokens {

        @Test
        void that_are_dead_do_not_matter_where_none_is_needed() {
            HttpCall call = HttpCall.of("POST", "/auth/token/login/").header("Authorization", "Token dead");

            assertThat(http.handle(call.body(Map.of("username", "alice", "password", Bench.PASSWORD)))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void of_inactive_users_are_refused_as_such() {
            bench.stores.inactive.add(1L);

            HttpReply reply = http.handle(authorized("GET", "/auth/users/me/"));

            assertRefused(reply, 401, "User inactive or deleted.");
            assertThat(reply.headers()).containsEntry("WWW-Authenticate", "Token");
        }
    }

    @Test
    void a_body_that_could_not_be_read_is_answered_only_where_one_is_needed() {
        byte[] content = {'x'};
        HttpCall.JsonReader reader = text -> text;

        assertThat(http.handle(HttpCall.of("POST", "/auth/users/").json(content, reader))
                        .status())
                .isEqualTo(415);
        assertThat(http.handle(authorized("POST", "/auth/users/me/").json(content, reader))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_texts_of_what_is_found_in_a_body_may_be_the_hosts() {
        AccountHttp translated = AccountHttp.over(new Bench(CodesAsTexts.messages()).accounts);

        HttpReply reply = translated.handle(HttpCall.of("POST", "/auth/users/").body(Map.of("username", 1)));

        assertThat(((Map<?, ?>) reply.body()).get("username")).isEqualTo(List.of("not_text"));
    }

    @Test
    void the_accounts_must_be_there() {
        assertThatNullPointerException()
                .isThrownBy(() -> AccountHttp.over(null))
                .withMessage("accounts");
    }

    private HttpReply login(Object body) {
        return http.handle(HttpCall.of("POST", "/auth/token/login/").body(body));
    }

    private HttpCall authorized(String method, String path) {
        return HttpCall.of(method, path).header("Authorization", "Token " + token);
    }

    private static List<?> entries(HttpReply reply) {
        return List.copyOf(((Map<?, ?>) reply.body()).entrySet());
    }

    private static void assertRefused(HttpReply reply, int status, String detail) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(Map.of("detail", detail));
    }
}
