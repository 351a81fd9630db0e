package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.sql.StoredMethods;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.AuthToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.factor.TokenRenewalStore;

/** Replaces tokens in the table {@code account_token}. */
public record JpaTokenRenewalStore(StoreCalls calls) implements TokenRenewalStore {

    private static final String RENEW = """
            update AccountToken t
            set t.digest = :digest, t.lastUsedAt = :now, t.authenticatedAt = :at, t.methods = :methods
            where t.digest = :former and (t.expiresAt is null or t.expiresAt > :now)""";

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
