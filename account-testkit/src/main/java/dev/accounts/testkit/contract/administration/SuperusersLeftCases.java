package dev.accounts.testkit.contract.administration;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.User;
import dev.accounts.testkit.internal.AccountsFixture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

abstract class SuperusersLeftCases {

    private final AccountsFixture fixture;
    private final Superusers superusers;

    SuperusersLeftCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.superusers = new Superusers(fixture);
    }

    private void assertStays(ThrowingCallable call) {
        long root = superusers.only();
        String token = fixture.login("root");
        User before = fixture.user(root);

        assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(call);

        assertThat(fixture.user(root)).isEqualTo(before);
        assertThat(superusers.active()).containsExactly(root);
        assertThat(fixture.service().me(token).superuser()).isTrue();
    }

    @Test
    void is_not_deactivated() {
        assertStays(() -> fixture.administration().setActive(fixture.root(), fixture.root(), false));
    }

    @Test
    void is_not_demoted() {
        assertStays(() -> fixture.administration().setSuperuser(fixture.root(), fixture.root(), false));
    }

    @Test
    void is_not_deleted() {
        assertStays(() -> fixture.administration().delete(fixture.root(), fixture.root()));
    }

    @Test
    void cannot_leave() {
        superusers.only();
        String token = fixture.login("root");

        assertStays(() -> fixture.service().delete(token, PASSWORD));
    }

    @Test
    void is_the_last_one_even_if_there_are_others_who_are_not_active() {
        long other = fixture.superuser("other");
        fixture.deactivate(other);

        assertStays(() -> fixture.administration().setSuperuser(fixture.root(), fixture.root(), false));
    }

    @Test
    void may_be_staff_or_not() {
        long root = superusers.only();

        fixture.administration().setStaff(root, root, false);

        assertThat(fixture.user(root).staff()).isFalse();
        fixture.administration().setStaff(root, root, true);
    }

    @Test
    void is_nobody_whom_another_one_can_replace() {
        long root = superusers.only();
        long other = fixture.superuser("other");

        fixture.administration().setSuperuser(root, root, false);

        assertThat(superusers.active()).containsExactly(other);
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> fixture.administration().setSuperuser(root, other, false));
    }

    @Test
    void keeps_no_inactive_superuser_from_being_demoted_and_deleted() {
        long root = superusers.only();
        long other = fixture.superuser("other");
        fixture.deactivate(other);

        fixture.administration().setSuperuser(root, other, false);
        fixture.administration().delete(root, other);

        assertThat(fixture.stores().users().find(other)).isEmpty();
    }
}
