package dev.accounts.testkit.contract.life;

import static dev.accounts.model.NotAuthenticatedException.Reason.USER_INACTIVE;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Refusals;
import dev.accounts.testkit.internal.ScriptedPasswordHasher;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Another change overtakes a call just after the call has verified the current password. */
abstract class OvertakenCases {

    private final AccountsFixture fixture;

    OvertakenCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    /** A service of another node that runs the step in the middle of its first attempt. */
    private AccountService overtakenBy(Runnable meanwhile) {
        ScriptedPasswordHasher hasher = new ScriptedPasswordHasher()
                .beforeEach(this::assertThatNoTransactionWaits)
                .afterFirstVerify(meanwhile);
        return Accounts.builder(fixture.stores())
                .passwordHasher(hasher)
                .clock(fixture.clock())
                .build()
                .service();
    }

    private void assertThatNoTransactionWaits() {
        AtomicBoolean atOnce = new AtomicBoolean();
        fixture.stores().afterCommit(() -> atOnce.set(true));
        assertThat(atOnce).isTrue();
    }

    /** All calls that need the current password. */
    private List<BiConsumer<AccountService, String>> changes() {
        return List.of(
                (service, token) -> service.passwords().change(token, PASSWORD, "elephant-Ladder-4"),
                (service, token) -> service.emails().change(token, PASSWORD, fixture.email("wanted")),
                (service, token) -> service.profile()
                        .change(token, ProfileChange.none().daysCount(7), PASSWORD, fixture.email("other")),
                (service, token) -> service.changeUsername(token, PASSWORD, fixture.unique("wanted")),
                (service, token) -> service.delete(token, PASSWORD));
    }

    private void assertUnchanged(String name, String password) {
        String token = fixture.service().login(fixture.unique(name), password).value();
        assertThat(fixture.service().me(token).email()).isEqualTo(fixture.email(name));
    }

    @Test
    void by_a_change_of_the_password() {
        for (int i = 0; i < changes().size(); i++) {
            BiConsumer<AccountService, String> change = changes().get(i);
            String name = "ana" + i;
            String token = fixture.token(name);
            AccountService overtaken =
                    overtakenBy(() -> fixture.service().passwords().change(token, PASSWORD, NEW_PASSWORD));

            ThrowingCallable call = () -> change.accept(overtaken, token);

            assertThat(violations(call)).containsExactly("current_password: invalid");
            assertUnchanged(name, NEW_PASSWORD);
        }
    }

    @Test
    void by_a_deactivation() {
        long root = fixture.root();
        for (int i = 0; i < changes().size(); i++) {
            BiConsumer<AccountService, String> change = changes().get(i);
            User user = fixture.registered("ana" + i);
            String token = fixture.login("ana" + i);
            AccountService overtaken =
                    overtakenBy(() -> fixture.administration().setActive(root, user.id(), false));

            ThrowingCallable call = () -> change.accept(overtaken, token);

            assertThat(Refusals.reason(call)).isEqualTo(USER_INACTIVE);
            fixture.administration().setActive(root, user.id(), true);
            assertUnchanged("ana" + i, PASSWORD);
        }
    }

    @Test
    void by_a_deactivation_where_the_password_is_only_confirmed() {
        long root = fixture.root();
        User user = fixture.registered("ana");
        String token = fixture.login("ana");
        AccountService overtaken = overtakenBy(() -> fixture.administration().setActive(root, user.id(), false));

        assertThat(Refusals.reason(() -> overtaken.passwords().confirm(token, PASSWORD)))
                .isEqualTo(USER_INACTIVE);
    }

    @Test
    void by_somebody_who_takes_the_address() {
        String token = fixture.token("ana");
        AccountService overtaken = overtakenBy(() -> fixture.registered("wanted"));

        assertThat(violations(() -> overtaken.emails().change(token, PASSWORD, fixture.email("wanted"))))
                .containsExactly("email: taken");

        assertUnchanged("ana", PASSWORD);
    }

    @Test
    void by_somebody_who_takes_the_name() {
        String token = fixture.token("ana");
        AccountService overtaken = overtakenBy(() -> fixture.registered("wanted"));

        assertThat(violations(() -> overtaken.changeUsername(token, PASSWORD, fixture.unique("wanted"))))
                .containsExactly("new_username: taken");

        assertUnchanged("ana", PASSWORD);
    }

    @Test
    void by_a_login_that_stores_the_same_password_anew_and_the_change_is_made() {
        AccountService stronger = Accounts.builder(fixture.stores())
                .passwordHasher(new FastPasswordHasher(2))
                .clock(fixture.clock())
                .build()
                .service();
        for (int i = 0; i < changes().size(); i++) {
            BiConsumer<AccountService, String> change = changes().get(i);
            String name = fixture.unique("ana" + i);
            String token = fixture.token("ana" + i);
            long id = fixture.service().me(token).id();
            AccountService overtaken = overtakenBy(() -> stronger.login(name, PASSWORD));

            change.accept(overtaken, token);

            boolean deleted = fixture.stores().users().find(id).isEmpty();
            assertThat(fixture.mail().deliver()).hasSize(deleted ? 0 : 1);
        }
    }

    @Test
    void by_a_change_of_the_password_when_it_is_only_asked_for() {
        String token = fixture.token("ana");
        AccountService overtaken =
                overtakenBy(() -> fixture.service().passwords().change(token, PASSWORD, NEW_PASSWORD));

        assertThat(violations(() -> overtaken.passwords().confirm(token, PASSWORD)))
                .containsExactly("current_password: invalid");
        overtaken.passwords().confirm(token, NEW_PASSWORD);
    }
}
