package dev.accounts.testkit.contract.administration;

import static dev.accounts.service.AccountAdministration.ADD_USER;
import static dev.accounts.service.AccountAdministration.CHANGE_USER;
import static dev.accounts.service.AccountAdministration.DELETE_USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every call names its actor. A call without the permission is refused and changes nothing. */
abstract class AdminRightsCases {

    private final AccountsFixture fixture;

    AdminRightsCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void assertDenied(AdminCall call, long actor, long user) {
        assertThat(catchThrowable(() -> call.call().by(fixture, actor, user)))
                .as(call.name())
                .isInstanceOf(PermissionDeniedException.class);
    }

    /** Refuses the search, the list and every change; nothing has changed afterwards. */
    private void assertMayNothing(long actor) {
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> fixture.administration().search(actor, UserSearch.all()));
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> fixture.administration().roles().list(actor));
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> fixture.administration().towns().search(actor, "", 0, 1));
        assertMayChangeNothing(actor, all());
    }

    private static List<AdminCall> all() {
        return Stream.of(AdminCall.OF_USERS, AdminCall.OF_NO_USER)
                .flatMap(List::stream)
                .toList();
    }

    private void assertMayChangeNothing(long actor, List<AdminCall> calls) {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        User before = fixture.user(ana.id());
        long root = fixture.root();

        calls.forEach(call -> assertDenied(call, actor, ana.id()));

        assertThat(fixture.user(ana.id())).isEqualTo(before);
        assertThat(fixture.service().me(token).id()).isEqualTo(ana.id());
        assertThat(fixture.mail().to(ana.id())).isEmpty();
        assertThat(fixture.service().isRegistered(fixture.unique("new"))).isFalse();
        assertThat(fixture.administration().roles().list(root).groups().toString())
                .doesNotContain(fixture.unique("group"));
    }

    @Test
    void an_actor_who_does_not_exist() {
        assertMayNothing(Long.MAX_VALUE);
    }

    @Test
    void an_actor_who_has_been_deleted() {
        long gone = fixture.superuser("gone");
        fixture.administration().delete(fixture.root(), gone);

        assertMayNothing(gone);
    }

    @Test
    void a_user_who_is_not_staff_even_with_every_permission() {
        long plain = fixture.staff().member("plain", ADD_USER, CHANGE_USER, DELETE_USER);
        fixture.administration().setStaff(fixture.root(), plain, false);

        assertMayNothing(plain);
    }

    @Test
    void staff_who_are_not_active_even_with_every_permission() {
        long inactive = fixture.staff().member("inactive", ADD_USER, CHANGE_USER, DELETE_USER);
        fixture.deactivate(inactive);

        assertMayNothing(inactive);
    }

    @Test
    void a_superuser_who_is_not_active() {
        long inactive = fixture.superuser("inactive");
        fixture.deactivate(inactive);

        assertMayNothing(inactive);
    }

    @Test
    void staff_without_any_permission() {
        assertMayChangeNothing(fixture.staff().member("sue"), all());
    }

    @Test
    void staff_who_want_what_only_superusers_may() {
        long staff = fixture.staff().member("sue", ADD_USER, CHANGE_USER, DELETE_USER);

        assertMayChangeNothing(
                staff,
                all().stream().filter(call -> call.permission().isEmpty()).toList());
    }

    @Test
    void staff_with_another_permission() {
        for (String permission : List.of(ADD_USER, CHANGE_USER, DELETE_USER)) {
            long staff = fixture.staff().member(permission.replace("accounts.", ""), permission);
            long user = fixture.registered("user-of-" + staff).id();
            all().stream()
                    .filter(call -> !call.permission().equals(permission))
                    .forEach(call -> assertDenied(call, staff, user));
        }
    }

    @Test
    void nobody_who_has_the_permission() {
        long adder = fixture.staff().member("adder", ADD_USER);
        long changer = fixture.staff().member("changer", CHANGE_USER);
        long deleter = fixture.staff().member("deleter", DELETE_USER);

        for (AdminCall call : AdminCall.OF_USERS) {
            long user = fixture.registered(call.name().replace(' ', '-')).id();
            long actor = call.permission().equals(CHANGE_USER) ? changer : deleter;
            if (!call.permission().isEmpty()) {
                assertThatCode(() -> call.call().by(fixture, actor, user))
                        .as(call.name())
                        .doesNotThrowAnyException();
            }
        }
        assertThat(fixture.administration().create(adder, fixture.unique("new"), fixture.email("new")))
                .isNotNull();
    }

    @Test
    void nobody_who_has_the_permission_by_a_group() {
        long staff = fixture.staff().member("sue");
        long root = fixture.root();
        long group = fixture.administration()
                .roles()
                .ensureGroup(root, fixture.unique("helpers"))
                .id();
        fixture.administration().setGroups(root, staff, Set.of(group));
        long ana = fixture.registered("ana").id();
        Set<Long> permissions = Set.of(fixture.staff().permission(CHANGE_USER).id());

        fixture.administration().roles().setPermissions(root, group, permissions);
        fixture.administration().setActive(staff, ana, false);
        assertThat(fixture.user(ana).active()).isFalse();

        fixture.administration().roles().deleteGroup(root, group);
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> fixture.administration().setActive(staff, ana, true));
    }

    @Test
    void staff_who_touch_a_superuser() {
        long staff = fixture.staff().member("sue", ADD_USER, CHANGE_USER, DELETE_USER);
        long superuser = fixture.superuser("boss");
        String token = fixture.login("boss");
        User before = fixture.user(superuser);

        AdminCall.OF_USERS.forEach(call -> assertDenied(call, staff, superuser));

        assertThat(fixture.user(superuser)).isEqualTo(before);
        assertThat(fixture.service().me(token).id()).isEqualTo(superuser);
        assertThat(fixture.mail().to(superuser)).isEmpty();
    }

    /** A refusal must not reveal to an actor without permission whether an account exists. */
    @Test
    void actors_without_the_right_alike_whether_there_is_such_a_user_or_not() {
        long plain = fixture.registered("plain").id();

        AdminCall.OF_USERS.forEach(call -> assertDenied(call, plain, Long.MAX_VALUE));
    }
}
