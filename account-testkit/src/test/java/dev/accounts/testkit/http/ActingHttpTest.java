package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static dev.accounts.testkit.http.Wired.REQUIRED;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static dev.accounts.testkit.http.Wired.text;
import static dev.accounts.testkit.http.Wired.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpReply;
import dev.accounts.policy.TokenPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActingHttpTest {

    private static final String FORBIDDEN = "You do not have permission to perform this action.";
    private static final String NOT_A_NUMBER = "A valid integer is required.";
    private static final String TOO_SMALL = "Ensure this value is greater than or equal to 1.";

    private final Wired wired =
            new Wired(builder -> builder.tokens(TokenPolicy.defaults().allowPersonalTokens()));
    private final long ana = wired.registered("ana");
    private final long sam = wired.staff("sam");
    private final long root = wired.superuser("root");
    private final Map<String, Object> confirmed = Map.of("current_password", PASSWORD);
    private String staff = wired.token("sam");

    @BeforeEach
    void allowed() {
        wired.allow(root, sam, "accounts.act_as_user");
    }

    private HttpReply act(Object id) {
        return wired.post("/auth/users/" + id + "/act/", staff, confirmed);
    }

    @Test
    void shows_the_user_who_sees_the_actor() {
        HttpReply issued = act(ana);

        assertThat(Wired.fields(issued.body())).containsOnlyKeys("auth_token", "id", "expires_at");
        assertThat(text(issued, "auth_token")).matches("acact_[0-9a-f]{40}");
        assertThat(text(issued, "expires_at")).isEqualTo("2026-01-01T00:15:00Z");
        assertThat(text(wired.get("/auth/users/me/", text(issued, "auth_token")), "username"))
                .isEqualTo("ana");
        assertThat(wired.sessions(wired.token("ana")))
                .anySatisfy(found -> assertThat(found)
                        .containsEntry("id", text(issued, "id"))
                        .containsEntry("actor_id", sam)
                        .containsEntry("scopes", null));
    }

    @ParameterizedTest
    @CsvSource({"1, 2026-01-01T00:01:00Z", "60, 2026-01-01T01:00:00Z"})
    void lasts_as_many_minutes_as_asked(Object minutes, String end) {
        HttpReply issued = wired.post("/auth/users/" + ana + "/act/", staff, with(confirmed, "minutes", minutes));

        assertThat(text(issued, "expires_at")).isEqualTo(end);
    }

    static Stream<Arguments> wrong_minutes() {
        return Stream.of(
                Arguments.of(null, "This field may not be null."),
                Arguments.of("long", NOT_A_NUMBER),
                Arguments.of(List.of(), NOT_A_NUMBER),
                Arguments.of(0, TOO_SMALL),
                Arguments.of(-1, TOO_SMALL),
                Arguments.of(61, "Ensure this value is less than or equal to 60."));
    }

    @ParameterizedTest
    @MethodSource
    void wrong_minutes(@Nullable Object minutes, String problem) {
        assertInvalid(
                wired.post("/auth/users/" + ana + "/act/", staff, with(confirmed, "minutes", minutes)),
                Map.of("minutes", List.of(problem)));
    }

    @Test
    void needs_the_password_of_the_actor() {
        assertInvalid(
                wired.post("/auth/users/" + ana + "/act/", staff, Map.of()), Map.of("current_password", REQUIRED));
        assertInvalid(
                wired.post("/auth/users/" + ana + "/act/", staff, Map.of("current_password", "wrong")),
                Map.of("current_password", List.of("Invalid password.")));
    }

    @Test
    void needs_a_recent_proof_besides() {
        wired.accounts.clock().advance(Duration.ofMinutes(16));

        assertThat(Wired.fields(act(ana).body())).containsEntry("code", "reauthentication_required");
        staff = text(wired.post("/auth/token/confirm/", staff, confirmed), "auth_token");
        assertThat(act(ana).status()).isEqualTo(200);
    }

    @Test
    void is_for_staff_with_the_permission_and_ordinary_users() {
        assertRefused(act(sam), 403, FORBIDDEN);
        assertRefused(act(root), 403, FORBIDDEN);
        wired.allow(root, ana, "orders.read");
        assertRefused(act(ana), 403, FORBIDDEN);
        assertRefused(act(99), 404, "Not found.");
        assertRefused(act("x"), 404, "Not found.");
        wired.allow(root, sam);
        assertRefused(act(ana), 403, FORBIDDEN);
        assertRefused(act(99), 403, FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "99", "x"})
    void is_refused_to_users_for_every_id(String id) {
        staff = wired.token("ana");

        assertRefused(act(id), 403, FORBIDDEN);
    }
}
