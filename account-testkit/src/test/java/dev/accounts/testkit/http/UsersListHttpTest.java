package dev.accounts.testkit.http;

import static dev.accounts.testkit.http.Wired.assertInvalid;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersListHttpTest {

    private static final String PATH = "/auth/users/";

    private final Wired wired = new Wired();

    UsersListHttpTest() {
        wired.registered("ana");
        wired.registered("bob");
        wired.staff("sam");
        wired.registered("zoe");
    }

    @Nested
    class APlainUser {

        private final String token = wired.token("bob");

        @ParameterizedTest
        @ValueSource(strings = {"", "?", "?limit=1", "?after=1", "?after=0&limit=1000", "?other=x"})
        void sees_oneself_alone(String query) {
            HttpReply reply = wired.get(PATH + query, token);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).hasToString("[{email=bob@example.org, id=2, username=bob}]");
            assertThat(reply.headers()).doesNotContainKey("Link").containsEntry("Content-Type", "application/json");
        }

        @Test
        void sees_nobody_on_a_page_after_oneself() {
            assertThat(wired.get(PATH + "?after=2", token).body()).isEqualTo(List.of());
        }
    }

    @Nested
    class Staff {

        private final String token = wired.token("sam");

        @Test
        void sees_everybody_in_the_order_of_their_ids() {
            HttpReply reply = wired.get(PATH, token);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(names(reply)).containsExactly("ana", "bob", "sam", "zoe");
            assertThat(reply.headers()).doesNotContainKey("Link");
        }

        @Test
        void is_led_from_page_to_page_until_one_is_not_full() {
            List<String> seen = new ArrayList<>();
            String query = "?limit=2";
            int pages = 0;
            for (Matcher next = link(query); next.matches(); next = link(query)) {
                seen.addAll(names(wired.get(PATH + query, token)));
                query = next.group(1);
                pages++;
            }

            assertThat(pages).isEqualTo(2);
            assertThat(query).isEqualTo("?after=4&limit=2");
            assertThat(seen).containsExactly("ana", "bob", "sam", "zoe");
            assertThat(wired.get(PATH + query, token).body()).isEqualTo(List.of());
        }

        private Matcher link(String query) {
            String header = wired.get(PATH + query, token).headers().getOrDefault("Link", "");
            return Pattern.compile("<(.*)>; rel=\"next\"").matcher(header);
        }

        @Test
        void finds_a_hundred_on_a_page_unless_told_otherwise() {
            for (int i = 0; i < 96; i++) {
                wired.accounts.registered("user" + i);
            }

            assertThat(wired.get(PATH, token).headers()).containsEntry("Link", "<?after=100&limit=100>; rel=\"next\"");
            assertThat(names(wired.get(PATH, token))).hasSize(100);
            assertThat(wired.get(PATH + "?limit=101", token).headers()).doesNotContainKey("Link");
        }

        @Test
        void is_told_of_every_bad_value() {
            assertInvalid(
                    wired.get(PATH + "?after=x&limit=1001", token),
                    Map.of(
                            "after", List.of("Enter a valid value."),
                            "limit", List.of("Ensure this value is less than or equal to 1000.")));
        }
    }

    @Test
    void a_superuser_sees_everybody_without_being_staff() {
        wired.accounts.stores().update(1, user -> user.superuser(true));

        assertThat(names(wired.get(PATH, wired.token("ana")))).containsExactly("ana", "bob", "sam", "zoe");
    }

    @Test
    void head_is_answered_as_get() {
        assertThat(wired.call("HEAD", PATH, wired.token("sam"), Map.of()))
                .isEqualTo(wired.get(PATH, wired.token("sam")));
    }

    @Test
    void nobody_sees_anybody_without_a_live_token_or_hears_of_a_bad_query() {
        HttpReply without = wired.http.handle(HttpCall.of("GET", PATH + "?limit=x"));

        assertRefused(without, 401, "Authentication credentials were not provided.");
        assertThat(without.headers()).containsEntry("WWW-Authenticate", "Token");
        assertRefused(wired.get(PATH + "?limit=x", "0".repeat(40)), 401, "Invalid token.");
    }

    @Test
    void registering_needs_no_token_and_no_query() {
        Map<String, Object> body = Map.of("username", "eva", "password", Wired.NEW_PASSWORD, "is_staff", true, "id", 9);

        HttpReply reply = wired.post(PATH + "?limit=x", body);

        assertThat(reply.body()).hasToString("{email=, username=eva, id=5}");
        assertThat(wired.post("/user/5/", wired.token("sam"), Map.of()).body())
                .hasFieldOrPropertyWithValue("is_staff", false);
    }

    private static List<String> names(HttpReply reply) {
        return ((List<?>) reply.body())
                .stream()
                        .map(Map.class::cast)
                        .map(user -> user.get("username").toString())
                        .toList();
    }
}
