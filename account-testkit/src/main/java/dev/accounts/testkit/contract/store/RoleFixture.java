package dev.accounts.testkit.contract.store;

import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.spi.Assignment;
import dev.accounts.spi.Assignment.Kind;
import dev.accounts.spi.RoleStore;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.List;
import java.util.SortedSet;

/** Groups and permissions with names unique to the test, and calls of the role store. */
record RoleFixture(StoreFixture fixture) {

    RoleStore roles() {
        return fixture.stores().roles();
    }

    long group(String name) {
        return roles().ensureGroup(fixture.unique(name)).id();
    }

    long permission(String code) {
        return roles().ensurePermission(fixture.unique(code)).id();
    }

    SortedSet<Long> assign(Kind kind, long holder, Long... roles) {
        return roles().assign(Assignment.of(kind, holder, List.of(roles)));
    }

    List<Long> groupsOf(long userId) {
        return fixture.user(userId).groups().stream().map(Group::id).toList();
    }

    List<Long> permissionsOf(long userId) {
        return fixture.user(userId).permissions().stream().map(Permission::id).toList();
    }

    /** The permissions of a group; empty if the group does not exist. */
    List<Long> givenBy(long groupId) {
        return roles().roles().groups().entrySet().stream()
                .filter(entry -> entry.getKey().id() == groupId)
                .flatMap(entry -> entry.getValue().stream())
                .map(Permission::id)
                .toList();
    }

    boolean isGroup(long id) {
        return roles().roles().groups().keySet().stream().anyMatch(group -> group.id() == id);
    }
}
