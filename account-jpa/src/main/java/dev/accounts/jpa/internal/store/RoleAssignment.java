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
 * Gives a holder exactly some roles. Holder and roles are locked first: simultaneous assignments to one holder follow one
 * another, and no role can go before its assignment is there.
 *
 * @param holder the entity of who is given something
 * @param role the entity of what is given
 * @param insert gives the holder one of the roles unless it has it
 * @param delete takes away all that the holder has, {@code x}
 * @param ofOthers which of that are none of the roles
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

    /** The deletion comes last: MariaDB locks the gaps beside what it looks for, where others would have to insert. */
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
