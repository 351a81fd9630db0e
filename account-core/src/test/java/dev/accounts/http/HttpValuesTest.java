package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.accounts.fixture.Bench;
import dev.accounts.model.ViolationMessages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpValuesTest {

    @Nested
    class Calls {

        @Test
        void find_headers_in_any_case() {
            HttpCall call = HttpCall.of("GET", "/")
                    .header("X-A", "1")
                    .header("x-a", "2")
                    .header("X-B", null);

            assertThat(call.headerValue("x-A")).isEqualTo("1, 2");
            assertThat(call.headers().get("x-a")).containsExactly("1", "2");
            assertThat(call.headers().containsKey("x-a")).isTrue();
            assertThat(call.headers().containsKey("x-b")).isFalse();
            assertThat(call.header("X-C", "3").headerValue("X-A")).isEqualTo("1, 2");
            assertThat(call.headerValue("X-B")).isEmpty();
            assertThat(call.body("b").headerValue("X-A")).isEqualTo("1, 2");
        }

        @Test
        void keep_the_client_through_every_change() {
            HttpCall call = HttpCall.of("GET", "/").client("192.0.2.1");

            assertThat(call.header("A", "1").body("b").client()).isEqualTo("192.0.2.1");
            assertThat(call.json(new byte[0], text -> text).client()).isEqualTo("192.0.2.1");
            assertThat(call.client(null).client()).isNull();
        }

        @ParameterizedTest
        @CsvSource({
            "/a/, /a/, ''",
            "/a/?, /a/, ''",
            "/a/?b=1&c, /a/, b=1&c",
            "/a/?b?c, /a/, b?c",
            "?b, '', b",
            "'', '', ''"
        })
        void may_carry_a_query_after_their_path(String path, String route, String query) {
            HttpCall call = HttpCall.of("GET", path);

            assertThat(call.route()).isEqualTo(route);
            assertThat(call.query()).isEqualTo(query);
        }

        @Test
        void copy_their_headers() {
            List<String> values = new ArrayList<>(List.of("1"));
            Map<String, List<String>> headers = new HashMap<>(Map.of("a", values));
            HttpCall call = new HttpCall("GET", "/", headers);
            values.clear();
            headers.clear();

            assertThat(call.headerValue("A")).isEqualTo("1");
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> call.headers().clear());
        }

        @Test
        void print_neither_headers_nor_query_nor_body() {
            assertThat(HttpCall.of("POST", "/auth/users/?token=secret")
                            .header("Authorization", "secret")
                            .client("192.0.2.1")
                            .body("secret"))
                    .hasToString("HttpCall[POST /auth/users/]");
        }

        @Test
        void have_everything_but_a_body() {
            assertThatNullPointerException()
                    .isThrownBy(() -> HttpCall.of(null, "/"))
                    .withMessage("method");
            assertThatNullPointerException()
                    .isThrownBy(() -> HttpCall.of("GET", null))
                    .withMessage("path");
            assertThatNullPointerException().isThrownBy(() -> new HttpCall("GET", "/", null));
            assertThatNullPointerException()
                    .isThrownBy(() -> new HttpCall("GET", "/", Map.of(), null, null))
                    .withMessage("body");
            assertThat(HttpCall.of("GET", "/").body().get()).isEqualTo(Map.of());
            assertThat(HttpCall.of("GET", "/").body(null).body().get()).isNull();
        }
    }

    @Nested
    class Replies {

        @Test
        void keep_their_headers_in_order_and_copied() {
            HttpReply reply = HttpReply.detail(401, "x").header("B", "1").header("A", "2");

            assertThat(reply.headers()).containsOnlyKeys("Cache-Control", "Content-Type", "B", "A");
            assertThat(new ArrayList<>(reply.headers().keySet())).endsWith("B", "A");
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> reply.headers().clear());
            assertThatNullPointerException()
                    .isThrownBy(() -> new HttpReply(200, null, null))
                    .withMessage("headers");
        }

        @Test
        void print_no_body() {
            assertThat(HttpReply.of(200, Map.of("auth_token", "secret"))).hasToString("HttpReply[200]");
        }
    }

    @Test
    void an_exchange_prints_neither_token_nor_body() {
        HttpCall call = HttpCall.of("POST", "/auth/users/").body(Map.of("password", "secret"));
        Bodies bodies = new Bodies(ViolationMessages.english());

        assertThat(new Exchange(new Bench().accounts, bodies, call, "secret", 200))
                .hasToString("Exchange[HttpCall[POST /auth/users/]]");
        assertThat(bodies.fields(call.body().get())).hasToString("Fields[***]");
    }

    @Test
    void a_token_in_a_header_is_not_printed() {
        assertThat(new TokenHeader("secret", Optional.empty()))
                .hasToString("TokenHeader[token=***, problem=Optional.empty]");
    }
}
