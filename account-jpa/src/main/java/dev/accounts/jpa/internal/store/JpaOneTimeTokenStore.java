package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.OneTimeTokenStore;
import dev.accounts.spi.StoredOneTimeToken;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores one-time tokens in the table {@code account_one_time_token}. */
public record JpaOneTimeTokenStore(StoreCalls calls) implements OneTimeTokenStore {

    private static final String FIND = """
            select t.digest, t.purpose, t.userId, t.address, t.payload, t.createdAt, t.expiresAt
            from AccountOneTimeToken t where t.digest = :digest""";

    private static final String USE =
            "delete from AccountOneTimeToken t where t.digest = :digest and t.expiresAt > :now";

    private static final String END_ALL = "delete from AccountOneTimeToken t where t.userId = :userId";

    private static final Purge EXPIRED = new Purge("AccountOneTimeToken", "digest", "e.expiresAt <= :now");

    @Override
    public boolean issue(StoredOneTimeToken token) {
        return calls.write(entityManager -> new Issue(entityManager, token).run());
    }

    @Override
    public Optional<StoredOneTimeToken> find(TokenDigest digest) {
        return calls.read(entityManager ->
                entityManager
                        .createQuery(FIND, Object[].class)
                        .setParameter("digest", digest.bytes())
                        .getResultList()
                        .stream()
                        .map(JpaOneTimeTokenStore::token)
                        .findFirst());
    }

    @Override
    public boolean use(TokenDigest digest, Instant now) {
        return calls.write(entityManager -> mutation(entityManager, USE)
                        .setParameter("digest", digest.bytes())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1);
    }

    @Override
    public int endAll(long userId) {
        return calls.write(entityManager ->
                mutation(entityManager, END_ALL).setParameter("userId", userId).executeUpdate());
    }

    @Override
    public int purge(Instant now, int limit) {
        return EXPIRED.run(calls, Map.of("now", now), limit);
    }

    private static StoredOneTimeToken token(Object[] row) {
        return new StoredOneTimeToken(
                TokenDigest.ofBytes((byte[]) row[0]),
                StoredOneTimeToken.Purpose.valueOf((String) row[1]),
                (Long) row[2],
                (String) row[3],
                (String) row[4],
                (Instant) row[5],
                (Instant) row[6]);
    }

    /**
     * Replaces the token that a user has for a purpose. It locks the user first, so that simultaneous requests for one user
     * run one after the other.
     */
    private record Issue(EntityManager entityManager, StoredOneTimeToken token) {

        private static final String FIND_FORMER =
                "select t.digest from AccountOneTimeToken t where t.userId = :userId and t.purpose = :purpose";

        private static final String DELETE_FORMER = "delete from AccountOneTimeToken t where t.digest in :digests";

        private static final String INSERT = """
                insert into AccountOneTimeToken (digest, userId, purpose, address, payload, createdAt, expiresAt)
                values (:digest, :userId, :purpose, :address, :payload, :createdAt, :expiresAt)""";

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
            List<byte[]> former = entityManager
                    .createQuery(FIND_FORMER, byte[].class)
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
                    .setParameter("digest", token.digest().bytes())
                    .setParameter("userId", token.userId())
                    .setParameter("purpose", token.purpose().name())
                    .setParameter("address", token.address())
                    .setParameter("payload", token.payload())
                    .setParameter("createdAt", token.createdAt())
                    .setParameter("expiresAt", token.expiresAt())
                    .executeUpdate();
        }
    }
}
