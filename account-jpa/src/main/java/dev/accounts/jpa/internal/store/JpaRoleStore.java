package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.sql.EffectiveQuery;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.model.Roles;
import dev.accounts.spi.Assignment;
import dev.accounts.spi.RoleStore;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * Stores groups and permissions in the tables {@code account_group} and {@code account_permission}, with their
 * assignments to users and groups.
 */
public record JpaRoleStore(StoreCalls calls, EffectiveQuery effective) implements RoleStore {

    private static final String GROUPS = """
            select g.id, g.name, p.id, p.code from AccountGroup g
            left join AccountGroupPermission gp on gp.groupId = g.id
            left join AccountPermission p on p.id = gp.permissionId
            order by g.id, p.id""";

    private static final String PERMISSIONS = "select p.id, p.code from AccountPermission p order by p.id";

    private static final String DELETE_GROUP = "delete from AccountGroup g where g.id = :id";

    public static JpaRoleStore in(StoreCalls calls, TableNames tables) {
        return new JpaRoleStore(calls, EffectiveQuery.in(tables));
    }

    @Override
    public Roles roles() {
        return calls.read(entityManager -> new Roles(groups(entityManager), permissions(entityManager)));
    }

    @Override
    public Group ensureGroup(String name) {
        return new Group(calls.write(entityManager -> NamedRole.GROUP.ensure(entityManager, name)), name);
    }

    @Override
    public Permission ensurePermission(String code) {
        return new Permission(calls.write(entityManager -> NamedRole.PERMISSION.ensure(entityManager, code)), code);
    }

    @Override
    public boolean deleteGroup(long id) {
        return calls.write(entityManager ->
                mutation(entityManager, DELETE_GROUP).setParameter("id", id).executeUpdate() == 1);
    }

    @Override
    public SortedSet<Long> assign(Assignment assignment) {
        return calls.write(entityManager -> RoleAssignment.of(assignment.kind()).run(entityManager, assignment));
    }

    @Override
    public Set<String> effective(long userId) {
        return calls.query(connection -> effective.find(connection, userId));
    }

    @Override
    public boolean hasOtherSuperuser(long userId) {
        return calls.write(entityManager -> new SuperuserGuard(entityManager).hasOther(userId));
    }

    private static Map<Group, List<Permission>> groups(EntityManager entityManager) {
        Map<Group, List<Permission>> groups = new LinkedHashMap<>();
        for (Object[] row : entityManager.createQuery(GROUPS, Object[].class).getResultList()) {
            List<Permission> given =
                    groups.computeIfAbsent(new Group((Long) row[0], (String) row[1]), group -> new ArrayList<>());
            if (row[2] != null) {
                given.add(new Permission((Long) row[2], (String) row[3]));
            }
        }
        return groups;
    }

    private static List<Permission> permissions(EntityManager entityManager) {
        return entityManager.createQuery(PERMISSIONS, Object[].class).getResultList().stream()
                .map(row -> new Permission((Long) row[0], (String) row[1]))
                .toList();
    }
}
