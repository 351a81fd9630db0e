package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.GroupEntity;
import dev.accounts.jpa.internal.entity.PermissionEntity;
import dev.accounts.jpa.internal.transaction.DatabaseFailure;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * Finds or creates a role by its unique name, by statements that fail with a row count and not with an exception: an
 * exception would doom a host's transaction.
 *
 * @param type the entity
 * @param entity its name
 * @param name the attribute with the unique name
 */
record NamedRole(Class<?> type, String entity, String name) {

    static final NamedRole GROUP = new NamedRole(GroupEntity.class, "AccountGroup", "name");
    static final NamedRole PERMISSION = new NamedRole(PermissionEntity.class, "AccountPermission", "code");

    /** The id of the role, whoever created it. */
    long ensure(EntityManager entityManager, String value) {
        return find(entityManager, value)
                .or(() -> {
                    insert(entityManager, value);
                    return find(entityManager, value);
                })
                .or(() -> findNewer(entityManager, value))
                .orElseThrow(DatabaseFailure::rowInTheWayIsGone);
    }

    private Optional<Long> find(EntityManager entityManager, String value) {
        return entityManager
                .createQuery("select e.id from " + entity + " e where e." + name + " = :value", Long.class)
                .setParameter("value", value)
                .getResultList()
                .stream()
                .findFirst();
    }

    private void insert(EntityManager entityManager, String value) {
        mutation(entityManager, "insert into " + entity + " (" + name + ") values (:value) on conflict do nothing")
                .setParameter("value", value)
                .executeUpdate();
    }

    /** A host's snapshot may be older than the row that was in the way. */
    private Optional<Long> findNewer(EntityManager entityManager, String value) {
        return RowLock.shared(entityManager).ids(type, name, List.of(value)).stream()
                .findFirst();
    }
}
