package dev.accounts;

import dev.accounts.model.AuthToken;
import dev.accounts.model.Identity;
import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.TokenOwner;
import dev.accounts.spi.TokenStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens of {@link StubStores}. */
record StubTokens(StubStores stores) implements TokenStore {

    @Override
    public boolean issue(VerifiedLogin login) {
        AuthToken token = login.token();
        if (stores.frozen
                || !login.verifiedHash().equals(stores.hashes.get(token.userId()))
                || stores.inactive.contains(token.userId())) {
            return false;
        }
        stores.hashes.put(token.userId(), login.currentHash());
        stores.lastLogins.put(token.userId(), token.createdAt());
        stores.live.put(token.digest(), token);
        return true;
    }

    @Override
    public Optional<TokenOwner> findOwner(TokenDigest digest) {
        stores.lookUps++;
        return Optional.ofNullable(stores.live.get(digest)).flatMap(this::owner);
    }

    private Optional<TokenOwner> owner(AuthToken token) {
        return stores.user(token.userId())
                .map(user -> new TokenOwner(
                        new Identity(user.id(), user.username(), user.email(), user.staff(), user.superuser()),
                        user.active(),
                        token.id(),
                        token.lastUsedAt(),
                        token.expiresAt()));
    }

    @Override
    public boolean end(TokenDigest digest, Instant now) {
        stores.lookUps++;
        AuthToken ended = stores.live.remove(digest);
        return ended != null && ended.expiresAt().map(now::isBefore).orElse(true);
    }

    @Override
    public List<AuthToken> list(long userId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int endAll(long userId, Optional<TokenDigest> kept) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean touch(TokenDigest digest, Instant now, Instant notSince) {
        stores.touches++;
        if (stores.touchFails) {
            throw new StorageException(StorageException.Outcome.UNKNOWN, new IllegalStateException("stub"));
        }
        return false;
    }

    @Override
    public int purge(Instant now, Optional<Instant> unusedSince, int limit) {
        return 0;
    }
}
