package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What the recorded cases do not hold, asked of each database by the routes of the HTTP contract. */
@OnEachDatabase
class JpaHttpFlowTest {

    private static final String PASSWORD = "str0ng-Pass-9";
    private static final String NEW_PASSWORD = "battery-Staple-9";

    @Parameter
    TestDatabase database;

    private AccountHttp http;
    private AccountMaintenance maintenance;

    @BeforeEach
    void open() {
        database.empty();
        Accounts system = Accounts.builder(database.stores())
                .passwordHasher(new FastPasswordHasher())
                .clock(new MovableClock())
                .build();
        AccountService accounts = system.service();
        maintenance = system.maintenance();
        http = AccountHttp.over(system);
        maintenance.appointSuperuser(
                accounts.register(Registration.of("root", PASSWORD)).id());
        accounts.register(Registration.of("ana", PASSWORD).email("ana@x.org"));
    }

    @Test
    void sessions_are_listed_and_ended_one_by_one_and_all_at_once() {
        String kept = token("ana", PASSWORD);
        String ended = token("ana", PASSWORD);
        List<?> sessions =
                (List<?>) call("GET", "/auth/sessions/", kept, Map.of()).body();
        assertThat(sessions).hasSize(2);
        Object other = sessions.stream()
                .map(Map.class::cast)
                .filter(session -> session.get("current").equals(false))
                .map(session -> session.get("id"))
                .findFirst()
                .orElseThrow();

        assertThat(call("DELETE", "/auth/sessions/" + other + "/", kept, Map.of())
                        .status())
                .isEqualTo(204);

        assertThat(me(ended)).isEqualTo(401);
        assertThat(me(kept)).isEqualTo(200);
        assertThat(call("POST", "/auth/token/logout_all/", kept, Map.of()).status())
                .isEqualTo(204);
        assertThat(me(kept)).isEqualTo(401);
    }

    @Test
    void a_password_is_reset_by_a_delivered_link() {
        String before = token("ana", PASSWORD);
        assertThat(post("/auth/users/reset_password/", Map.of("email", "ana@x.org"))
                        .status())
                .isEqualTo(204);
        List<AccountMessage> sent = new ArrayList<>();
        assertThat(maintenance.deliver(sent::add, 10)).isEqualTo(1);
        OneTimeToken link = sent.get(0).token().orElseThrow();

        HttpReply reply = post(
                "/auth/users/reset_password_confirm/",
                Map.of("uid", link.uid(), "token", link.value(), "new_password", NEW_PASSWORD));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(me(before)).isEqualTo(401);
        assertThat(me(token("ana", NEW_PASSWORD))).isEqualTo(200);
    }

    @Test
    void users_are_listed_for_staff_and_nobody_else() {
        assertThat(usernames("root")).containsExactly("root", "ana");
        assertThat(usernames("ana")).containsExactly("ana");
    }

    @Test
    void a_guesser_is_told_how_long_to_wait() {
        for (int i = 0; i < 5; i++) {
            assertThat(login("ana", "wrong-password").status()).isEqualTo(400);
        }

        HttpReply reply = login("ana", PASSWORD);

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.headers()).containsEntry("Retry-After", "1");
    }

    private List<Object> usernames(String caller) {
        HttpReply reply = call("GET", "/auth/users/", token(caller, PASSWORD), Map.of());
        return ((List<?>) reply.body())
                .stream().map(Map.class::cast).map(user -> user.get("username")).toList();
    }

    private int me(String token) {
        return call("GET", "/auth/users/me/", token, Map.of()).status();
    }

    private String token(String username, String password) {
        HttpReply reply = login(username, password);
        assertThat(reply.status()).isEqualTo(200);
        return String.valueOf(((Map<?, ?>) reply.body()).get("auth_token"));
    }

    private HttpReply login(String username, String password) {
        return post("/auth/token/login/", Map.of("username", username, "password", password));
    }

    private HttpReply post(String path, Object body) {
        return http.handle(HttpCall.of("POST", path).body(body));
    }

    private HttpReply call(String method, String path, String token, Object body) {
        return http.handle(HttpCall.of(method, path)
                .header("Authorization", "Token " + token)
                .body(body));
    }
}
