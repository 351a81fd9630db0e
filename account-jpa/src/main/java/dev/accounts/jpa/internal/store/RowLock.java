package dev.accounts.jpa.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;

/**
 * Reads past the snapshot of a transaction, which may be older than what was committed since, and keeps others from changing
 * what was read until the transaction ends. Nothing that was read stays in a host's persistence context.
 */
record RowLock(EntityManager entityManager, LockModeType mode) {

    static RowLock shared(EntityManager entityManager) {
        return new RowLock(entityManager, LockModeType.PESSIMISTIC_READ);
    }

    static RowLock exclusive(EntityManager entityManager) {
        return new RowLock(entityManager, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The ids of the rows whose attribute is one of the keys. */
    List<Long> ids(Class<?> type, String attribute, Collection<?> keys) {
        EntityManagerFactory unit = entityManager.getEntityManagerFactory();
        String entity = unit.getMetamodel().entity(type).getName();
        List<?> rows = entityManager
                .createQuery("select e from " + entity + " e where e." + attribute + " in :keys order by e.id", type)
                .setParameter("keys", keys)
                .setLockMode(mode)
                .getResultList();
        rows.forEach(entityManager::detach);
        return rows.stream()
                .map(row -> (Long) unit.getPersistenceUnitUtil().getIdentifier(row))
                .toList();
    }
}
