package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static dev.accounts.testkit.http.Wired.NEW_PASSWORD;
import static dev.accounts.testkit.http.Wired.REQUIRED;
import static dev.accounts.testkit.http.Wired.assertDone;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpReply;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.OneTimeToken;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsHttpTest {

    private static final List<String> BAD_LINK = List.of("Invalid token for given user.");

    private final Wired wired = new Wired();
    private final String token = registerAna();

    private String registerAna() {
        wired.registered("ana");
        return wired.token("ana");
    }

    @Nested
    class Setting {

        private static final String PATH = "/auth/users/set_password/";

        @Test
        void replaces_the_password_and_ends_the_other_tokens() {
            String other = wired.token("ana");

            assertDone(wired.post(PATH, token, Map.of("current_password", PASSWORD, "new_password", NEW_PASSWORD)));

            assertLogin(NEW_PASSWORD, 200);
            assertLogin(PASSWORD, 400);
            assertThat(wired.get("/auth/users/me/", token).status()).isEqualTo(200);
            assertRefused(wired.get("/auth/users/me/", other), 401, "Invalid token.");
        }

        @Test
        void refuses_everything_that_is_wrong_with_the_form() {
            Map<String, Object> body = new HashMap<>();
            assertInvalid(
                    wired.post(PATH, token, body), Map.of("new_password", REQUIRED, "current_password", REQUIRED));
            body.put("new_password", null);
            body.put("current_password", List.of());
            assertInvalid(
                    wired.post(PATH, token, body),
                    Map.of(
                            "new_password", List.of("This field may not be null."),
                            "current_password", List.of("Not a valid string.")));
            body.put("new_password", "a\0b");
            body.put("current_password", "\0");
            assertInvalid(
                    wired.post(PATH, token, body),
                    Map.of(
                            "new_password", List.of("Null characters are not allowed."),
                            "current_password", List.of("Null characters are not allowed.")));
            assertLogin(PASSWORD, 200);
        }

        @Test
        void refuses_a_wrong_password_and_a_weak_one() {
            assertInvalid(
                    wired.post(PATH, token, Map.of("current_password", "x", "new_password", "123")),
                    Map.of("current_password", List.of("Invalid password.")));
            assertInvalid(
                    wired.post(PATH, token, Map.of("current_password", PASSWORD, "new_password", "ana@example")),
                    Map.of("new_password", List.of("The password is too similar to the email address.")));
        }
    }

    @Nested
    class AskingForAReset {

        private static final String PATH = "/auth/users/reset_password/";

        @ParameterizedTest
        @ValueSource(strings = {"ana@example.org", " ANA@Example.org ", "nobody@example.org"})
        void is_answered_the_same_for_every_address(String address) {
            assertDone(wired.post(PATH, Map.of("email", address)));

            assertThat(wired.accounts.deliver()).hasSize(address.contains("nobody") ? 0 : 1);
        }

        @Test
        void is_answered_the_same_however_often() {
            for (int i = 0; i < 10; i++) {
                assertDone(wired.post(PATH, Map.of("email", "ana@example.org")));
            }

            assertThat(wired.accounts.deliver()).hasSize(3);
        }

        @Test
        void needs_an_address() {
            assertEmail("x", "Enter a valid email address.");
            assertEmail("", "This field may not be blank.");
            assertEmail(null, "This field may not be null.");
            assertEmail(5, "Not a valid string.");
            assertInvalid(wired.post(PATH, Map.of()), Map.of("email", REQUIRED));
        }

        private void assertEmail(Object email, String problem) {
            HttpReply reply = wired.post(PATH, Collections.singletonMap("email", email));
            assertInvalid(reply, Map.of("email", List.of(problem)));
        }
    }

    @Nested
    class Resetting {

        private static final String PATH = "/auth/users/reset_password_confirm/";

        private final OneTimeToken link = link();

        private OneTimeToken link() {
            wired.post("/auth/users/reset_password/", Map.of("email", "ana@example.org"));
            return wired.mailed(Kind.RESET_PASSWORD);
        }

        @Test
        void replaces_the_password_once_and_ends_all_tokens() {
            Map<String, String> body = body(link.uid(), link.value(), NEW_PASSWORD);

            assertDone(wired.post(PATH, body));

            assertLogin(NEW_PASSWORD, 200);
            assertRefused(wired.get("/auth/users/me/", token), 401, "Invalid token.");
            assertInvalid(wired.post(PATH, body), Map.of("token", BAD_LINK));
        }

        @Test
        void has_one_answer_to_bad_links() {
            assertInvalid(wired.post(PATH, body("NQ", link.value(), NEW_PASSWORD)), Map.of("token", BAD_LINK));
            assertInvalid(wired.post(PATH, body("?", link.value(), NEW_PASSWORD)), Map.of("token", BAD_LINK));
            assertInvalid(wired.post(PATH, body(link.uid(), "x", NEW_PASSWORD)), Map.of("token", BAD_LINK));
            assertInvalid(wired.post(PATH, body(link.uid(), token, NEW_PASSWORD)), Map.of("token", BAD_LINK));
        }

        @Test
        void takes_a_weak_password_for_no_use_of_the_link() {
            assertInvalid(
                    wired.post(PATH, body(link.uid(), link.value(), "1234")),
                    Map.of(
                            "new_password",
                            List.of(
                                    "This password is too short. It must contain at least 8 characters.",
                                    "This password is too common.",
                                    "This password is entirely numeric.")));
            assertDone(wired.post(PATH, body(link.uid(), link.value(), NEW_PASSWORD)));
        }

        @Test
        void refuses_everything_that_is_wrong_with_the_form() {
            assertInvalid(
                    wired.post(PATH, Map.of("uid", 1, "token", "a\0", "new_password", " ")),
                    Map.of(
                            "uid", List.of("Not a valid string."),
                            "token", List.of("Null characters are not allowed."),
                            "new_password", List.of("This field may not be blank.")));
        }

        @Test
        void is_not_done_by_a_token_and_its_token_is_none() {
            assertRefused(wired.get("/auth/users/me/", link.value()), 401, "Invalid token.");
        }

        private Map<String, String> body(String uid, String value, String password) {
            return Map.of("uid", uid, "token", value, "new_password", password);
        }
    }

    private void assertLogin(String password, int status) {
        HttpReply reply = wired.post("/auth/token/login/", Map.of("username", "ana", "password", password));
        assertThat(reply.status()).isEqualTo(status);
    }
}
