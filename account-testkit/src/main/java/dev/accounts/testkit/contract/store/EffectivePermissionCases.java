package dev.accounts.testkit.contract.store;

import static dev.accounts.spi.Assignment.Kind.GROUPS_OF_USER;
import static dev.accounts.spi.Assignment.Kind.PERMISSIONS_OF_GROUP;
import static dev.accounts.spi.Assignment.Kind.PERMISSIONS_OF_USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Permission;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class EffectivePermissionCases {

    private final StoreFixture fixture;
    private final RoleFixture roles;

    EffectivePermissionCases(StoreFixture fixture) {
        this.fixture = fixture;
        this.roles = new RoleFixture(fixture);
    }

    private Set<String> effective(long userId) {
        return roles.roles().effective(userId);
    }

    /** A user with a permission of its own, one of a group, and one that both give. */
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
}
