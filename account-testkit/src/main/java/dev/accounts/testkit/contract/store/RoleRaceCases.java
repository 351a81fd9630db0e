package dev.accounts.testkit.contract.store;

import static dev.accounts.spi.Assignment.Kind.GROUPS_OF_USER;
import static dev.accounts.spi.Assignment.Kind.PERMISSIONS_OF_GROUP;
import static dev.accounts.spi.Assignment.Kind.PERMISSIONS_OF_USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.testkit.internal.Race;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class RoleRaceCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;
    private final RoleFixture roles;

    RoleRaceCases(StoreFixture fixture) {
        this.fixture = fixture;
        this.roles = new RoleFixture(fixture);
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
