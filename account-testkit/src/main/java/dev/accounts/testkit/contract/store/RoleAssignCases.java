package dev.accounts.testkit.contract.store;

import static dev.accounts.spi.Assignment.Kind.GROUPS_OF_USER;
import static dev.accounts.spi.Assignment.Kind.PERMISSIONS_OF_GROUP;
import static dev.accounts.spi.Assignment.Kind.PERMISSIONS_OF_USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import org.junit.jupiter.api.Test;

abstract class RoleAssignCases {

    private static final long UNKNOWN = Long.MAX_VALUE - 1;

    private final StoreFixture fixture;
    private final RoleFixture roles;

    RoleAssignCases(StoreFixture fixture) {
        this.fixture = fixture;
        this.roles = new RoleFixture(fixture);
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
}
