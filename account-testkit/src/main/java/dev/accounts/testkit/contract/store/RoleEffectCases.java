package dev.accounts.testkit.contract.store;

import static dev.accounts.spi.Assignment.Kind.GROUPS_OF_USER;
import static dev.accounts.spi.Assignment.Kind.PERMISSIONS_OF_GROUP;
import static dev.accounts.spi.Assignment.Kind.PERMISSIONS_OF_USER;
import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AuthToken;
import dev.accounts.model.Permission;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class RoleEffectCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;
    private final RoleFixture roles;

    RoleEffectCases(StoreFixture fixture) {
        this.fixture = fixture;
        this.roles = new RoleFixture(fixture);
    }

    @Test
    void takes_from_its_members_what_it_gave_them() {
        long id = fixture.inserted("ana");
        long deleted = roles.group("deleted");
        long left = roles.group("left");
        roles.assign(PERMISSIONS_OF_GROUP, deleted, roles.permission("edit"));
        roles.assign(PERMISSIONS_OF_GROUP, left, roles.permission("read"));
        roles.assign(GROUPS_OF_USER, id, deleted, left);

        assertThat(roles.roles().deleteGroup(deleted)).isTrue();

        assertThat(roles.groupsOf(id)).containsExactly(left);
        assertThat(roles.roles().effective(id)).containsExactly(fixture.unique("read"));
        assertThat(roles.isGroup(deleted)).isFalse();
        assertThat(roles.isGroup(left)).isTrue();
    }

    @Test
    void leaves_the_permissions_that_it_gave() {
        long group = roles.group("editors");
        long permission = roles.permission("edit");
        roles.assign(PERMISSIONS_OF_GROUP, group, permission);

        roles.roles().deleteGroup(group);

        assertThat(roles.roles().ensurePermission(fixture.unique("edit")).id()).isEqualTo(permission);
    }

    @Test
    void deletes_a_group_once() {
        long group = roles.group("editors");

        assertThat(roles.roles().deleteGroup(group)).isTrue();
        assertThat(roles.roles().deleteGroup(group)).isFalse();
        assertThat(roles.roles().deleteGroup(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void frees_the_name_for_a_group_that_has_nobody() {
        long id = fixture.inserted("ana");
        long group = roles.group("editors");
        roles.assign(GROUPS_OF_USER, id, group);
        roles.assign(PERMISSIONS_OF_GROUP, group, roles.permission("edit"));
        roles.roles().deleteGroup(group);

        long again = roles.group("editors");

        assertThat(roles.givenBy(again)).isEmpty();
        assertThat(roles.groupsOf(id)).isEmpty();
    }

    @Test
    void answers_true_to_exactly_one_of_many() {
        long group = roles.group("editors");

        assertThat(Collections.frequency(Race.of(RUNNERS, i -> roles.roles().deleteGroup(group)), true))
                .isEqualTo(1);
    }

    /** The permissions of a user, which a token of the user finds as well. */
    private Set<String> effective(long userId) {
        Set<String> codes = roles.roles().effective(userId);
        AuthToken token = fixture.token(UUID.randomUUID().toString(), userId, JOINED);
        if (fixture.issue(token)) {
            assertThat(fixture.stores().tokens().findPermittedOwner(token.digest()))
                    .hasValueSatisfying(found -> {
                        assertThat(found.owner())
                                .isEqualTo(fixture.stores()
                                        .tokens()
                                        .findOwner(token.digest())
                                        .orElseThrow());
                        assertThat(found.permissions()).isEqualTo(codes);
                    });
        }
        return codes;
    }

    /** A user with one direct permission, one from a group, and one from both. */
    private long gifted(String name) {
        long id = fixture.inserted(name);
        long group = roles.group("editors");
        roles.assign(GROUPS_OF_USER, id, group, roles.group("empty"));
        roles.assign(PERMISSIONS_OF_GROUP, group, roles.permission("both"), roles.permission("group"));
        roles.assign(PERMISSIONS_OF_USER, id, roles.permission("both"), roles.permission("own"));
        return id;
    }

    @Test
    void are_none_for_a_plain_user() {
        roles.permission("edit");

        assertThat(effective(fixture.inserted("ana"))).isEmpty();
    }

    @Test
    void are_the_users_own_and_those_of_the_groups() {
        long id = gifted("ana");
        roles.permission("other");

        assertThat(effective(id))
                .containsExactlyInAnyOrder(fixture.unique("both"), fixture.unique("group"), fixture.unique("own"));
    }

    @Test
    void are_not_those_of_others() {
        gifted("ana");
        long bob = fixture.inserted("bob");

        roles.assign(GROUPS_OF_USER, bob, roles.group("editors"));

        assertThat(effective(bob)).containsExactlyInAnyOrder(fixture.unique("both"), fixture.unique("group"));
    }

    @Test
    void follow_what_a_group_gives() {
        long id = gifted("ana");

        roles.assign(PERMISSIONS_OF_GROUP, roles.group("editors"), roles.permission("new"));

        assertThat(effective(id))
                .containsExactlyInAnyOrder(fixture.unique("both"), fixture.unique("new"), fixture.unique("own"));
    }

    @Test
    void are_all_that_there_are_for_a_superuser() {
        roles.permission("edit");
        long id = fixture.inserted("ana");
        fixture.flag(id, true, false, true);

        assertThat(effective(id))
                .contains(fixture.unique("edit"))
                .containsExactlyInAnyOrderElementsOf(roles.roles().roles().permissions().stream()
                        .map(Permission::code)
                        .toList());
        fixture.flag(id, true, false, false);
    }

    @Test
    void are_no_more_for_staff() {
        roles.permission("edit");
        long id = fixture.inserted("ana");
        fixture.flag(id, true, true, false);

        assertThat(effective(id)).isEmpty();
    }

    @Test
    void are_none_for_an_inactive_user() {
        long id = gifted("ana");

        fixture.flag(id, false, true, false);
        assertThat(effective(id)).isEmpty();

        fixture.flag(id, false, true, true);
        assertThat(effective(id)).isEmpty();
    }

    @Test
    void are_none_for_nobody() {
        assertThat(effective(Long.MAX_VALUE)).isEmpty();
        assertThat(effective(0)).isEmpty();
    }

    @BeforeEach
    void there_is_no_superuser() {
        List<User> page = List.of();
        do {
            long last = page.isEmpty() ? 0 : page.get(page.size() - 1).id();
            page = fixture.stores().users().search(UserSearch.all().page(last, UserSearch.MAX_PAGE));
            page.stream()
                    .filter(User::superuser)
                    .forEach(user -> fixture.flag(user.id(), user.active(), user.staff(), false));
        } while (page.size() == UserSearch.MAX_PAGE);
    }

    private boolean hasOther(long userId) {
        return fixture.stores().roles().hasOtherSuperuser(userId);
    }

    private long superuser(String name) {
        long id = fixture.inserted(name);
        fixture.flag(id, true, false, true);
        return id;
    }

    @Test
    void the_only_one_has_no_other() {
        long ana = superuser("ana");
        long bob = fixture.inserted("bob");

        assertThat(hasOther(ana)).isFalse();
        assertThat(hasOther(bob)).isTrue();
        assertThat(hasOther(Long.MAX_VALUE)).isTrue();
    }

    @Test
    void where_there_is_none_nobody_has_another() {
        assertThat(hasOther(fixture.inserted("ana"))).isFalse();
    }

    @Test
    void two_have_each_other() {
        assertThat(hasOther(superuser("ana"))).isFalse();
        assertThat(hasOther(superuser("bob"))).isTrue();
    }

    @Test
    void inactive_ones_and_staff_do_not_count() {
        long ana = superuser("ana");
        fixture.flag(fixture.inserted("bob"), false, true, true);
        fixture.flag(fixture.inserted("cid"), true, true, false);

        assertThat(hasOther(ana)).isFalse();
    }

    @Test
    void the_work_sees_what_it_has_changed_itself() {
        long ana = superuser("ana");
        long bob = superuser("bob");

        assertThat(fixture.stores().<Boolean>atomically(() -> {
                    fixture.flag(bob, true, false, false);
                    return hasOther(ana);
                }))
                .isFalse();
    }

    private void assertOneIsLeft(int superusers, UnaryOperator<StoredUser> leaving) {
        List<Long> ids = IntStream.range(0, superusers)
                .mapToObj(i -> superuser("super" + i))
                .toList();

        Race.of(RUNNERS, i -> {
            long id = ids.get(i % superusers);
            return fixture.stores()
                    .<Boolean>atomically(
                            () -> hasOther(id) && fixture.stores().users().replace(leaving.apply(fixture.read(id))));
        });

        assertThat(ids.stream().map(fixture::user).filter(user -> user.active() && user.superuser()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, RUNNERS})
    void one_is_left_of_many_that_cease_to_be_any_at_once(int superusers) {
        assertOneIsLeft(superusers, user -> user.withFlags(new StoredUser.Flags(true, true, false)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, RUNNERS})
    void one_is_left_of_many_that_are_deactivated_at_once(int superusers) {
        assertOneIsLeft(superusers, user -> user.withFlags(new StoredUser.Flags(false, true, true)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, RUNNERS})
    void one_is_left_of_many_that_are_deleted_at_once(int superusers) {
        List<Long> ids = IntStream.range(0, superusers)
                .mapToObj(i -> superuser("super" + i))
                .toList();

        Race.of(RUNNERS, i -> {
            long id = ids.get(i % superusers);
            return fixture.stores()
                    .<Boolean>atomically(() -> hasOther(id)
                            && fixture.stores()
                                    .users()
                                    .read(UserKey.id(id))
                                    .map(fixture.stores().users()::delete)
                                    .orElse(false));
        });

        assertThat(ids.stream().filter(id -> fixture.stores().users().find(id).isPresent()))
                .hasSize(1);
    }
}
