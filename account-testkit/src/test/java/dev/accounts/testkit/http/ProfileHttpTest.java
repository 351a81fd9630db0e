package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static dev.accounts.testkit.http.Wired.assertIdentity;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import dev.accounts.model.User;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PUT and PATCH of {@code users/me/} beside the address. */
class ProfileHttpTest {

    private static final String ME = "/auth/users/me/";

    private final Wired wired = new Wired();
    private final long ana = wired.registered("ana");
    private final String token = wired.token("ana");
    private final long perm = town("Perm");
    private final long moscow = town("Moscow");

    private long town(String name) {
        return wired.accounts.service().towns().create(name, "Russia", 0, 0).id();
    }

    private User user() {
        return wired.accounts.stores().users().find(ana).orElseThrow();
    }

    private HttpReply patch(Map<String, ?> body) {
        return wired.call("PATCH", ME, token, body);
    }

    private HttpReply form(String method, String body) {
        return wired.http.handle(HttpCall.of(method, ME)
                .header("Authorization", "Token " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .json(body.getBytes(UTF_8), text -> {
                    throw new AssertionError("a form is no JSON");
                }));
    }

    private void assertChanged(HttpReply reply) {
        assertIdentity(reply, "ana@example.org", ana, "ana");
    }

    private void assertProblem(String field, @Nullable Object value, String... problems) {
        User before = user();
        assertInvalid(patch(Collections.singletonMap(field, value)), Map.of(field, List.of(problems)));
        assertThat(user()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void changes_what_the_body_names(String method) {
        assertChanged(wired.call(
                method,
                ME,
                token,
                Map.of("first_name", " Ana ", "last_name", "Neil", "days_count", "7", "towns", List.of(moscow, "1"))));

        assertThat(wired.get("/user/" + ana + "/", token).body())
                .hasFieldOrPropertyWithValue("first_name", "Ana")
                .hasFieldOrPropertyWithValue("last_name", "Neil")
                .hasFieldOrPropertyWithValue("days_count", 7)
                .hasFieldOrPropertyWithValue("towns", List.of(perm, moscow));
        User before = user();
        assertChanged(wired.call(method, ME, token, Map.of()));
        assertChanged(wired.call(method, ME, token, Map.of("username", "hack")));
        assertThat(user()).isEqualTo(before);
        assertChanged(wired.call(method, ME, token, Map.of("towns", List.of(), "first_name", "")));
        assertThat(user())
                .returns(List.of(), User::towns)
                .returns("", User::firstName)
                .returns(7, User::daysCount);
    }

    @Test
    void names_the_type_that_was_wrong() {
        for (String name : List.of("first_name", "last_name")) {
            assertProblem(name, null, "This field may not be null.");
            assertProblem(name, 5, "Not a valid string.");
            assertProblem(name, true, "Not a valid string.");
            assertProblem(name, List.of("a"), "Not a valid string.");
            assertProblem(name, "a\0", "Null characters are not allowed.");
            assertProblem(name, "a".repeat(151), "Ensure this field has no more than 150 characters.");
        }
        for (Object value : Arrays.asList(true, "x", 3.5, List.of(3))) {
            assertProblem("days_count", value, "A valid integer is required.");
        }
        assertProblem("days_count", null, "This field may not be null.");
        assertProblem("days_count", 0, "Ensure this value is greater than or equal to 1.");
        assertProblem("days_count", "11", "Ensure this value is less than or equal to 10.");
        assertProblem("towns", null, "This field may not be null.");
        assertProblem("towns", "1", "Expected a list of items but got type \"str\".");
        assertProblem("towns", List.of(1, 1.0), "Incorrect type. Expected pk value, received float.");
        assertProblem("towns", Arrays.asList(1, true), "Incorrect type. Expected pk value, received bool.");
        assertProblem("towns", List.of(99, 1), "Invalid pk \"99\" - object does not exist.");
    }

    @Test
    void reports_everything_at_once() {
        Map<String, Object> body = new HashMap<>(Map.of("days_count", 99, "email", "bad", "first_name", 1));
        body.put("towns", null);

        assertInvalid(
                patch(body),
                Map.of(
                        "first_name", List.of("Not a valid string."),
                        "email", List.of("Enter a valid email address."),
                        "days_count", List.of("Ensure this value is less than or equal to 10."),
                        "towns", List.of("This field may not be null.")));
    }

    @Test
    void changes_the_address_with_the_rest_or_nothing() {
        Map<String, Object> body = new HashMap<>(Map.of("email", "new@example.org", "days_count", 7));
        User before = user();

        assertInvalid(patch(body), Map.of("current_password", List.of("This field is required.")));
        body.put("current_password", "wrong");
        assertInvalid(patch(body), Map.of("current_password", List.of("Invalid password.")));
        body.put("current_password", PASSWORD);
        body.put("towns", List.of(99));
        assertInvalid(patch(body), Map.of("towns", List.of("Invalid pk \"99\" - object does not exist.")));
        assertThat(user()).isEqualTo(before);
        body.put("towns", List.of(perm));

        assertIdentity(patch(body), "new@example.org", ana, "ana");

        assertThat(user()).returns(7, User::daysCount).returns(List.of(perm), User::towns);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void leaves_what_a_form_does_not_name_or_leaves_blank(String method) {
        assertChanged(form(method, "first_name=Ana&last_name=Neil&days_count=7&towns=1&towns=2"));
        User whole = user();
        assertThat(whole).returns(List.of(perm, moscow), User::towns).returns(7, User::daysCount);

        assertChanged(form(method, ""));
        assertChanged(form(method, "towns=&towns=&days_count="));
        assertThat(user()).isEqualTo(whole);

        assertChanged(form(method, "first_name=&towns=2"));
        assertThat(user())
                .returns("", User::firstName)
                .returns("Neil", User::lastName)
                .returns(List.of(moscow), User::towns);
        assertInvalid(
                form(method, "days_count=three&towns=&towns=1"),
                Map.of(
                        "days_count", List.of("A valid integer is required."),
                        "towns", List.of("Incorrect type. Expected pk value, received str.")));
    }

    @Test
    void needs_a_live_token() {
        assertRefused(wired.call("PATCH", ME, "0".repeat(40), Map.of("days_count", 7)), 401, "Invalid token.");
    }
}
