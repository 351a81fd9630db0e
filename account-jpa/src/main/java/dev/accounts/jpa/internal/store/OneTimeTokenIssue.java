package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.spi.StoredOneTimeToken;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Replaces the token that a user has for a purpose. It locks the user first, so that simultaneous requests for one user
 * run one after the other.
 */
record OneTimeTokenIssue(EntityManager entityManager, StoredOneTimeToken token) {

    private static final String FIND_FORMER =
            "select t.digest from AccountOneTimeToken t where t.userId = :userId and t.purpose = :purpose";

    private static final String DELETE_FORMER = "delete from AccountOneTimeToken t where t.digest in :digests";

    private static final String INSERT = """
            insert into AccountOneTimeToken (digest, userId, purpose, address, createdAt, expiresAt)
            values (:digest, :userId, :purpose, :address, :createdAt, :expiresAt)""";

    /** Returns false if the user does not exist. */
    boolean run() {
        if (RowLock.exclusive(entityManager)
                .ids(UserEntity.class, "id", List.of(token.userId()))
                .isEmpty()) {
            return false;
        }
        deleteFormer();
        insert();
        return true;
    }

    /**
     * Deletes by digest. A deletion by user and purpose that finds nothing would make MariaDB lock a gap, and gaps
     * belong to many users.
     */
    private void deleteFormer() {
        List<String> former = entityManager
                .createQuery(FIND_FORMER, String.class)
                .setParameter("userId", token.userId())
                .setParameter("purpose", token.purpose().name())
                .getResultList();
        if (!former.isEmpty()) {
            mutation(entityManager, DELETE_FORMER)
                    .setParameter("digests", former)
                    .executeUpdate();
        }
    }

    private void insert() {
        mutation(entityManager, INSERT)
                .setParameter("digest", token.digest().hex())
                .setParameter("userId", token.userId())
                .setParameter("purpose", token.purpose().name())
                .setParameter("address", token.address())
                .setParameter("createdAt", token.createdAt())
                .setParameter("expiresAt", token.expiresAt())
                .executeUpdate();
    }
}
