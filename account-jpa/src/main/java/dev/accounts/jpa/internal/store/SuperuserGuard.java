package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.UserEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.List;

/**
 * Makes transactions that decide about superusers run one after the other. It updates a row and does not merely lock
 * it: the nodes of a Galera cluster exchange changes, not locks.
 */
record SuperuserGuard(EntityManager entityManager) {

    private static final String TAKE =
            "update AccountGuard g set g.counter = g.counter + 1 where g.name = 'superusers'";

    private static final String OTHERS =
            "select u from AccountUser u where u.superuser = true and u.active = true and u.id <> :id";

    /**
     * Returns whether another active superuser exists. It reads past the snapshot of the transaction, which may date
     * from before the wait for its turn.
     */
    boolean hasOther(long userId) {
        if (mutation(entityManager, TAKE).executeUpdate() != 1) {
            throw new PersistenceException("account_guard has no row 'superusers'");
        }
        List<UserEntity> others = entityManager
                .createQuery(OTHERS, UserEntity.class)
                .setParameter("id", userId)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList();
        others.forEach(entityManager::detach);
        return !others.isEmpty();
    }
}
