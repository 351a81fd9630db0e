package dev.accounts.jpa;

import static dev.accounts.jpa.StoreCalls.mutation;

import dev.accounts.spi.Assignment;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Gives a holder exactly some roles. Holder and roles are locked first: simultaneous assignments to one holder follow one
 * another, and no role can go before its assignment is there.
 *
 * @param holder the entity of who is given something
 * @param role the entity of what is given
 * @param delete takes away all that the holder has
 * @param insert gives the holder the roles
 */
record RoleAssignment(Class<?> holder, Class<?> role, String delete, String insert) {

    private static final RoleAssignment GROUPS_OF_USER = new RoleAssignment(
            UserEntity.class, GroupEntity.class, "delete from AccountUserGroup x where x.userId = :holder", """
            insert into AccountUserGroup (userId, groupId)
            select h.id, r.id from AccountUser h, AccountGroup r where h.id = :holder and r.id in :roles""");

    private static final RoleAssignment PERMISSIONS_OF_USER = new RoleAssignment(
            UserEntity.class,
            PermissionEntity.class,
            "delete from AccountUserPermission x where x.userId = :holder",
            """
            insert into AccountUserPermission (userId, permissionId)
            select h.id, r.id from AccountUser h, AccountPermission r where h.id = :holder and r.id in :roles""");

    private static final RoleAssignment PERMISSIONS_OF_GROUP = new RoleAssignment(
            GroupEntity.class,
            PermissionEntity.class,
            "delete from AccountGroupPermission x where x.groupId = :holder",
            """
            insert into AccountGroupPermission (groupId, permissionId)
            select h.id, r.id from AccountGroup h, AccountPermission r where h.id = :holder and r.id in :roles""");

    static RoleAssignment of(Assignment.Kind kind) {
        return switch (kind) {
            case GROUPS_OF_USER -> GROUPS_OF_USER;
            case PERMISSIONS_OF_USER -> PERMISSIONS_OF_USER;
            case PERMISSIONS_OF_GROUP -> PERMISSIONS_OF_GROUP;
        };
    }

    /** The ids that do not exist; nothing was changed unless there are none. */
    NavigableSet<Long> run(EntityManager entityManager, Assignment assignment) {
        NavigableSet<Long> unknown = new TreeSet<>(assignment.roleIds());
        List<Long> holders = RowLock.exclusive(entityManager).ids(holder, "id", List.of(assignment.holderId()));
        if (!assignment.roleIds().isEmpty()) {
            RowLock.shared(entityManager).ids(role, "id", assignment.roleIds()).forEach(unknown::remove);
        }
        if (holders.isEmpty()) {
            unknown.add(assignment.holderId());
        }
        if (unknown.isEmpty()) {
            replace(entityManager, assignment);
        }
        return unknown;
    }

    private void replace(EntityManager entityManager, Assignment assignment) {
        mutation(entityManager, delete)
                .setParameter("holder", assignment.holderId())
                .executeUpdate();
        if (!assignment.roleIds().isEmpty()) {
            mutation(entityManager, insert)
                    .setParameter("holder", assignment.holderId())
                    .setParameter("roles", assignment.roleIds())
                    .executeUpdate();
        }
    }
}
