package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static dev.accounts.testkit.http.Wired.assertDone;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import dev.accounts.policy.TokenPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsHttpTest {

    private static final String SESSIONS = "/auth/sessions/";

    private final Wired wired = new Wired();
    private final String token = wired.token("ana");

    @Nested
    class Labels {

        @Test
        void are_what_the_login_says() {
            assertLabel(Map.of("label", "My phone"), "My phone");
            assertLabel(Map.of("label", ""), "");
        }

        @Test
        void are_the_name_of_the_program_where_it_says_nothing() {
            assertLabel(Map.of(), "Firefox/140.0");
        }

        @Test
        void are_empty_where_nothing_is_known() {
            assertThat(sessions(token).get(0)).containsEntry("label", "");
        }

        @Test
        void are_texts() {
            assertProblem(5, "Not a valid string.");
            assertProblem(List.of("a"), "Not a valid string.");
            assertProblem(null, "This field may not be null.");
            assertProblem("a\0", "Null characters are not allowed.");
        }

        private void assertLabel(Map<String, Object> more, String label) {
            HttpReply reply = login(more);
            String issued = ((Map<?, ?>) reply.body()).get("auth_token").toString();
            assertThat(current(issued)).containsEntry("label", label);
        }

        private void assertProblem(Object label, String problem) {
            Map<String, Object> more = new HashMap<>();
            more.put("label", label);
            assertInvalid(login(more), Map.of("label", List.of(problem)));
        }
    }

    @Nested
    class TheList {

        @Test
        void says_what_is_known_of_every_token_the_newest_first() {
            wired.accounts.clock().advance(Duration.ofMinutes(1));
            String other = wired.token("ana");

            List<Map<String, Object>> sessions = sessions(token);

            assertThat(sessions).extracting(session -> session.get("current")).containsExactly(false, true);
            assertThat(sessions(other))
                    .extracting(session -> session.get("current"))
                    .containsExactly(true, false);
            assertThat(sessions.get(0).keySet())
                    .hasToString("[id, label, created_at, last_used_at, expires_at, current, scopes, actor_id]");
            assertThat(sessions.get(0).get("created_at").toString()).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
            assertThat(UUID.fromString(sessions.get(0).get("id").toString())).isNotNull();
            assertThat(sessions)
                    .extracting(session -> session.get("expires_at"))
                    .doesNotContainNull();
        }

        @Test
        void has_null_for_the_end_of_a_token_that_has_none() {
            Wired forever =
                    new Wired(settings -> settings.tokens(TokenPolicy.defaults().neverExpiring()));

            HttpReply reply = forever.get(SESSIONS, forever.token("ana"));

            assertThat(Wired.fields(((List<?>) reply.body()).get(0))).containsEntry("expires_at", null);
        }

        @Test
        void is_ones_own() {
            wired.token("bob");

            assertThat(sessions(token)).hasSize(1);
        }

        @Test
        void holds_no_token() {
            assertThat(wired.get(SESSIONS, token).body().toString()).doesNotContain(token);
        }
    }

    @Nested
    class Ending {

        @Test
        void one_by_its_id() {
            String other = wired.token("ana");

            assertDone(end(token, current(other).get("id")));

            assertRefused(wired.get(SESSIONS, other), 401, "Invalid token.");
            assertThat(sessions(token)).hasSize(1);
        }

        @Test
        void ones_own() {
            assertDone(end(token, current(token).get("id")));

            assertRefused(wired.get(SESSIONS, token), 401, "Invalid token.");
        }

        @Test
        void is_done_once_and_by_the_owner_only() {
            String bob = wired.token("bob");
            Object id = current(token).get("id");

            assertRefused(end(bob, id), 404, "Not found.");
            assertDone(end(bob, current(bob).get("id").toString().toUpperCase(Locale.ROOT)));
            assertRefused(end(bob, id), 401, "Invalid token.");
            assertThat(sessions(token)).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "x", "00000000-0000-0000-0000-000000000000", "1-1-1-1-1"})
        void what_is_no_session_is_not_found(String id) {
            assertRefused(end(token, id), 404, "Not found.");
            assertRefused(end("0".repeat(40), id), 401, "Invalid token.");
        }

        @Test
        void all_of_them() {
            String other = wired.token("ana");
            String bob = wired.token("bob");

            assertDone(wired.post("/auth/token/logout_all/", token, Map.of()));

            assertRefused(wired.get(SESSIONS, token), 401, "Invalid token.");
            assertRefused(wired.get(SESSIONS, other), 401, "Invalid token.");
            assertThat(sessions(bob)).hasSize(1);
            assertRefused(wired.post("/auth/token/logout_all/", token, Map.of()), 401, "Invalid token.");
        }

        private HttpReply end(String by, Object id) {
            return wired.call("DELETE", SESSIONS + id + "/", by, Map.of());
        }
    }

    private HttpReply login(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("username", "ana");
        body.put("password", PASSWORD);
        return wired.http.handle(HttpCall.of("POST", "/auth/token/login/")
                .header("User-Agent", "Firefox/140.0")
                .body(body));
    }

    private Map<String, Object> current(String by) {
        return sessions(by).stream()
                .filter(session -> Boolean.TRUE.equals(session.get("current")))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> sessions(String by) {
        HttpReply reply = wired.get(SESSIONS, by);
        assertThat(reply.status()).isEqualTo(200);
        return ((List<?>) reply.body()).stream().map(Wired::fields).toList();
    }
}
