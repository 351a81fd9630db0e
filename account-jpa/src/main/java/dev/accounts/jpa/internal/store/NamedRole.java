package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.GroupEntity;
import dev.accounts.jpa.internal.entity.PermissionEntity;
import dev.accounts.jpa.internal.transaction.DatabaseFailure;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * Finds or creates a role by its unique name. No statement throws on a conflict: an exception would doom a host's
 * transaction.
 *
 * @param type the class of the entity
 * @param entity the name of the entity
 * @param name the attribute that holds the unique name
 */
record NamedRole(Class<?> type, String entity, String name) {

    static final NamedRole GROUP = new NamedRole(GroupEntity.class, "AccountGroup", "name");
    static final NamedRole PERMISSION = new NamedRole(PermissionEntity.class, "AccountPermission", "code");

    /** Returns the id of the role, which this or another transaction creates if it does not exist. */
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

    /** Reads past the snapshot of a host's transaction, which may be older than the conflicting row. */
    private Optional<Long> findNewer(EntityManager entityManager, String value) {
        return RowLock.shared(entityManager).ids(type, name, List.of(value)).stream()
                .findFirst();
    }
}
