package dev.accounts.testkit.contract.store;

import static dev.accounts.spi.Assignment.Kind.GROUPS_OF_USER;
import static dev.accounts.spi.Assignment.Kind.PERMISSIONS_OF_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.testkit.internal.Race;
import java.util.Collections;
import org.junit.jupiter.api.Test;

abstract class GroupDeleteCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;
    private final RoleFixture roles;

    GroupDeleteCases(StoreFixture fixture) {
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
}
