package dev.accounts.testkit.http;

import static dev.accounts.testkit.http.Wired.REQUIRED;
import static dev.accounts.testkit.http.Wired.assertDone;
import static dev.accounts.testkit.http.Wired.assertIdentity;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.OneTimeToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsernamesHttpTest {

    private static final String REQUEST = "/auth/users/reset_username/";
    private static final String CONFIRM = "/auth/users/reset_username_confirm/";

    private final Wired wired = new Wired();
    private final long ana = wired.registered("ana");
    private final String token = wired.token("ana");

    private OneTimeToken link() {
        assertDone(wired.post(REQUEST, Map.of("email", "ANA@example.org")));
        return wired.mailed(Kind.RESET_USERNAME);
    }

    private static Map<String, Object> body(OneTimeToken link, Object name) {
        Map<String, Object> body = new HashMap<>();
        body.put("uid", link.uid());
        body.put("token", link.value());
        body.put("new_username", name);
        return body;
    }

    @Test
    void a_mailed_link_sets_another_name_once_and_ends_no_session() {
        OneTimeToken link = link();

        assertDone(wired.post(CONFIRM, body(link, "anna")));

        assertIdentity(wired.get("/auth/users/me/", token), "ana@example.org", ana, "anna");
        assertInvalid(
                wired.post(CONFIRM, body(link, "other")), Map.of("token", List.of("Invalid token for given user.")));
    }

    @Test
    void an_unknown_address_is_answered_alike_and_gets_no_mail() {
        assertDone(wired.post(REQUEST, Map.of("email", "nobody@example.org")));

        assertThat(wired.accounts.deliver()).isEmpty();
    }

    @Test
    void everything_that_is_wrong_with_the_forms_is_refused() {
        assertInvalid(wired.post(REQUEST, Map.of()), Map.of("email", REQUIRED));
        assertInvalid(
                wired.post(CONFIRM, Map.of()), Map.of("uid", REQUIRED, "token", REQUIRED, "new_username", REQUIRED));
        assertInvalid(wired.post(CONFIRM, body(link(), 7)), Map.of("new_username", List.of("Not a valid string.")));
        assertInvalid(
                wired.post(CONFIRM, body(link(), null)),
                Map.of("new_username", List.of("This field may not be null.")));
    }

    @Test
    void a_taken_name_is_refused_and_the_link_still_works() {
        wired.registered("bob");
        OneTimeToken link = link();

        assertInvalid(
                wired.post(CONFIRM, body(link, "Bob")),
                Map.of("new_username", List.of("A user with that username already exists.")));
        assertDone(wired.post(CONFIRM, body(link, "anna")));
    }
}
