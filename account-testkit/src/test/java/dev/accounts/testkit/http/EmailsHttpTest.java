package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static dev.accounts.testkit.http.Wired.REQUIRED;
import static dev.accounts.testkit.http.Wired.assertDone;
import static dev.accounts.testkit.http.Wired.assertIdentity;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpReply;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.OneTimeToken;
import dev.accounts.policy.EmailPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmailsHttpTest {

    private static final String ACTIVATION = "/auth/users/activation/";
    private static final String RESEND = "/auth/users/resend_activation/";

    private final Wired wired =
            new Wired(settings -> settings.emails(EmailPolicy.defaults().requireVerification()));
    private final long ana = wired.registered("ana");

    @Test
    void activation_lets_a_new_account_log_in_once_its_address_is_proven() {
        OneTimeToken link = wired.mailed(Kind.VERIFY_EMAIL);
        assertThat(login().status()).isEqualTo(400);

        assertDone(wired.post(ACTIVATION, body(link)));

        assertThat(login().status()).isEqualTo(200);
        assertInvalid(wired.post(ACTIVATION, body(link)), Map.of("token", List.of("Invalid token for given user.")));
    }

    @Test
    void activation_proves_a_new_address_which_waits_until_then() {
        wired.post(ACTIVATION, body(wired.mailed(Kind.VERIFY_EMAIL)));
        String token = wired.token("ana");
        Map<String, String> change = Map.of("email", "new@example.org", "current_password", PASSWORD);

        assertIdentity(wired.call("PATCH", "/auth/users/me/", token, change), "ana@example.org", ana, "ana");
        assertDone(wired.post(ACTIVATION, body(wired.mailed(Kind.VERIFY_EMAIL))));

        assertIdentity(wired.get("/auth/users/me/", token), "new@example.org", ana, "ana");
    }

    @Test
    void a_new_address_is_taken_back_by_the_present_one() {
        wired.post(ACTIVATION, body(wired.mailed(Kind.VERIFY_EMAIL)));
        String token = wired.token("ana");
        wired.call("PATCH", "/auth/users/me/", token, Map.of("email", "new@example.org", "current_password", PASSWORD));
        OneTimeToken link = wired.mailed(Kind.VERIFY_EMAIL);

        assertIdentity(
                wired.call("PATCH", "/auth/users/me/", token, Map.of("email", "ana@example.org")),
                "ana@example.org",
                ana,
                "ana");

        assertInvalid(wired.post(ACTIVATION, body(link)), Map.of("token", List.of("Invalid token for given user.")));
    }

    @Test
    void activation_is_told_if_somebody_has_the_address_by_now() {
        wired.post(ACTIVATION, body(wired.mailed(Kind.VERIFY_EMAIL)));
        Map<String, String> change = Map.of("email", "bob@example.org", "current_password", PASSWORD);
        wired.call("PATCH", "/auth/users/me/", wired.token("ana"), change);
        OneTimeToken link = wired.mailed(Kind.VERIFY_EMAIL);
        wired.registered("bob");

        assertInvalid(
                wired.post(ACTIVATION, body(link)), Map.of("email", List.of("A user with that email already exists.")));
    }

    @Test
    void activation_refuses_everything_that_is_wrong_with_the_form() {
        assertInvalid(wired.post(ACTIVATION, Map.of()), Map.of("uid", REQUIRED, "token", REQUIRED));
        assertInvalid(
                wired.post(ACTIVATION, Map.of("uid", "", "token", 5)),
                Map.of("uid", List.of("This field may not be blank."), "token", List.of("Not a valid string.")));
    }

    @Test
    void a_reset_link_activates_nothing() {
        wired.accounts.deliver();
        wired.post("/auth/users/reset_password/", Map.of("email", "ana@example.org"));

        HttpReply reply = wired.post(ACTIVATION, body(wired.mailed(Kind.RESET_PASSWORD)));

        assertInvalid(reply, Map.of("token", List.of("Invalid token for given user.")));
    }

    @Test
    void a_link_is_sent_again_and_the_answer_is_the_same_for_every_address() {
        wired.accounts.deliver();

        assertDone(wired.post(RESEND, Map.of("email", "nobody@example.org")));
        assertThat(wired.accounts.deliver()).isEmpty();
        assertDone(wired.post(RESEND, Map.of("email", "ana@example.org")));
        assertDone(wired.post(ACTIVATION, body(wired.mailed(Kind.VERIFY_EMAIL))));
        assertDone(wired.post(RESEND, Map.of("email", "ana@example.org")));
        assertThat(wired.accounts.deliver()).isEmpty();
    }

    @Test
    void a_link_is_sent_to_addresses_only() {
        assertInvalid(wired.post(RESEND, Map.of()), Map.of("email", REQUIRED));
        assertInvalid(wired.post(RESEND, Map.of("email", List.of())), Map.of("email", List.of("Not a valid string.")));
        assertInvalid(
                wired.post(RESEND, Map.of("email", "x")), Map.of("email", List.of("Enter a valid email address.")));
    }

    private HttpReply login() {
        return wired.post("/auth/token/login/", Map.of("username", "ana", "password", PASSWORD));
    }

    private static Map<String, String> body(OneTimeToken link) {
        return Map.of("uid", link.uid(), "token", link.value());
    }
}
