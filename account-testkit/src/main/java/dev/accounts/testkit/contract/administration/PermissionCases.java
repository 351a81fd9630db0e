package dev.accounts.testkit.contract.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Group;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.Permission;
import dev.accounts.model.User;
import dev.accounts.service.AccountAdministration;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Refusals;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class PermissionCases {

    private final AccountsFixture fixture;

    PermissionCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private AccountAdministration administration() {
        return fixture.administration();
    }

    private Permission edit() {
        return fixture.staff().permission(fixture.unique("edit"));
    }

    private boolean mayEdit(String token) {
        return fixture.service().caller(token).has(fixture.unique("edit"));
    }

    private Group groupThatMayEdit(long userId) {
        long root = fixture.root();
        Group group = administration().roles().ensureGroup(root, fixture.unique("editors"));
        administration().roles().setPermissions(root, group.id(), Set.of(edit().id()));
        administration().setGroups(root, userId, Set.of(group.id()));
        return group;
    }

    @Test
    void none_unless_it_was_given() {
        String token = fixture.token("ana");
        edit();

        assertThat(mayEdit(token)).isFalse();
        assertThat(fixture.service().caller(token).has("no such permission")).isFalse();
        assertThat(fixture.service().caller(token).has("")).isFalse();
        assertThat(fixture.service().caller(token).permissions()).isEmpty();
    }

    @Test
    void by_a_permission_of_ones_own() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");

        administration().setPermissions(fixture.root(), ana.id(), Set.of(edit().id()));
        assertThat(mayEdit(token)).isTrue();
        assertThat(fixture.service().caller(token).permissions()).containsExactly(fixture.unique("edit"));
        assertThat(fixture.service().caller(token).has(fixture.unique("EDIT"))).isFalse();

        administration().setPermissions(fixture.root(), ana.id(), Set.of());
        assertThat(mayEdit(token)).isFalse();
    }

    @Test
    void by_a_group_until_it_is_left() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");

        groupThatMayEdit(ana.id());
        assertThat(mayEdit(token)).isTrue();

        administration().setGroups(fixture.root(), ana.id(), Set.of());
        assertThat(mayEdit(token)).isFalse();
    }

    @Test
    void by_a_group_as_long_as_it_gives_it() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        Group group = groupThatMayEdit(ana.id());

        administration().roles().setPermissions(fixture.root(), group.id(), Set.of());

        assertThat(mayEdit(token)).isFalse();
    }

    @Test
    void by_a_group_until_it_is_deleted() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        Group group = groupThatMayEdit(ana.id());

        administration().roles().deleteGroup(fixture.root(), group.id());

        assertThat(mayEdit(token)).isFalse();
        assertThat(fixture.user(ana.id())).isEqualTo(fixture.service().getUser(token, ana.id()));
        assertThat(fixture.user(ana.id()).groups()).isEmpty();
    }

    @Test
    void by_one_of_ones_own_though_the_group_that_gave_it_too_is_gone() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        Group group = groupThatMayEdit(ana.id());
        administration().setPermissions(fixture.root(), ana.id(), Set.of(edit().id()));

        administration().roles().deleteGroup(fixture.root(), group.id());

        assertThat(mayEdit(token)).isTrue();
    }

    @Test
    void every_one_for_a_superuser() {
        fixture.superuser("boss");
        String token = fixture.login("boss");
        edit();

        assertThat(mayEdit(token)).isTrue();
        assertThat(fixture.service().caller(token).has("no such permission")).isTrue();
        assertThat(fixture.service().caller(token).identity())
                .isEqualTo(fixture.service().me(token));
        assertThat(fixture.service().caller(token).permissions()).contains(fixture.unique("edit"));
        assertThat(fixture.service()
                        .getUser(token, fixture.service().me(token).id())
                        .permissions())
                .isEmpty();
    }

    @Test
    void none_for_staff_as_such() {
        fixture.staff().member("sue");
        edit();

        assertThat(mayEdit(fixture.login("sue"))).isFalse();
    }

    @Test
    void none_for_somebody_who_is_not_active() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        groupThatMayEdit(ana.id());

        fixture.deactivate(ana.id());

        assertThat(Refusals.reason(() -> mayEdit(token))).isEqualTo(NotAuthenticatedException.Reason.TOKEN_INVALID);
        assertThat(fixture.stores().roles().effective(ana.id())).isEmpty();
    }

    @Test
    void only_for_somebody_who_is_logged_in() {
        assertThat(Refusals.reason(() -> fixture.service().caller(null).has("edit")))
                .isEqualTo(NotAuthenticatedException.Reason.TOKEN_MISSING);
        assertThat(Refusals.reason(() -> fixture.service().caller(null)))
                .isEqualTo(NotAuthenticatedException.Reason.TOKEN_MISSING);
        assertThat(Refusals.reason(() -> mayEdit("0".repeat(40))))
                .isEqualTo(NotAuthenticatedException.Reason.TOKEN_INVALID);
    }

    @Test
    void is_shown_with_the_user_as_groups_and_what_was_granted_directly() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        Group group = groupThatMayEdit(ana.id());
        Permission publish = fixture.staff().permission(fixture.unique("publish"));

        administration().setPermissions(fixture.root(), ana.id(), Set.of(publish.id()));

        User shown = fixture.service().getUser(token, ana.id());
        assertThat(shown.groups()).containsExactly(group);
        assertThat(shown.permissions()).containsExactly(publish);
    }
}
