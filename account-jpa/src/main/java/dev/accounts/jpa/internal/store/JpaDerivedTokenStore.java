package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.sql.StoredDelegation;
import dev.accounts.jpa.internal.sql.StoredMethods;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.AuthToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.factor.DerivedTokenStore;

/** Stores tokens that derive from sessions in the table {@code account_token}. */
public record JpaDerivedTokenStore(StoreCalls calls) implements DerivedTokenStore {

    private static final String RENEW = """
            update AccountToken t
            set t.digest = :digest, t.lastUsedAt = :now, t.authenticatedAt = :at, t.methods = :methods
            where t.digest = :former and (t.expiresAt is null or t.expiresAt > :now)""";

    private static final String INSERT = """
            insert into AccountToken (digest, userId, label, createdAt, lastUsedAt, expiresAt, authenticatedAt, methods, delegation)
            values (:digest, :userId, :label, :createdAt, :lastUsedAt, :expiresAt, :at, :methods, :delegation)""";

    @Override
    public void add(AuthToken token) {
        calls.write(entityManager -> mutation(entityManager, INSERT)
                .setParameter("digest", token.digest().bytes())
                .setParameter("userId", token.userId())
                .setParameter("label", token.label())
                .setParameter("createdAt", token.createdAt())
                .setParameter("lastUsedAt", token.lastUsedAt())
                .setParameter("expiresAt", token.expiresAt().orElse(null))
                .setParameter("at", token.authentication().at())
                .setParameter("methods", StoredMethods.of(token.authentication()))
                .setParameter("delegation", StoredDelegation.of(token.delegation()))
                .executeUpdate());
    }

    @Override
    public boolean renew(TokenDigest former, AuthToken next) {
        return calls.write(entityManager -> mutation(entityManager, RENEW)
                        .setParameter("digest", next.digest().bytes())
                        .setParameter("now", next.lastUsedAt())
                        .setParameter("at", next.authentication().at())
                        .setParameter("methods", StoredMethods.of(next.authentication()))
                        .setParameter("former", former.bytes())
                        .executeUpdate()
                == 1);
    }
}
