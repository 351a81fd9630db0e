package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.sql.StoredDelegation;
import dev.accounts.jpa.internal.sql.StoredMethods;
import dev.accounts.jpa.internal.sql.TokenEnd;
import dev.accounts.jpa.internal.sql.TokenIssue;
import dev.accounts.jpa.internal.sql.TokenOwnerQuery;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.AuthToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.TokenOwner;
import dev.accounts.spi.TokenStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

/** Stores tokens in the table {@code account_token}. */
public record JpaTokenStore(StoreCalls calls, TokenOwnerQuery owners, TokenIssue issue, TokenEnd end, TokenTouch touch)
        implements TokenStore {

    private static final String LIST = """
            select t.digest, t.userId, t.label, t.createdAt, t.lastUsedAt, t.expiresAt, t.methods,
                coalesce(t.authenticatedAt, t.createdAt), t.delegation
            from AccountToken t where t.userId = :userId order by t.createdAt desc, t.digest desc""";

    private static final String END_ALL = "delete from AccountToken t where t.userId = :userId and t.digest <> :kept";

    private static final Purge EXPIRED = new Purge("AccountToken", "digest", "e.expiresAt <= :now");
    private static final Purge EXPIRED_OR_UNUSED = new Purge(
            "AccountToken",
            "digest",
            "(e.expiresAt <= :now or (e.lastUsedAt <= :unusedSince and e.delegation is null))");

    public static JpaTokenStore in(StoreCalls calls, TableNames tables) {
        return new JpaTokenStore(
                calls, TokenOwnerQuery.in(tables), TokenIssue.in(tables), TokenEnd.in(tables), TokenTouch.in(tables));
    }

    @Override
    public boolean issue(VerifiedLogin login) {
        return calls.write(entityManager ->
                entityManager.unwrap(Session.class).doReturningWork(connection -> issue.run(connection, login)));
    }

    @Override
    public Optional<TokenOwner> findOwner(TokenDigest digest) {
        return calls.query(connection -> owners.find(connection, digest));
    }

    @Override
    public Optional<PermittedOwner> findPermittedOwner(TokenDigest digest) {
        return calls.query(connection -> owners.findPermitted(connection, digest));
    }

    @Override
    public boolean end(TokenDigest digest, Instant now) {
        return calls.change(connection -> end.run(connection, digest, now));
    }

    @Override
    public List<AuthToken> list(long userId) {
        return calls.read(entityManager ->
                entityManager.createQuery(LIST, Object[].class).setParameter("userId", userId).getResultList().stream()
                        .map(JpaTokenStore::token)
                        .toList());
    }

    @Override
    public int endAll(long userId, Optional<TokenDigest> kept) {
        return calls.write(entityManager -> mutation(entityManager, END_ALL)
                .setParameter("userId", userId)
                .setParameter("kept", kept.map(TokenDigest::bytes).orElse(new byte[0]))
                .executeUpdate());
    }

    @Override
    public boolean touch(TokenDigest digest, Instant now, Instant notSince) {
        return calls.apart(() -> calls.write(entityManager -> touch.run(entityManager, digest, now, notSince)));
    }

    @Override
    public int purge(Instant now, Optional<Instant> unusedSince, int limit) {
        return unusedSince
                .map(since -> EXPIRED_OR_UNUSED.run(calls, Map.of("now", now, "unusedSince", since), limit))
                .orElseGet(() -> EXPIRED.run(calls, Map.of("now", now), limit));
    }

    private static AuthToken token(Object[] row) {
        return new AuthToken(
                TokenDigest.ofBytes((byte[]) row[0]),
                (Long) row[1],
                (String) row[2],
                (Instant) row[3],
                (Instant) row[4],
                Optional.ofNullable((Instant) row[5]),
                StoredMethods.read((String) row[6], (Instant) row[7]),
                StoredDelegation.read((String) row[8]));
    }
}
