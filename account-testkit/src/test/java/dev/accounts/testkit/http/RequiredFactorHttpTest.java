package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static dev.accounts.testkit.http.FactorClient.CONFIRM;
import static dev.accounts.testkit.http.FactorClient.FACTORS;
import static dev.accounts.testkit.http.FactorClient.TOTP;
import static dev.accounts.testkit.http.FactorClient.text;
import static dev.accounts.testkit.http.Wired.assertDone;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpReply;
import dev.accounts.policy.FactorPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Users without the factor that the host requires. */
class RequiredFactorHttpTest {

    private final FactorClient client = new FactorClient(new Wired(builder ->
            builder.factors(FactorPolicy.defaults().requirement(FactorPolicy.Requirement.REQUIRED_FOR_ALL))));
    private final Wired wired = client.wired;

    @Test
    void lets_the_owner_see_the_account_and_enrol() {
        assertThat(wired.get("/auth/users/me/", client.token).status()).isEqualTo(200);
        assertThat(wired.get(FACTORS, client.token).status()).isEqualTo(200);
        assertThat(wired.call("POST", TOTP, client.token, null).status()).isEqualTo(200);
        assertThat(wired.post(CONFIRM, client.token, Map.of("current_password", PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void lets_the_owner_log_out() {
        assertDone(wired.call("POST", "/auth/token/logout/", client.token, null));
    }

    @Test
    void refuses_everything_else() {
        Map<String, Object> enrol = Map.of("detail", "Set up a second factor first.", "code", "enrolment_required");
        for (String path : List.of("/auth/users/", "/auth/users/1/", "/auth/users/2/", "/user/1/", "/auth/sessions/")) {
            HttpReply refused = wired.get(path, client.token);
            assertThat(refused.status()).as(path).isEqualTo(401);
            assertThat(refused.body()).as(path).isEqualTo(enrol);
        }
        for (String path :
                List.of("/auth/users/me/", "/auth/users/2/", "/auth/users/2/factors/", "/auth/sessions/x/")) {
            assertThat(wired.call("DELETE", path, client.token, Map.of("current_password", PASSWORD))
                            .body())
                    .as(path)
                    .isEqualTo(enrol);
        }
        assertThat(wired.call("PATCH", "/auth/users/me/", client.token, Map.of("first_name", "A"))
                        .body())
                .isEqualTo(enrol);
    }

    @Test
    void lets_the_owner_remove_no_factor() {
        HttpReply begun = wired.call("POST", TOTP, client.token, null);
        HttpReply enrolled = wired.post(
                TOTP + "confirm/",
                client.token,
                Map.of(
                        "enrolment",
                        text(begun, "enrolment"),
                        "code",
                        client.scanned(begun).code()));

        assertRefused(
                wired.call("DELETE", TOTP, text(enrolled, "auth_token"), null),
                403,
                "You do not have permission to perform this action.");
    }
}
