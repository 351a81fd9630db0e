package dev.accounts.testkit.memory;

import dev.accounts.model.TokenDigest;
import dev.accounts.spi.OneTimeTokenStore;
import dev.accounts.spi.StoredOneTimeToken;
import java.time.Instant;
import java.util.Optional;

/** One-time tokens in memory. */
record InMemoryOneTimeTokenStore(InMemoryTables tables) implements OneTimeTokenStore {

    @Override
    public boolean issue(StoredOneTimeToken token) {
        synchronized (tables) {
            if (!tables.users.has(token.userId())) {
                return false;
            }
            if (tables.oneTimeTokens.has(token.digest())) {
                throw InMemoryTables.broken("the token exists already");
            }
            tables.oneTimeTokens.removeIf(
                    other -> other.userId() == token.userId() && other.purpose() == token.purpose());
            tables.oneTimeTokens.put(token.digest(), token);
            return true;
        }
    }

    @Override
    public Optional<StoredOneTimeToken> find(TokenDigest digest) {
        synchronized (tables) {
            return tables.oneTimeTokens.find(digest);
        }
    }

    @Override
    public boolean use(TokenDigest digest, Instant now) {
        synchronized (tables) {
            return find(digest).filter(token -> now.isBefore(token.expiresAt())).isPresent()
                    && tables.oneTimeTokens.remove(digest);
        }
    }

    @Override
    public int endAll(long userId) {
        synchronized (tables) {
            return tables.oneTimeTokens.removeIf(token -> token.userId() == userId);
        }
    }

    @Override
    public int purge(Instant now, int limit) {
        synchronized (tables) {
            return tables.oneTimeTokens.removeIf(token -> !now.isBefore(token.expiresAt()), limit);
        }
    }
}
