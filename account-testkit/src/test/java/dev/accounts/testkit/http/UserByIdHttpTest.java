package dev.accounts.testkit.http;

import static dev.accounts.testkit.http.Wired.REQUIRED;
import static dev.accounts.testkit.http.Wired.assertDone;
import static dev.accounts.testkit.http.Wired.assertIdentity;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static dev.accounts.testkit.http.Wired.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.User;
import dev.accounts.policy.UserVisibility;
import dev.accounts.service.AccountAdministration;
import dev.accounts.testkit.TestAccounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserByIdHttpTest {

    private static final String FORBIDDEN = "You do not have permission to perform this action.";
    private static final Map<String, String> CHANGE =
            Map.of("email", "new@example.org", "current_password", TestAccounts.PASSWORD);

    private final Wired wired = new Wired();

    UserByIdHttpTest() {
        wired.registered("ana");
        wired.registered("bob");
        wired.staff("sam");
    }

    @Nested
    class Oneself {

        private final String token = wired.token("ana");

        @ParameterizedTest
        @CsvSource({"GET, 1", "HEAD, 1", "GET, 001"})
        void is_seen(String method, String id) {
            assertIdentity(wired.call(method, "/auth/users/" + id + "/", token, Map.of()), "ana@example.org", 1, "ana");
        }

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "PATCH"})
        void is_changed_as_at_me(String method) {
            assertInvalid(
                    wired.call(method, "/auth/users/1/", token, Map.of("email", "new@example.org")),
                    Map.of("current_password", REQUIRED));
            assertIdentity(wired.call(method, "/auth/users/1/", token, CHANGE), "new@example.org", 1, "ana");
        }

        @Test
        void is_deleted_as_at_me() {
            assertInvalid(
                    wired.call("DELETE", "/auth/users/1/", token, Map.of()), Map.of("current_password", REQUIRED));
            assertDone(wired.call("DELETE", "/auth/users/1/", token, CHANGE));
            assertThat(wired.accounts.service().isRegistered("ana")).isFalse();
        }
    }

    @Nested
    class AnotherForAPlainUser {

        private final String token = wired.token("ana");

        @ParameterizedTest
        @CsvSource({"GET, 2", "HEAD, 2", "PUT, 2", "PATCH, 3", "GET, 99", "PATCH, 99", "DELETE, x", "GET, 0"})
        void looks_as_if_it_did_not_exist(String method, String id) {
            assertRefused(wired.call(method, "/auth/users/" + id + "/", token, CHANGE), 404, "Not found.");
        }

        @ParameterizedTest
        @ValueSource(longs = {2, 3, 99})
        void may_not_be_deleted_existing_or_not(long id) {
            assertRefused(wired.call("DELETE", "/auth/users/" + id + "/", token, CHANGE), 403, FORBIDDEN);
            assertThat(wired.accounts.service().isRegistered("bob")).isTrue();
        }
    }

    @Nested
    class AnotherForStaff {

        private final String token = wired.token("sam");

        @Test
        void is_seen() {
            assertIdentity(wired.get("/auth/users/1/", token), "ana@example.org", 1, "ana");
            assertRefused(wired.get("/auth/users/99/", token), 404, "Not found.");
        }

        @Test
        void is_seen_as_far_as_the_host_lets_staff_see() {
            Wired strict = new Wired(settings -> settings.userVisibility(
                    (viewer, id) -> UserVisibility.SELF_OR_STAFF.permits(viewer, id) && id != 1));
            strict.registered("ana");
            strict.registered("bob");
            strict.staff("sam");

            assertRefused(strict.get("/auth/users/1/", strict.token("sam")), 404, "Not found.");
            assertIdentity(strict.get("/auth/users/2/", strict.token("sam")), "bob@example.org", 2, "bob");
        }

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
        void is_neither_changed_nor_without_the_permission_deleted(String method) {
            assertRefused(wired.call(method, "/auth/users/1/", token, CHANGE), 403, FORBIDDEN);
            assertIdentity(wired.get("/auth/users/1/", token), "ana@example.org", 1, "ana");
        }

        @Test
        void is_changed_by_staff_with_the_permission_except_for_the_address() {
            long root = wired.superuser("root");
            AccountAdministration staff = wired.accounts.administration();
            long change = staff.roles()
                    .ensurePermission(root, AccountAdministration.CHANGE_USER)
                    .id();
            staff.setPermissions(root, 3, List.of(change));

            assertIdentity(
                    wired.call("PATCH", "/auth/users/1/", token, Map.of("first_name", "Ana", "days_count", 7)),
                    "ana@example.org",
                    1,
                    "ana");
            assertRefused(
                    wired.call("PUT", "/auth/users/1/", token, Map.of("days_count", 8, "email", "new@example.org")),
                    403,
                    FORBIDDEN);
            assertRefused(wired.call("PATCH", "/auth/users/4/", token, Map.of("days_count", 8)), 403, FORBIDDEN);
            assertThat(wired.accounts.stores().users().find(1).orElseThrow())
                    .returns("Ana", User::firstName)
                    .returns(7, User::daysCount)
                    .returns("ana@example.org", User::email);
        }

        @Test
        void is_changed_by_a_superuser_with_the_address_or_not_at_all() {
            wired.superuser("root");
            String root = wired.token("root");

            assertInvalid(
                    wired.call("PATCH", "/auth/users/1/", root, Map.of("days_count", 8, "email", "BOB@example.org")),
                    Map.of("email", List.of("A user with that email already exists.")));
            assertInvalid(
                    wired.call("PATCH", "/auth/users/1/", root, Map.of("days_count", 8, "email", 5)),
                    Map.of("email", List.of("Not a valid string.")));
            assertThat(wired.accounts.stores().users().find(1).orElseThrow().daysCount())
                    .isEqualTo(User.DEFAULT_DAYS_COUNT);
            assertIdentity(
                    wired.call("PATCH", "/auth/users/1/", root, Map.of("days_count", 8, "email", "new@example.org")),
                    "new@example.org",
                    1,
                    "ana");
            assertThat(wired.accounts.stores().users().find(1).orElseThrow().daysCount())
                    .isEqualTo(8);
            assertRefused(wired.call("PATCH", "/auth/users/99/", root, Map.of()), 404, "Not found.");
        }

        @Test
        void is_deleted_by_a_superuser_with_the_own_password() {
            wired.accounts.stores().update(wired.registered("sue"), user -> user.superuser(true));
            String sue = wired.token("sue");

            assertInvalid(wired.call("DELETE", "/auth/users/1/", sue, Map.of()), Map.of("current_password", REQUIRED));
            assertInvalid(
                    wired.call("DELETE", "/auth/users/1/", sue, Map.of("current_password", "wrong")),
                    Map.of("current_password", List.of("Invalid password.")));
            assertIdentity(wired.get("/auth/users/1/", sue), "ana@example.org", 1, "ana");
            assertDone(wired.call("DELETE", "/auth/users/1/", sue, CHANGE));
            assertRefused(wired.get("/auth/users/1/", sue), 404, "Not found.");
            assertRefused(wired.call("DELETE", "/auth/users/1/", sue, CHANGE), 404, "Not found.");
        }

        @Test
        void is_not_found_to_be_changed_if_it_does_not_exist() {
            assertRefused(wired.call("PATCH", "/auth/users/99/", token, CHANGE), 404, "Not found.");
        }
    }

    @Test
    void the_whole_of_any_user_is_seen_by_any_user() {
        assertThat(wired.get("/user/2/", wired.token("ana")).body())
                .hasFieldOrPropertyWithValue("email", "bob@example.org")
                .hasFieldOrPropertyWithValue("towns", List.of());
    }
}
