package dev.accounts.testkit.contract.store;

import static dev.accounts.spi.Assignment.Kind.GROUPS_OF_USER;
import static dev.accounts.spi.Assignment.Kind.PERMISSIONS_OF_GROUP;
import static dev.accounts.spi.Assignment.Kind.PERMISSIONS_OF_USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

abstract class RoleAssignCases {

    private static final long UNKNOWN = Long.MAX_VALUE - 1;
    private static final int RUNNERS = 32;

    private final StoreFixture fixture;
    private final RoleFixture roles;

    RoleAssignCases(StoreFixture fixture) {
        this.fixture = fixture;
        this.roles = new RoleFixture(fixture);
    }

    @Test
    void creates_a_group_once() {
        Group editors = roles.roles().ensureGroup(fixture.unique("editors"));

        assertThat(editors.id()).isPositive();
        assertThat(editors.name()).isEqualTo(fixture.unique("editors"));
        assertThat(roles.roles().ensureGroup(fixture.unique("editors"))).isEqualTo(editors);
        assertThat(roles.roles().ensureGroup(fixture.unique("readers")).id()).isNotEqualTo(editors.id());
    }

    @Test
    void creates_a_permission_once() {
        Permission edit = roles.roles().ensurePermission(fixture.unique("edit"));

        assertThat(edit.id()).isPositive();
        assertThat(edit.code()).isEqualTo(fixture.unique("edit"));
        assertThat(roles.roles().ensurePermission(fixture.unique("edit"))).isEqualTo(edit);
        assertThat(roles.roles().ensurePermission(fixture.unique("read")).id()).isNotEqualTo(edit.id());
    }

    @Test
    void lists_all_groups_and_permissions_in_ascending_order_of_ids() {
        List<Group> groups = Stream.of("c", "a", "b")
                .map(name -> roles.roles().ensureGroup(fixture.unique(name)))
                .toList();
        List<Permission> permissions = Stream.of("c", "a", "b")
                .map(code -> roles.roles().ensurePermission(fixture.unique(code)))
                .toList();

        assertThat(roles.roles().roles().groups().keySet()).containsAll(groups);
        assertThat(roles.roles().roles().groups().keySet().stream()
                        .map(Group::id)
                        .toList())
                .isSorted();
        assertThat(roles.roles().roles().groups()).containsEntry(groups.get(0), List.of());
        assertThat(roles.roles().roles().permissions()).containsAll(permissions);
        assertThat(roles.roles().roles().permissions().stream()
                        .map(Permission::id)
                        .toList())
                .isSorted();
    }

    @ParameterizedTest
    @FieldSource("dev.accounts.testkit.contract.store.UserFindCases#PAIRS")
    void compares_names_and_codes_exactly(List<String> pair) {
        String one = pair.get(0) + fixture.unique("") + pair.get(0);
        String other = pair.get(1) + fixture.unique("") + pair.get(1);

        assertThat(roles.roles().ensureGroup(one).name()).isEqualTo(one);
        assertThat(roles.roles().ensureGroup(other).name()).isEqualTo(other);
        assertThat(roles.roles().ensurePermission(one).code()).isEqualTo(one);
        assertThat(roles.roles().ensurePermission(other).code()).isEqualTo(other);
    }

    /** Letters of four bytes each. */
    @Test
    void keeps_the_longest_name_and_code() {
        String ending = fixture.unique("");
        String name = "\uD840\uDC00".repeat(150 - ending.length()) + ending;
        String code = "\uD840\uDC00".repeat(200 - ending.length()) + ending;

        assertThat(roles.roles().ensureGroup(name)).isEqualTo(roles.roles().ensureGroup(name));
        assertThat(roles.roles().ensurePermission(code)).isEqualTo(roles.roles().ensurePermission(code));
        assertThat(roles.roles().roles().groups().keySet())
                .extracting(Group::name)
                .contains(name);
        assertThat(roles.roles().roles().permissions())
                .extracting(Permission::code)
                .contains(code);
    }

    @Test
    void puts_a_user_into_groups() {
        long id = fixture.inserted("ana");
        Group editors = roles.roles().ensureGroup(fixture.unique("editors"));
        Group readers = roles.roles().ensureGroup(fixture.unique("readers"));

        assertThat(roles.assign(GROUPS_OF_USER, id, readers.id(), editors.id())).isEmpty();

        assertThat(fixture.user(id).groups()).containsExactly(editors, readers);
        assertThat(fixture.user(id).permissions()).isEmpty();
    }

