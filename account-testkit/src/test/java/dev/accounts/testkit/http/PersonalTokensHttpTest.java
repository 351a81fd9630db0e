package dev.accounts.testkit.http;

import static dev.accounts.testkit.http.Wired.REQUIRED;
import static dev.accounts.testkit.http.Wired.assertDone;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static dev.accounts.testkit.http.Wired.text;
import static dev.accounts.testkit.http.Wired.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import dev.accounts.policy.TokenPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalTokensHttpTest {

    private static final String SESSIONS = "/auth/sessions/";
    private static final String PERSONAL = SESSIONS + "personal/";
    private static final Map<String, Object> GOOD = Map.of("name", "backup", "expires_in_days", 90);
    private static final String NOT_A_NUMBER = "A valid integer is required.";
    private static final String TOO_SMALL = "Ensure this value is greater than or equal to 1.";

    private final Wired wired =
            new Wired(builder -> builder.tokens(TokenPolicy.defaults().allowPersonalTokens()));
    private final long ana = wired.registered("ana");
    private final long root = wired.superuser("root");
    private final String session = wired.token("ana");

    private static HttpCall form(HttpCall call, String body) {
        return call.header("Content-Type", "application/x-www-form-urlencoded").json(body.getBytes(UTF_8), any -> any);
    }

    @BeforeEach
    void allowed() {
        wired.allow(root, ana, "orders.read", "orders.write");
    }

    private HttpReply issue(String field, @Nullable Object value) {
        return wired.post(PERSONAL, session, with(GOOD, field, value));
    }

    @Test
    void are_issued_and_listed() {
        HttpReply issued = issue("scopes", List.of("orders.write", "orders.read"));

        assertThat(text(issued, "auth_token")).matches("acpat_[0-9a-f]{40}");
        assertThat(Wired.fields(issued.body())).containsOnlyKeys("auth_token", "id", "expires_at");
        assertThat(text(issued, "expires_at")).isEqualTo("2026-04-01T00:00:00Z");
        assertThat(text(wired.get("/auth/users/me/", text(issued, "auth_token")), "username"))
                .isEqualTo("ana");
        assertThat(wired.sessions(session))
                .filteredOn(found -> found.get("id").equals(text(issued, "id")))
                .singleElement()
                .satisfies(found -> assertThat(found)
                        .containsEntry("label", "backup")
                        .containsEntry("scopes", List.of("orders.read", "orders.write"))
                        .containsEntry("actor_id", null));
        assertThat(wired.sessions(session))
                .anySatisfy(own -> assertThat(own)
                        .containsEntry("current", true)
                        .containsEntry("scopes", null)
                        .containsEntry("actor_id", null));
    }

    @Test
    void have_no_scopes_unless_given() {
        wired.post(PERSONAL, session, GOOD);

        assertThat(wired.sessions(session))
                .extracting(found -> found.get("scopes"))
                .contains(List.of());
    }

    @Test
    void are_revoked_by_their_id() {
        HttpReply issued = wired.post(PERSONAL, session, GOOD);

        assertDone(wired.call("DELETE", SESSIONS + text(issued, "id") + "/", session, null));

        assertRefused(wired.get("/auth/users/me/", text(issued, "auth_token")), 401, "Invalid token.");
    }

    @Test
    void are_asked_for_by_a_form() {
        HttpCall call = HttpCall.of("POST", PERSONAL).header("Authorization", "Token " + session);

        wired.handle(form(call, "name=one&expires_in_days=366&scopes=orders.read&scopes=orders.write"));
        HttpReply none = wired.handle(form(call, "name=two&expires_in_days=1&scopes="));
        HttpReply blank = wired.handle(form(call, "name=&expires_in_days="));

        assertThat(wired.sessions(session))
                .extracting(found -> found.get("scopes"))
                .contains(List.of("orders.read", "orders.write"), List.of());
        assertThat(none.status()).isEqualTo(200);
        assertInvalid(blank, Map.of("name", REQUIRED, "expires_in_days", REQUIRED));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("name", null, "This field may not be null."),
                Arguments.of("name", 5, "Not a valid string."),
                Arguments.of("name", " ", "This field may not be blank."),
                Arguments.of("name", "a\0", "Null characters are not allowed."),
                Arguments.of("name", "x".repeat(101), "Ensure this field has no more than 100 characters."),
                Arguments.of("expires_in_days", null, "This field may not be null."),
                Arguments.of("expires_in_days", "soon", NOT_A_NUMBER),
                Arguments.of("expires_in_days", 1.5, NOT_A_NUMBER),
                Arguments.of("expires_in_days", List.of(1), NOT_A_NUMBER),
                Arguments.of("expires_in_days", "9".repeat(1001), "String value too large."),
                Arguments.of("expires_in_days", 0, TOO_SMALL),
                Arguments.of("expires_in_days", Long.MIN_VALUE, TOO_SMALL),
                Arguments.of("expires_in_days", 367, "Ensure this value is less than or equal to 366."),
                Arguments.of("scopes", null, "This field may not be null."),
                Arguments.of("scopes", "orders.read", "Expected a list of items but got type \"str\"."),
                Arguments.of("scopes", Map.of(), "Expected a list of items but got type \"dict\"."),
                Arguments.of("scopes", Arrays.asList("orders.read", null), "Not a valid string."),
                Arguments.of("scopes", List.of(List.of("orders.read")), "Not a valid string."),
                Arguments.of("scopes", List.of("a\0"), "Null characters are not allowed."),
                Arguments.of("scopes", List.of("\uD800"), "Surrogate characters are not allowed: U+D800."),
                Arguments.of(
                        "scopes", List.of("x".repeat(1 << 20)), "Ensure this field has no more than 200 characters."),
                Arguments.of(
                        "scopes",
                        Collections.nCopies(100_000, "orders.read"),
                        "Ensure this field has no more than 50 elements."),
                Arguments.of("scopes", List.of("towns.edit"), "This account has no permission \"towns.edit\"."),
                Arguments.of("scopes", List.of(""), "This account has no permission \"\"."));
    }

    @ParameterizedTest
    @MethodSource
    void wrong(String field, @Nullable Object value, String problem) {
        assertInvalid(issue(field, value), Map.of(field, List.of(problem)));
        assertThat(wired.sessions(session)).hasSize(1);
    }

    @Test
    void say_all_that_is_wrong() {
        assertInvalid(
                wired.post(PERSONAL, session, Map.of("scopes", 5)),
                Map.of(
                        "name", REQUIRED,
                        "scopes", List.of("Expected a list of items but got type \"int\"."),
                        "expires_in_days", REQUIRED));
    }

    @Test
    void need_a_recent_proof() {
        wired.accounts.clock().advance(Duration.ofMinutes(16));

        HttpReply refused = wired.post(PERSONAL, session, GOOD);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(Wired.fields(refused.body())).containsEntry("code", "reauthentication_required");
    }
}
