package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static dev.accounts.testkit.http.Wired.REQUIRED;
import static dev.accounts.testkit.http.Wired.assertDone;
import static dev.accounts.testkit.http.Wired.assertIdentity;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpReply;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAccountHttpTest {

    private static final String ME = "/auth/users/me/";

    private final Wired wired = new Wired();
    private final long ana = wired.registered("ana");
    private final String token = wired.token("ana");

    @Nested
    class TheAddress {

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "PATCH"})
        void is_changed_by_who_knows_the_password(String method) {
            HttpReply reply =
                    wired.call(method, ME, token, Map.of("email", "Ana@New.ORG", "current_password", PASSWORD));

            assertIdentity(reply, "Ana@new.org", ana, "ana");
            assertIdentity(wired.get(ME, token), "Ana@new.org", ana, "ana");
        }

        @Test
        void is_changed_and_no_field_that_is_not_the_owners_to_change() {
            Map<String, Object> body = new HashMap<>(
                    Map.of("username", "hack", "is_staff", true, "is_superuser", true, "is_active", false, "id", 99));
            body.put("password", "hack-Password-1");
            body.put("email", "new@example.org");
            body.put("current_password", PASSWORD);
            body.put("groups", List.of(1));
            Map<String, Object> expected =
                    Wired.fields(wired.get("/user/" + ana + "/", token).body());

            assertIdentity(wired.call("PATCH", ME, token, body), "new@example.org", ana, "ana");

            expected.put("email", "new@example.org");
            assertThat(wired.get("/user/" + ana + "/", token).body()).isEqualTo(expected);
            assertThat(wired.accounts.loggedIn("ana").token().userId()).isEqualTo(ana);
        }

        @Test
        void stays_where_the_body_names_none() {
            Map<String, Object> body = Map.of("username", "hack", "current_password", 5);

            assertIdentity(wired.call("PUT", ME, token, Map.of()), "ana@example.org", ana, "ana");
            assertIdentity(wired.call("PATCH", ME, token, body), "ana@example.org", ana, "ana");
        }

        @Test
        void needs_no_password_to_stay_what_it_is() {
            assertIdentity(
                    wired.call("PATCH", ME, token, Map.of("email", "ana@example.org")), "ana@example.org", ana, "ana");
        }

        @Test
        void is_judged_before_the_password_is_asked_for() {
            assertEmail("bad", "Enter a valid email address.");
            assertEmail(5, "Not a valid string.");
            assertEmail(null, "This field may not be null.");
            assertEmail("a\0@example.org", "Null characters are not allowed.", "Enter a valid email address.");
            assertIdentity(wired.get(ME, token), "ana@example.org", ana, "ana");
        }

        @Test
        void of_another_is_told_only_to_those_who_know_the_password() {
            wired.registered("bob");
            String taken = "BOB@example.org";

            assertPassword(Map.of("email", taken), "This field is required.");
            assertPassword(Map.of("email", taken, "current_password", "wrong-Password-1"), "Invalid password.");
            assertInvalid(
                    wired.call("PATCH", ME, token, Map.of("email", taken, "current_password", PASSWORD)),
                    Map.of("email", List.of("A user with that email already exists.")));
        }

        private void assertEmail(Object email, String... problems) {
            HttpReply reply = wired.call("PATCH", ME, token, Collections.singletonMap("email", email));
            assertInvalid(reply, Map.of("email", List.of(problems)));
        }

        @Test
        void stays_without_the_password() {
            assertPassword(Map.of("email", "new@example.org"), "This field is required.");
            assertPassword(Map.of("email", "", "current_password", ""), "This field may not be blank.");
            assertPassword(Map.of("email", "new@example.org", "current_password", 5), "Not a valid string.");
            assertPassword(
                    Map.of("email", "new@example.org", "current_password", "\0"), "Null characters are not allowed.");
            assertPassword(Map.of("email", "new@example.org", "current_password", "wrong"), "Invalid password.");
            assertIdentity(wired.get(ME, token), "ana@example.org", ana, "ana");
        }

        private void assertPassword(Map<String, Object> body, String problem) {
            assertInvalid(wired.call("PATCH", ME, token, body), Map.of("current_password", List.of(problem)));
        }
    }

    @Nested
    class TheName {

        private static final String PATH = "/auth/users/set_username/";

        @Test
        void is_changed_by_who_knows_the_password() {
            assertDone(wired.post(PATH, token, Map.of("current_password", PASSWORD, "new_username", "Eva")));

            assertIdentity(wired.get(ME, token), "ana@example.org", ana, "Eva");
        }

        @Test
        void is_refused_with_everything_that_is_wrong() {
            assertInvalid(
                    wired.post(PATH, token, Map.of("current_password", true, "new_username", "no name")),
                    Map.of(
                            "current_password",
                            List.of("Not a valid string."),
                            "new_username",
                            List.of("Enter a valid username. This value may contain only letters, numbers, and "
                                    + "@/./+/-/_ characters.")));
            assertInvalid(
                    wired.post(PATH, token, Map.of()), Map.of("current_password", REQUIRED, "new_username", REQUIRED));
        }

        @Test
        void is_refused_if_it_is_taken() {
            wired.registered("bob");

            assertInvalid(
                    wired.post(PATH, token, Map.of("current_password", PASSWORD, "new_username", "BOB")),
                    Map.of("new_username", List.of("A user with that username already exists.")));
        }
    }

    @Nested
    class TheAccount {

        @Test
        void is_deleted_by_who_knows_the_password() {
            assertInvalid(wired.call("DELETE", ME, token, Map.of()), Map.of("current_password", REQUIRED));
            assertInvalid(
                    wired.call("DELETE", ME, token, Map.of("current_password", "wrong")),
                    Map.of("current_password", List.of("Invalid password.")));

            assertDone(wired.call("DELETE", ME, token, Map.of("current_password", PASSWORD)));

            assertRefused(wired.get(ME, token), 401, "Invalid token.");
        }

        @Test
        void stays_if_it_is_the_last_superusers() {
            wired.accounts.stores().update(ana, user -> user.superuser(true));

            assertRefused(
                    wired.call("DELETE", ME, token, Map.of("current_password", PASSWORD)),
                    403,
                    "You do not have permission to perform this action.");
        }
    }
}