    @Test
    void grants_permissions_to_a_user() {
        long id = fixture.inserted("ana");
        Permission edit = roles.roles().ensurePermission(fixture.unique("edit"));
        Permission read = roles.roles().ensurePermission(fixture.unique("read"));

        assertThat(roles.assign(PERMISSIONS_OF_USER, id, read.id(), edit.id())).isEmpty();

        assertThat(fixture.user(id).permissions()).containsExactly(edit, read);
        assertThat(fixture.user(id).groups()).isEmpty();
    }

    @Test
    void grants_permissions_to_a_group() {
        long group = roles.group("editors");
        long edit = roles.permission("edit");
        long read = roles.permission("read");

        assertThat(roles.assign(PERMISSIONS_OF_GROUP, group, read, edit)).isEmpty();

        assertThat(roles.givenBy(group)).containsExactly(edit, read);
        assertThat(roles.givenBy(roles.group("others"))).isEmpty();
    }

    @Test
    void replaces_what_there_was() {
        long id = fixture.inserted("ana");
        long one = roles.group("one");
        long two = roles.group("two");
        long three = roles.group("three");
        roles.assign(GROUPS_OF_USER, id, one, two);

        roles.assign(GROUPS_OF_USER, id, two, three);
        assertThat(roles.groupsOf(id)).containsExactly(two, three);

        roles.assign(GROUPS_OF_USER, id, two, three);
        assertThat(roles.groupsOf(id)).containsExactly(two, three);

        roles.assign(GROUPS_OF_USER, id);
        assertThat(roles.groupsOf(id)).isEmpty();
    }

    @Test
    void replaces_permissions_of_users_and_groups() {
        long id = fixture.inserted("ana");
        long group = roles.group("editors");
        long one = roles.permission("one");
        long two = roles.permission("two");
        roles.assign(PERMISSIONS_OF_USER, id, one);
        roles.assign(PERMISSIONS_OF_GROUP, group, one);

        roles.assign(PERMISSIONS_OF_USER, id, two);
        roles.assign(PERMISSIONS_OF_GROUP, group);

        assertThat(roles.permissionsOf(id)).containsExactly(two);
        assertThat(roles.givenBy(group)).isEmpty();
    }

    @Test
    void changes_nobody_else_and_no_other_kind() {
        long ana = fixture.inserted("ana");
        long bob = fixture.inserted("bob");
        long group = roles.group("editors");
        long permission = roles.permission("edit");
        roles.assign(GROUPS_OF_USER, bob, group);
        roles.assign(GROUPS_OF_USER, ana, group);
        roles.assign(PERMISSIONS_OF_USER, ana, permission);
        roles.assign(PERMISSIONS_OF_GROUP, group, permission);

        roles.assign(GROUPS_OF_USER, ana);

        assertThat(roles.groupsOf(bob)).containsExactly(group);
        assertThat(roles.permissionsOf(ana)).containsExactly(permission);
        assertThat(roles.givenBy(group)).containsExactly(permission);
    }

    @Test
    void names_unknown_groups_and_changes_nothing() {
        long id = fixture.inserted("ana");
        long one = roles.group("one");
        long two = roles.group("two");
        roles.assign(GROUPS_OF_USER, id, one);

        assertThat(roles.assign(GROUPS_OF_USER, id, two, UNKNOWN, -1L)).containsExactly(-1L, UNKNOWN);

        assertThat(roles.groupsOf(id)).containsExactly(one);
    }

    @Test
    void names_unknown_permissions_and_changes_nothing() {
        long id = fixture.inserted("ana");
        long group = roles.group("editors");
        long one = roles.permission("one");
        long two = roles.permission("two");
        roles.assign(PERMISSIONS_OF_USER, id, one);
        roles.assign(PERMISSIONS_OF_GROUP, group, one);

        assertThat(roles.assign(PERMISSIONS_OF_USER, id, two, UNKNOWN)).containsExactly(UNKNOWN);
        assertThat(roles.assign(PERMISSIONS_OF_GROUP, group, two, UNKNOWN)).containsExactly(UNKNOWN);

        assertThat(roles.permissionsOf(id)).containsExactly(one);
        assertThat(roles.givenBy(group)).containsExactly(one);
    }

