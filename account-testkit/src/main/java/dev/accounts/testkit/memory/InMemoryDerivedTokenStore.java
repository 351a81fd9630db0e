package dev.accounts.testkit.memory;

import dev.accounts.model.AuthToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.factor.DerivedTokenStore;
import dev.accounts.testkit.memory.InMemoryTables.TokenRow;
import java.util.Optional;

/** Tokens in memory that derive from sessions. */
record InMemoryDerivedTokenStore(InMemoryTables tables) implements DerivedTokenStore {

    @Override
    public boolean renew(TokenDigest former, AuthToken next) {
        synchronized (tables) {
            Optional<TokenRow> row = tables.tokens
                    .find(former)
                    .filter(found -> !InMemoryTokenStore.hasExpired(found.token(), next.lastUsedAt()));
            if (row.isPresent() && tables.tokens.has(next.digest())) {
                throw InMemoryTables.broken("the token exists already");
            }
            row.ifPresent(found -> {
                tables.tokens.remove(former);
                tables.tokens.put(next.digest(), new TokenRow(renewed(found.token(), next), found.number()));
            });
            return row.isPresent();
        }
    }

    @Override
    public void add(AuthToken token) {
        synchronized (tables) {
            if (!tables.users.has(token.userId()) || tables.tokens.has(token.digest())) {
                throw InMemoryTables.broken("there is no such user, or the token exists already");
            }
            tables.tokens.put(token.digest(), new TokenRow(token, tables.lastToken.incrementAndGet()));
        }
    }

    private static AuthToken renewed(AuthToken former, AuthToken next) {
        return new AuthToken(
                next.digest(),
                former.userId(),
                former.label(),
                former.createdAt(),
                next.lastUsedAt(),
                former.expiresAt(),
                next.authentication(),
                former.delegation());
    }
}
