package dev.accounts.testkit.contract.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.model.Group;
import dev.accounts.model.User;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What {@link InsideListenerCases} says of the changes that staff make. */
abstract class InsideStaffListenerCases {

    private final AccountsFixture fixture;

    InsideStaffListenerCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void stop(Consumer<Accounts> change) {
        new VetoingListener(fixture).stop(builder -> builder, change);
    }

    private void assertSame(User before) {
        assertThat(fixture.user(before.id())).isEqualTo(before);
        assertThat(fixture.mail().to(before.id())).isEmpty();
    }

    @Test
    void stops_a_deactivation() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        User before = fixture.user(ana.id());
        long root = fixture.root();

        stop(accounts -> accounts.administration().setActive(root, ana.id(), false));
        stop(accounts -> accounts.administration().endSessions(root, ana.id()));

        assertSame(before);
        assertThat(fixture.service().me(token).id()).isEqualTo(ana.id());
    }

    @Test
    void stops_what_staff_do_with_rights() {
        User ana = fixture.registered("ana");
        long root = fixture.root();
        Group group = fixture.administration().roles().ensureGroup(root, fixture.unique("editors"));
        Set<Long> permissions =
                Set.of(fixture.staff().permission(fixture.unique("edit")).id());

        stop(accounts -> accounts.administration().setStaff(root, ana.id(), true));
        stop(accounts -> accounts.administration().setSuperuser(root, ana.id(), true));
        stop(accounts -> accounts.administration().setGroups(root, ana.id(), Set.of(group.id())));
        stop(accounts -> accounts.administration().setPermissions(root, ana.id(), permissions));
        stop(accounts -> accounts.administration().startPasswordReset(root, ana.id()));
        stop(accounts -> accounts.maintenance().appointSuperuser(ana.id()));

        assertSame(ana);
    }

    @Test
    void stops_what_staff_do_with_roles() {
        long root = fixture.root();
        Group group = fixture.administration().roles().ensureGroup(root, fixture.unique("editors"));
        Set<Long> permissions =
                Set.of(fixture.staff().permission(fixture.unique("edit")).id());

        stop(accounts -> accounts.administration().roles().ensureGroup(root, fixture.unique("others")));
        stop(accounts -> accounts.administration().roles().setPermissions(root, group.id(), permissions));
        stop(accounts -> accounts.administration().roles().deleteGroup(root, group.id()));
        stop(accounts -> accounts.administration().create(root, fixture.unique("ana"), fixture.email("ana")));

        assertThat(fixture.administration().roles().list(root).groups())
                .containsEntry(group, List.of())
                .noneSatisfy((other, given) -> assertThat(other.name()).isEqualTo(fixture.unique("others")));
        assertThat(fixture.service().isRegistered(fixture.unique("ana"))).isFalse();
    }
}
