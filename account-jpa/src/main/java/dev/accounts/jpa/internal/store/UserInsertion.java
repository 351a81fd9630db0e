package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.TownEntity;
import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.jpa.internal.sql.ClaimQuery;
import dev.accounts.jpa.internal.sql.UserTowns;
import dev.accounts.jpa.internal.transaction.DatabaseFailure;
import dev.accounts.model.User;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Conflicts;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.NewUser;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;

/** Inserts one user with its towns. No statement throws on a conflict: an exception would doom a host's transaction. */
record UserInsertion(EntityManager entityManager, ClaimQuery claims, UserTowns userTowns, NewUser user) {

    private static final String INSERT = """
            insert into AccountUser (username, usernameKey, email, emailKey, passwordHash,
                firstName, lastName, active, staff, superuser, secondFactor, dateJoined, daysCount, insertionId)
            values (:username, :usernameKey, :email, :emailKey, :passwordHash,
                '', '', true, false, false, false, :dateJoined, :daysCount, :insertionId)
            on conflict do nothing""";

    /**
     * Tells whether this insertion created the row. The row count does not: after a conflict it differs between
     * databases.
     */
    private static final String FIND_OWN =
            "select u.id from AccountUser u where u.usernameKey = :usernameKey and u.insertionId = :insertionId";

    private static final String DELETE_TOWNS = "delete from AccountUserTown ut where ut.userId = :id";
    private static final String DELETE = "delete from AccountUser u where u.id = :id";

    Insertion run() {
        Claim claim = user.claim();
        String insertionId = UUID.randomUUID().toString();
        insert(claim, insertionId);
        Optional<Long> id = entityManager
                .createQuery(FIND_OWN, Long.class)
                .setParameter("usernameKey", claim.usernameKey().orElseThrow())
                .setParameter("insertionId", insertionId)
                .getResultList()
                .stream()
                .findFirst();
        if (id.isEmpty()) {
            return new Insertion.Refused(inTheWay(claim));
        }
        NavigableSet<Long> unknown = new TreeSet<>(claim.towns());
        if (!unknown.isEmpty()) {
            // H2 does not keep a town from being deleted while the transaction that follows it is under way.
            unknown.removeAll(RowLock.shared(entityManager).ids(TownEntity.class, "id", claim.towns()));
            onConnection(connection -> userTowns.insert(connection, id.get(), claim.towns()));
        }
        return unknown.isEmpty() ? new Insertion.Stored(id.get()) : takeBack(id.get(), unknown);
    }

    private void insert(Claim claim, String insertionId) {
        mutation(entityManager, INSERT)
                .setParameter("username", user.username())
                .setParameter("usernameKey", claim.usernameKey().orElseThrow())
                .setParameter("email", user.email())
                .setParameter("emailKey", claim.emailKey().orElse(null))
                .setParameter("passwordHash", user.passwordHash())
                .setParameter("dateJoined", user.dateJoined())
                .setParameter("daysCount", User.DEFAULT_DAYS_COUNT)
                .setParameter("insertionId", insertionId)
                .executeUpdate();
    }

    /** Returns what stopped the insertion, which saw the latest rows. A host's transaction may have an older snapshot. */
    private Conflicts inTheWay(Claim claim) {
        Conflicts seen = onConnection(connection -> claims.conflicts(connection, claim));
        if (seen.usernameTaken() || seen.emailTaken()) {
            return seen;
        }
        Conflicts newer = Conflicts.of(
                claim.usernameKey().filter(key -> isHeld("usernameKey", key)).isPresent(),
                claim.emailKey().filter(key -> isHeld("emailKey", key)).isPresent(),
                seen.unknownTowns());
        if (!newer.usernameTaken() && !newer.emailTaken()) {
            throw DatabaseFailure.rowInTheWayIsGone();
        }
        return newer;
    }

    private boolean isHeld(String attribute, String key) {
        return !RowLock.shared(entityManager)
                .ids(UserEntity.class, attribute, List.of(key))
                .isEmpty();
    }

    private <R> R onConnection(ReturningWork<R> work) {
        return entityManager.unwrap(Session.class).doReturningWork(work);
    }

    /** Deletes the inserted rows because a town is unknown. The transaction may be a host's, and continue. */
    private Insertion takeBack(long id, SortedSet<Long> unknownTowns) {
        mutation(entityManager, DELETE_TOWNS).setParameter("id", id).executeUpdate();
        mutation(entityManager, DELETE).setParameter("id", id).executeUpdate();
        return new Insertion.Refused(Conflicts.of(false, false, unknownTowns));
    }
}
