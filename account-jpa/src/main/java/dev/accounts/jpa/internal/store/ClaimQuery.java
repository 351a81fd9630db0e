package dev.accounts.jpa.internal.store;

import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.jpa.internal.transaction.DatabaseFailure;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Conflicts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds which names of a claim are taken, and which of its towns do not exist. */
record ClaimQuery(EntityManager entityManager) {

    private static final String USERNAME = "username";
    private static final String EMAIL = "email";

    private static final String USERNAME_TAKEN =
            "select 'username', u.id from AccountUser u where u.usernameKey = :usernameKey";
    private static final String EMAIL_TAKEN = "select 'email', e.id from AccountUser e where e.emailKey = :emailKey";
    private static final String TOWNS_KNOWN = "select 'town', t.id from AccountTown t where t.id in :towns";

    /** Returns the conflicts of a claim, in one statement. */
    Conflicts conflicts(Claim claim) {
        List<String> parts = new ArrayList<>();
        claim.usernameKey().ifPresent(key -> parts.add(USERNAME_TAKEN));
        claim.emailKey().ifPresent(key -> parts.add(EMAIL_TAKEN));
        if (!claim.towns().isEmpty()) {
            parts.add(TOWNS_KNOWN);
        }
        if (parts.isEmpty()) {
            return Conflicts.none();
        }
        TypedQuery<Object[]> query = entityManager.createQuery(String.join(" union all ", parts), Object[].class);
        claim.usernameKey().ifPresent(key -> query.setParameter("usernameKey", key));
        claim.emailKey().ifPresent(key -> query.setParameter("emailKey", key));
        if (!claim.towns().isEmpty()) {
            query.setParameter("towns", claim.towns());
        }
        return conflicts(claim, query.getResultList());
    }

    /**
     * Returns the conflicts that stopped an insertion. The insertion saw the latest rows. A host's transaction may have
     * an older snapshot, so this method reads past it.
     */
    Conflicts afterInsertion(Claim claim) {
        Conflicts seen = conflicts(claim);
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

    private static Conflicts conflicts(Claim claim, List<Object[]> rows) {
        Set<Long> unknown = new HashSet<>(claim.towns());
        boolean usernameTaken = false;
        boolean emailTaken = false;
        for (Object[] row : rows) {
            usernameTaken |= row[0].equals(USERNAME);
            emailTaken |= row[0].equals(EMAIL);
            if (!row[0].equals(USERNAME) && !row[0].equals(EMAIL)) {
                unknown.remove((Long) row[1]);
            }
        }
        return Conflicts.of(usernameTaken, emailTaken, unknown);
    }

    private boolean isHeld(String attribute, String key) {
        return !RowLock.shared(entityManager)
                .ids(UserEntity.class, attribute, List.of(key))
                .isEmpty();
    }
}
