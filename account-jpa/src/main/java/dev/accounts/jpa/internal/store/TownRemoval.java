package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.TownEntity;
import dev.accounts.jpa.internal.entity.UserTownEntity;
import dev.accounts.spi.TownStore.Change;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** Deletes one town. It locks the town first: every change that lets a user follow a town locks that town, too. */
record TownRemoval(EntityManager entityManager, long id) {

    private static final String FOLLOWERS = "select ut from AccountUserTown ut where ut.townId = :id";

    private static final String MOVE = """
            insert into AccountUserTown (userId, townId)
            select ut.userId, t.id from AccountUserTown ut, AccountTown t where ut.townId = :id and t.id = :replacement
                and not exists (select x.townId from AccountUserTown x where x.userId = ut.userId and x.townId = t.id)""";

    private static final String UNFOLLOW = "delete from AccountUserTown ut where ut.townId = :id";
    private static final String DELETE = "delete from AccountTown t where t.id = :id";

    Change run() {
        if (locked(List.of(id)).isEmpty()) {
            return Change.UNKNOWN;
        }
        if (isFollowed()) {
            return Change.REFUSED;
        }
        mutation(entityManager, DELETE).setParameter("id", id).executeUpdate();
        return Change.DONE;
    }

    /** Lets the followers follow another town instead. Returns the ids that belong to no town. */
    SortedSet<Long> inFavourOf(long replacementId) {
        NavigableSet<Long> unknown = new TreeSet<>(List.of(id, replacementId));
        unknown.removeAll(locked(unknown));
        if (unknown.isEmpty()) {
            mutation(entityManager, MOVE)
                    .setParameter("id", id)
                    .setParameter("replacement", replacementId)
                    .executeUpdate();
            mutation(entityManager, UNFOLLOW).setParameter("id", id).executeUpdate();
            mutation(entityManager, DELETE).setParameter("id", id).executeUpdate();
        }
        return unknown;
    }

    private List<Long> locked(Collection<Long> towns) {
        return RowLock.exclusive(entityManager).ids(TownEntity.class, "id", towns);
    }

    /** Reads past the snapshot of the transaction, which may be older than the lock. */
    private boolean isFollowed() {
        List<UserTownEntity> followers = entityManager
                .createQuery(FOLLOWERS, UserTownEntity.class)
                .setParameter("id", id)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList();
        followers.forEach(entityManager::detach);
        return !followers.isEmpty();
    }
}
