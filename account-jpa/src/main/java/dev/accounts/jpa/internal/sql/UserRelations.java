package dev.accounts.jpa.internal.sql;

import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.model.User;
import java.util.ArrayList;
import java.util.List;

/** The groups, permissions and towns of one user, in ascending order of ids. The lists are filled while rows are read. */
record UserRelations(List<Group> groups, List<Permission> permissions, List<Long> towns) {

    static UserRelations none() {
        return new UserRelations(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(String kind, long id, String name) {
        switch (kind) {
            case "town" -> towns.add(id);
            case "group" -> groups.add(new Group(id, name));
            default -> permissions.add(new Permission(id, name));
        }
    }

    /** Returns the user with these groups, permissions and towns. */
    User of(User user) {
        return new User(
                user.id(),
                user.username(),
                user.email(),
                user.emailVerified(),
                user.firstName(),
                user.lastName(),
                user.active(),
                user.staff(),
                user.superuser(),
                user.dateJoined(),
                user.lastLogin(),
                user.daysCount(),
                groups,
                permissions,
                towns);
    }
}