    @Test
    void names_an_unknown_holder() {
        long group = roles.group("editors");
        long permission = roles.permission("edit");

        assertThat(roles.assign(GROUPS_OF_USER, UNKNOWN, group)).containsExactly(UNKNOWN);
        assertThat(roles.assign(PERMISSIONS_OF_USER, UNKNOWN, permission)).containsExactly(UNKNOWN);
        assertThat(roles.assign(PERMISSIONS_OF_GROUP, UNKNOWN, permission)).containsExactly(UNKNOWN);
        assertThat(roles.assign(GROUPS_OF_USER, UNKNOWN)).containsExactly(UNKNOWN);
        assertThat(roles.assign(GROUPS_OF_USER, UNKNOWN, group, -1L)).containsExactly(-1L, UNKNOWN);
    }

    @Test
    void leaves_the_state_of_the_user_as_it_was() {
        long id = fixture.inserted("ana");
        String hash = fixture.read(id).passwordHash();

        roles.assign(GROUPS_OF_USER, id, roles.group("editors"));

        assertThat(fixture.read(id).passwordHash()).isEqualTo(hash);
        assertThat(fixture.user(id).active()).isTrue();
    }

    @Test
    void creates_one_group_for_many_at_once() {
        List<Group> groups = Race.of(RUNNERS, i -> roles.roles().ensureGroup(fixture.unique("editors")));

        assertThat(groups).containsOnly(groups.get(0));
        assertThat(roles.roles().roles().groups().keySet())
                .filteredOn(group -> group.name().equals(fixture.unique("editors")))
                .containsExactly(groups.get(0));
    }

    @Test
    void creates_one_permission_for_many_at_once() {
        List<Permission> permissions = Race.of(RUNNERS, i -> roles.roles().ensurePermission(fixture.unique("edit")));

        assertThat(permissions).containsOnly(permissions.get(0));
        assertThat(roles.roles().roles().permissions())
                .filteredOn(permission -> permission.code().equals(fixture.unique("edit")))
                .containsExactly(permissions.get(0));
    }

    @Test
    void leaves_a_user_with_one_of_the_assignments_of_many_at_once() {
        long id = fixture.inserted("ana");
        List<Long> groups =
                IntStream.range(0, 4).mapToObj(i -> roles.group("group" + i)).toList();

        Race.of(
                RUNNERS,
                i -> i % 2 == 0
                        ? roles.assign(GROUPS_OF_USER, id, groups.get(0), groups.get(1))
                        : roles.assign(GROUPS_OF_USER, id, groups.get(2), groups.get(3)));

        assertThat(roles.groupsOf(id)).isIn(groups.subList(0, 2), groups.subList(2, 4));
    }

    @Test
    void leaves_a_group_with_one_of_the_assignments_of_many_at_once() {
        long group = roles.group("editors");
        List<Long> permissions = IntStream.range(0, 4)
                .mapToObj(i -> roles.permission("code" + i))
                .toList();

        Race.of(
                RUNNERS,
                i -> i % 2 == 0
                        ? roles.assign(PERMISSIONS_OF_GROUP, group, permissions.get(0), permissions.get(1))
                        : roles.assign(PERMISSIONS_OF_GROUP, group, permissions.get(2), permissions.get(3)));

        assertThat(roles.givenBy(group)).isIn(permissions.subList(0, 2), permissions.subList(2, 4));
    }

    @Test
    void does_all_that_do_not_meet() {
        List<Long> users = IntStream.range(0, RUNNERS)
                .mapToObj(i -> fixture.inserted("user" + i))
                .toList();
        long permission = roles.permission("edit");

        assertThat(Race.of(RUNNERS, i -> roles.assign(PERMISSIONS_OF_USER, users.get(i), permission)))
                .allMatch(Set::isEmpty);

        assertThat(users).allMatch(id -> roles.permissionsOf(id).equals(List.of(permission)));
    }

    @Test
    void leaves_nobody_in_a_group_that_was_deleted_meanwhile() {
        List<Long> users = IntStream.range(0, RUNNERS)
                .mapToObj(i -> fixture.inserted("user" + i))
                .toList();
        long group = roles.group("editors");

        List<Boolean> answers = Race.of(
                RUNNERS,
                i -> i == RUNNERS / 2
                        ? roles.roles().deleteGroup(group)
                        : List.of(List.of(), List.of(group))
                                .contains(List.copyOf(roles.assign(GROUPS_OF_USER, users.get(i), group))));

        assertThat(answers).containsOnly(true);
        assertThat(users).allMatch(id -> roles.groupsOf(id).isEmpty());
        assertThat(roles.isGroup(group)).isFalse();
    }
}
