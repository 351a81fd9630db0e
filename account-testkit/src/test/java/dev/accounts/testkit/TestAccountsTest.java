package dev.accounts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.http.HttpCall;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.User;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.policy.UserVisibility;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestAccountsTest {

    private final TestAccounts accounts = TestAccounts.create();

    @Test
    void registers_users_who_can_log_in_with_the_password() {
        User ana = accounts.registered("ana");

        IssuedToken token = accounts.service().login("ana", TestAccounts.PASSWORD);

        assertThat(accounts.service().me(token.value()).id()).isEqualTo(ana.id());
    }

    @Test
    void counts_ids_from_one() {
        assertThat(accounts.registered("ana").id()).isEqualTo(1);
        assertThat(accounts.registered("bob").id()).isEqualTo(2);
        assertThat(accounts.service().towns().create("Perm", "Russia", 0, 0).id())
                .isEqualTo(1);
        assertThat(accounts.service().towns().create("Moscow", "Russia", 0, 0).id())
                .isEqualTo(2);
    }

    @Test
    void logs_in_whoever_is_registered_and_registers_whoever_is_not() {
        User ana = accounts.registered("ana");

        assertThat(accounts.loggedIn("ana").token().userId()).isEqualTo(ana.id());
        assertThat(accounts.loggedIn("bob").token().userId()).isEqualTo(ana.id() + 1);
    }

    @Test
    void logs_in_with_the_permissions_that_a_test_needs() {
        String header = accounts.authorization("ana", "edit", "read");

        assertThat(accounts.http().identify(header).permissions()).containsExactly("edit", "read");
        assertThat(accounts.http().identify(accounts.authorization("ana")).permissions())
                .isEmpty();
    }

    @Test
    void has_superusers() {
        accounts.superuser("root");

        assertThat(accounts.http().identify(accounts.authorization("root")).has("anything"))
                .isTrue();
    }

    @Test
    void does_not_log_in_whoever_cannot() {
        User ana = accounts.registered("ana");
        accounts.stores().update(ana.id(), user -> user.active(false));

        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> accounts.loggedIn("ana"));
    }

    @Test
    void speaks_http_over_the_same_service() {
        String token = accounts.loggedIn("ana").value();

        assertThat(accounts.http()
                        .handle(HttpCall.of("GET", "/auth/users/me/").header("Authorization", "Token " + token))
                        .body())
                .isEqualTo(Map.of("id", 1L, "username", "ana", "email", ""));
    }

    @Test
    void lives_by_its_own_clock() {
        String token = accounts.loggedIn("ana").value();

        accounts.clock().advance(Duration.ofDays(30));

        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> accounts.service().me(token));
    }

    @Test
    void takes_settings_of_the_test() {
        TestAccounts forever = TestAccounts.create(
                settings -> settings.tokens(TokenPolicy.defaults().neverExpiring()));

        assertThat(forever.loggedIn("ana").token().expiresAt()).isEmpty();
    }

    @Test
    void is_alone_with_its_data() {
        accounts.registered("ana");

        assertThat(TestAccounts.create().registered("ana").id()).isEqualTo(1);
    }

    @Test
    void makes_staff_that_sees_everybody() {
        TestAccounts strict = TestAccounts.create(builder -> builder.userVisibility(UserVisibility.SELF_OR_STAFF));
        User bob = strict.registered("bob");
        User ana = strict.registered("ana");
        String token = strict.loggedIn("ana").value();

        strict.stores().update(ana.id(), user -> user.staff(true));
        assertThat(strict.service().getUser(token, bob.id())).isEqualTo(bob);

        strict.stores().update(ana.id(), user -> user.staff(false).superuser(true));
        assertThat(strict.service().getUser(token, bob.id())).isEqualTo(bob);
    }
}
