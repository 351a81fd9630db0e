package dev.accounts.jpa.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;

/**
 * Reads and locks the latest rows, even if the snapshot of the transaction is older. Others cannot change them until
 * the transaction ends. No row stays in a host's persistence context.
 */
record RowLock(EntityManager entityManager, LockModeType mode) {

    static RowLock shared(EntityManager entityManager) {
        return new RowLock(entityManager, LockModeType.PESSIMISTIC_READ);
    }

    static RowLock exclusive(EntityManager entityManager) {
        return new RowLock(entityManager, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Returns the ids of the rows whose attribute has one of the values. */
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
