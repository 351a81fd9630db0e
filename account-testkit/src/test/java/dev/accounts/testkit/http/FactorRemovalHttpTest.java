package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static dev.accounts.testkit.http.FactorClient.FACTORS;
import static dev.accounts.testkit.http.Wired.assertDone;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff remove the factors of users. */
class FactorRemovalHttpTest {

    private static final String ANAS = "/auth/users/1/factors/";

    private final FactorClient client = new FactorClient();
    private final Wired wired = client.wired;

    @BeforeEach
    void enrolled() {
        client.enrol();
    }

    private String root() {
        wired.accounts.superuser("root");
        return wired.accounts.service().login("root", PASSWORD).value();
    }

    @Test
    void staff_remove_factors_with_their_own_password() {
        String root = root();
        assertInvalid(
                wired.call("DELETE", ANAS, root, Map.of("current_password", "wrong")),
                Map.of("current_password", List.of("Invalid password.")));

        assertDone(wired.call("DELETE", ANAS, root, Map.of("current_password", PASSWORD)));

        assertRefused(wired.call("GET", FACTORS, client.token, null), 401, "Invalid token.");
        assertThat(client.logIn().status()).isEqualTo(200);
    }

    @Test
    void staff_find_no_unknown_user() {
        String root = root();

        assertRefused(
                wired.call("DELETE", "/auth/users/99/factors/", root, Map.of("current_password", PASSWORD)),
                404,
                "Not found.");
        assertRefused(
                wired.call("DELETE", "/auth/users/x/factors/", root, Map.of("current_password", PASSWORD)),
                404,
                "Not found.");
    }

    @Test
    void staff_alone_may_do_it() {
        String ben = wired.token("ben");

        for (String path : List.of(ANAS, "/auth/users/99/factors/", "/auth/users/x/factors/")) {
            assertRefused(
                    wired.call("DELETE", path, ben, Map.of("current_password", PASSWORD)),
                    403,
                    "You do not have permission to perform this action.");
        }
        assertThat(client.logIn().status()).isEqualTo(401);
    }
}
