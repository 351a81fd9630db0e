package dev.accounts.testkit.memory;

import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.model.Roles;
import dev.accounts.model.User;
import dev.accounts.spi.Assignment;
import dev.accounts.spi.RoleStore;
import dev.accounts.testkit.memory.InMemoryTables.GroupRow;
import dev.accounts.testkit.memory.InMemoryTables.UserRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups and permissions in memory. */
record InMemoryRoleStore(InMemoryTables tables) implements RoleStore {

    @Override
    public Roles roles() {
        synchronized (tables) {
            Map<Group, List<Permission>> groups = new LinkedHashMap<>();
            tables.groups.stream().forEach(row -> groups.put(row.group(), row.permissions()));
            return new Roles(groups, tables.permissions.stream().toList());
        }
    }

    @Override
    public Group ensureGroup(String name) {
        synchronized (tables) {
            return tables.groups.stream()
                    .map(GroupRow::group)
                    .filter(group -> group.name().equals(name))
                    .findFirst()
                    .orElseGet(() -> newGroup(name));
        }
    }

    private Group newGroup(String name) {
        Group group = new Group(tables.lastGroup.incrementAndGet(), name);
        tables.groups.put(group.id(), new GroupRow(group, List.of()));
        return group;
    }

    @Override
    public Permission ensurePermission(String code) {
        synchronized (tables) {
            return tables.permissions.stream()
                    .filter(permission -> permission.code().equals(code))
                    .findFirst()
                    .orElseGet(() -> newPermission(code));
        }
    }

    private Permission newPermission(String code) {
        Permission permission = new Permission(tables.lastPermission.incrementAndGet(), code);
        tables.permissions.put(permission.id(), permission);
        return permission;
    }

    @Override
    public boolean deleteGroup(long id) {
        synchronized (tables) {
            tables.users.stream()
                    .filter(row -> row.user().groups().stream().anyMatch(group -> group.id() == id))
                    .toList()
                    .forEach(row -> putGroups(
                            row.user(),
                            row.user().groups().stream()
                                    .filter(group -> group.id() != id)
                                    .toList()));
            return tables.groups.remove(id);
        }
    }

    private void putGroups(User user, List<Group> groups) {
        put(new UserEdit(user).groups(groups.toArray(Group[]::new)).user());
    }

    private void put(User user) {
        tables.users.find(user.id()).ifPresent(row -> tables.users.put(user.id(), row.with(user)));
    }

    @Override
    public SortedSet<Long> assign(Assignment assignment) {
        synchronized (tables) {
            SortedSet<Long> unknown = unknown(assignment);
            if (unknown.isEmpty()) {
                give(assignment);
            }
            return unknown;
        }
    }

    private SortedSet<Long> unknown(Assignment assignment) {
        Predicate<Long> holders = switch (assignment.kind()) {
            case GROUPS_OF_USER, PERMISSIONS_OF_USER -> tables.users::has;
            case PERMISSIONS_OF_GROUP -> tables.groups::has;
        };
        Predicate<Long> roles = switch (assignment.kind()) {
            case GROUPS_OF_USER -> tables.groups::has;
            case PERMISSIONS_OF_USER, PERMISSIONS_OF_GROUP -> tables.permissions::has;
        };
        return Stream.concat(
                        Stream.of(assignment.holderId()).filter(holders.negate()),
                        assignment.roleIds().stream().filter(roles.negate()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void give(Assignment assignment) {
        long holder = assignment.holderId();
        List<Permission> permissions = assignment.roleIds().stream()
                .flatMap(id -> tables.permissions.find(id).stream())
                .toList();
        switch (assignment.kind()) {
            case GROUPS_OF_USER ->
                tables.users.find(holder).ifPresent(row -> putGroups(row.user(), groups(assignment)));
            case PERMISSIONS_OF_USER ->
                tables.users
                        .find(holder)
                        .ifPresent(row -> put(new UserEdit(row.user())
                                .permissions(permissions.toArray(Permission[]::new))
                                .user()));
            case PERMISSIONS_OF_GROUP ->
                tables.groups
                        .find(holder)
                        .ifPresent(row -> tables.groups.put(holder, new GroupRow(row.group(), permissions)));
        }
    }

    private List<Group> groups(Assignment assignment) {
        return assignment.roleIds().stream()
                .flatMap(id -> tables.groups.find(id).stream())
                .map(GroupRow::group)
                .toList();
    }

    @Override
    public Set<String> effective(long userId) {
        synchronized (tables) {
            return tables.users.find(userId).map(UserRow::user).filter(User::active).stream()
                    .flatMap(user -> user.superuser() ? tables.permissions.stream() : given(user))
                    .map(Permission::code)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Stream<Permission> given(User user) {
        return Stream.concat(
                user.permissions().stream(),
                user.groups().stream()
                        .flatMap(group -> tables.groups.find(group.id()).stream())
                        .flatMap(row -> row.permissions().stream()));
    }

    @Override
    public boolean hasOtherSuperuser(long userId) {
        synchronized (tables) {
            return tables.users.stream()
                    .map(UserRow::state)
                    .anyMatch(user -> user.active() && user.flags().superuser() && user.id() != userId);
        }
    }
}
