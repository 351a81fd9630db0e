package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.TownEntity;
import dev.accounts.model.Town;
import dev.accounts.spi.TownStore.Change;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/**
 * Gives one town another name. Renamings run one after the other, because no key of the table keeps names apart: towns may be
 * created with equal names.
 */
record TownRenaming(EntityManager entityManager, long id, String name) {

    private static final String TAKE_TURN =
            "update AccountGuard g set g.counter = g.counter + 1 where g.name = 'towns'";

    /** The script creates the row of superusers only. */
    private static final String CREATE_GUARD =
            "insert into AccountGuard (name, counter) values ('towns', 0) on conflict do nothing";

    private static final String FIND = "select t from AccountTown t where t.id = :id or t.name = :name order by t.id";
    private static final String RENAME = "update AccountTown t set t.name = :name where t.id = :id";

    Change run() {
        takeTurn();
        List<Town> found = found();
        Optional<Town> town = found.stream().filter(one -> one.id() == id).findFirst();
        if (town.isEmpty()) {
            return Change.UNKNOWN;
        }
        if (found.stream().anyMatch(other -> isInTheWay(other, town.get().country()))) {
            return Change.REFUSED;
        }
        mutation(entityManager, RENAME)
                .setParameter("name", name)
                .setParameter("id", id)
                .executeUpdate();
        return Change.DONE;
    }

    private boolean isInTheWay(Town other, String country) {
        return other.id() != id && other.name().equals(name) && other.country().equals(country);
    }

    private void takeTurn() {
        if (mutation(entityManager, TAKE_TURN).executeUpdate() == 0) {
            mutation(entityManager, CREATE_GUARD).executeUpdate();
            mutation(entityManager, TAKE_TURN).executeUpdate();
        }
    }

    /** Reads past the snapshot of the transaction, which may be older than its turn. */
    private List<Town> found() {
        List<TownEntity> rows = entityManager
                .createQuery(FIND, TownEntity.class)
                .setParameter("id", id)
                .setParameter("name", name)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        rows.forEach(entityManager::detach);
        return rows.stream().map(TownEntity::toTown).toList();
    }
}
