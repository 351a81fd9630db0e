package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.spi.StoredOneTimeToken;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Puts a token in the place of another. The user is locked first: simultaneous requests for one user follow one another. */
record OneTimeTokenIssue(EntityManager entityManager, StoredOneTimeToken token) {

    private static final String FIND_FORMER =
            "select t.digest from AccountOneTimeToken t where t.userId = :userId and t.purpose = :purpose";

    private static final String DELETE_FORMER = "delete from AccountOneTimeToken t where t.digest in :digests";

    private static final String INSERT = """
            insert into AccountOneTimeToken (digest, userId, purpose, address, createdAt, expiresAt)
            values (:digest, :userId, :purpose, :address, :createdAt, :expiresAt)""";

    /** False if there is no such user. */
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

    /** By its digest: MariaDB locks a gap where a deletion by user and purpose finds nothing, and gaps belong to many users. */
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
