package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.GroupEntity;
import dev.accounts.jpa.internal.entity.PermissionEntity;
import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.spi.Assignment;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.hibernate.query.MutationQuery;

/**
 * Gives a holder exactly the given roles. It locks holder and roles first: simultaneous assignments to one holder run
 * one after the other, and no role is deleted before it is assigned.
 *
 * @param holder the entity of the holder
 * @param role the entity of the roles
 * @param insert gives the holder one role unless it has it
 * @param delete takes all roles from the holder; {@code x} is one of them
 * @param ofOthers limits {@code delete} to roles that are not among the given ones
 */
record RoleAssignment(Class<?> holder, Class<?> role, String insert, String delete, String ofOthers) {

    private static final RoleAssignment GROUPS_OF_USER = new RoleAssignment(
            UserEntity.class,
            GroupEntity.class,
            "insert into AccountUserGroup (userId, groupId) values (:holder, :role) on conflict do nothing",
            "delete from AccountUserGroup x where x.userId = :holder",
            " and x.groupId not in :roles");

    private static final RoleAssignment PERMISSIONS_OF_USER = new RoleAssignment(
            UserEntity.class,
            PermissionEntity.class,
            "insert into AccountUserPermission (userId, permissionId) values (:holder, :role) on conflict do nothing",
            "delete from AccountUserPermission x where x.userId = :holder",
            " and x.permissionId not in :roles");

    private static final RoleAssignment PERMISSIONS_OF_GROUP = new RoleAssignment(
            GroupEntity.class,
            PermissionEntity.class,
            "insert into AccountGroupPermission (groupId, permissionId) values (:holder, :role) on conflict do nothing",
            "delete from AccountGroupPermission x where x.groupId = :holder",
            " and x.permissionId not in :roles");

    static RoleAssignment of(Assignment.Kind kind) {
        return switch (kind) {
            case GROUPS_OF_USER -> GROUPS_OF_USER;
            case PERMISSIONS_OF_USER -> PERMISSIONS_OF_USER;
            case PERMISSIONS_OF_GROUP -> PERMISSIONS_OF_GROUP;
        };
    }

    /** Returns the ids that do not exist, and changes nothing if there are any. */
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

    /** Deletes last: MariaDB locks the gaps beside the rows that it looks for, and others would have to insert there. */
    private void replace(EntityManager entityManager, Assignment assignment) {
        for (long roleId : assignment.roleIds()) {
            mutation(entityManager, insert)
                    .setParameter("holder", assignment.holderId())
                    .setParameter("role", roleId)
                    .executeUpdate();
        }
        boolean all = assignment.roleIds().isEmpty();
        MutationQuery deletion =
                mutation(entityManager, all ? delete : delete + ofOthers).setParameter("holder", assignment.holderId());
        if (!all) {
            deletion.setParameter("roles", assignment.roleIds());
        }
        deletion.executeUpdate();
    }
}
