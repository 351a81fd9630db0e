package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.OneTimeTokenStore;
import dev.accounts.spi.StoredOneTimeToken;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Stores the tokens of one-time links in the table {@code account_one_time_token}. */
public record JpaOneTimeTokenStore(StoreCalls calls) implements OneTimeTokenStore {

    private static final String FIND = """
            select t.digest, t.purpose, t.userId, t.address, t.createdAt, t.expiresAt
            from AccountOneTimeToken t where t.digest = :digest""";

    private static final String USE =
            "delete from AccountOneTimeToken t where t.digest = :digest and t.expiresAt > :now";

    private static final String END_ALL = "delete from AccountOneTimeToken t where t.userId = :userId";

    private static final Purge EXPIRED = new Purge("AccountOneTimeToken", "digest", "e.expiresAt <= :now");

    @Override
    public boolean issue(StoredOneTimeToken token) {
        return calls.write(entityManager -> new OneTimeTokenIssue(entityManager, token).run());
    }

    @Override
    public Optional<StoredOneTimeToken> find(TokenDigest digest) {
        return calls.read(entityManager ->
                entityManager
                        .createQuery(FIND, Object[].class)
                        .setParameter("digest", digest.hex())
                        .getResultList()
                        .stream()
                        .map(JpaOneTimeTokenStore::token)
                        .findFirst());
    }

    @Override
    public boolean use(TokenDigest digest, Instant now) {
        return calls.write(entityManager -> mutation(entityManager, USE)
                        .setParameter("digest", digest.hex())
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
                new TokenDigest((String) row[0]),
                AccountMessage.Kind.valueOf((String) row[1]),
                (Long) row[2],
                (String) row[3],
                (Instant) row[4],
                (Instant) row[5]);
    }
}
