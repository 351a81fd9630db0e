package dev.accounts.testkit.contract.administration;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.testkit.internal.AccountsFixture;
import org.junit.jupiter.api.Test;

/** The host appoints the first superuser. */
abstract class AppointCases {

    private final AccountsFixture fixture;

    AppointCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    @Test
    void makes_a_superuser_who_is_active_and_staff() {
        User ana = fixture.registered("ana");
        fixture.deactivate(ana.id());

        fixture.maintenance().appointSuperuser(ana.id());

        User appointed = fixture.user(ana.id());
        assertThat(appointed.active()).isTrue();
        assertThat(appointed.staff()).isTrue();
        assertThat(appointed.superuser()).isTrue();
        assertThat(fixture.service().login(ana.username(), PASSWORD).value()).isNotEmpty();
    }

    @Test
    void finds_nobody_who_does_not_exist() {
        assertThatExceptionOfType(UserNotFoundException.class)
                .isThrownBy(() -> fixture.maintenance().appointSuperuser(Long.MAX_VALUE));
    }

    @Test
    void leaves_tokens_and_password_as_they_are() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");

        fixture.maintenance().appointSuperuser(ana.id());

        assertThat(fixture.service().me(token).superuser()).isTrue();
        assertThat(fixture.login("ana")).isNotEmpty();
    }

    @Test
    void may_be_repeated() {
        long ana = fixture.superuser("ana");

        fixture.maintenance().appointSuperuser(ana);

        assertThat(fixture.user(ana).superuser()).isTrue();
    }
}
