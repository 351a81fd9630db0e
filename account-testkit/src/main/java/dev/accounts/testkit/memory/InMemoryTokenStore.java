package dev.accounts.testkit.memory;

import dev.accounts.model.AuthToken;
import dev.accounts.model.Identity;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.User;
import dev.accounts.spi.TokenOwner;
import dev.accounts.spi.TokenStore;
import dev.accounts.testkit.memory.InMemoryTables.TokenRow;
import dev.accounts.testkit.memory.InMemoryTables.UserRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tokens in memory. */
record InMemoryTokenStore(InMemoryTables tables) implements TokenStore {

    private static final Comparator<TokenRow> OLDEST_FIRST =
            Comparator.comparing((TokenRow row) -> row.token().createdAt()).thenComparing(TokenRow::number);

    @Override
    public boolean issue(VerifiedLogin login) {
        synchronized (tables) {
            Optional<UserRow> owner = tables.users
                    .find(login.token().userId())
                    .filter(row -> row.state().active())
                    .filter(row -> row.state().passwordHash().equals(login.verifiedHash()))
                    .filter(row -> row.state().secondFactor() == login.secondFactor());
            owner.ifPresent(row -> store(row, login));
            return owner.isPresent();
        }
    }

    private void store(UserRow owner, VerifiedLogin login) {
        AuthToken token = login.token();
        TokenDigest digest = token.digest();
        if (tables.tokens.has(digest)) {
            throw InMemoryTables.broken("the token exists already");
        }
        List<TokenRow> others = rows(token.userId())
                .filter(row -> row.token().delegation().isNone())
                .sorted(OLDEST_FIRST)
                .toList();
        others.stream()
                .limit(Math.max(0, others.size() + 1 - login.maxTokens()))
                .forEach(row -> tables.tokens.remove(row.token().digest()));
        tables.tokens.put(digest, new TokenRow(token, tables.lastToken.incrementAndGet()));
        UserRow hashed = login.currentHash().equals(login.verifiedHash())
                ? owner
                : owner.with(owner.state().withPasswordHash(login.currentHash()));
        User loggedIn = new UserEdit(hashed.user()).lastLogin(token.createdAt()).user();
        tables.users.put(token.userId(), hashed.with(loggedIn));
    }

    private Stream<TokenRow> rows(long userId) {
        return tables.tokens.stream().filter(row -> row.token().userId() == userId);
    }

    private Optional<AuthToken> find(TokenDigest digest) {
        return tables.tokens.find(digest).map(TokenRow::token);
    }

    @Override
    public Optional<TokenOwner> findOwner(TokenDigest digest) {
        synchronized (tables) {
            return find(digest)
                    .flatMap(token -> tables.users.find(token.userId()).map(row -> owner(row, token)));
        }
    }

    @Override
    public Optional<PermittedOwner> findPermittedOwner(TokenDigest digest) {
        synchronized (tables) {
            return findOwner(digest)
                    .map(owner -> new PermittedOwner(
                            owner,
                            new InMemoryRoleStore(tables)
                                    .effective(owner.identity().id())));
        }
    }

    private static TokenOwner owner(UserRow row, AuthToken token) {
        User user = row.user();
        Identity identity = new Identity(
                user.id(),
                user.username(),
                user.email(),
                user.staff(),
                user.superuser(),
                token.authentication(),
                token.delegation());
        return new TokenOwner(
                identity, user.active(), row.state().secondFactor(), token.lastUsedAt(), token.expiresAt());
    }

    @Override
    public boolean end(TokenDigest digest, Instant now) {
        synchronized (tables) {
            return find(digest).filter(token -> !hasExpired(token, now)).isPresent() && tables.tokens.remove(digest);
        }
    }

    static boolean hasExpired(AuthToken token, Instant now) {
        return token.expiresAt().filter(expiry -> !now.isBefore(expiry)).isPresent();
    }

    @Override
    public List<AuthToken> list(long userId) {
        synchronized (tables) {
            return rows(userId)
                    .sorted(OLDEST_FIRST.reversed())
                    .map(TokenRow::token)
                    .toList();
        }
    }

    @Override
    public int endAll(long userId, Optional<TokenDigest> kept) {
        synchronized (tables) {
            return tables.tokens.removeIf(row -> row.token().userId() == userId
                    && !kept.equals(Optional.of(row.token().digest())));
        }
    }

    @Override
    public boolean touch(TokenDigest digest, Instant now, Instant notSince) {
        return new InMemoryUnitOfWork(tables)
                .apart(() -> tables.tokens
                        .find(digest)
                        .filter(row -> isFurther(row.token().lastUsedAt(), now, notSince))
                        .map(row -> used(row, now))
                        .isPresent());
    }

    private static boolean isFurther(Instant lastUsedAt, Instant now, Instant notSince) {
        return lastUsedAt.isBefore(notSince) || lastUsedAt.isAfter(now.plus(Duration.between(notSince, now)));
    }

    private TokenRow used(TokenRow row, Instant now) {
        TokenRow next = new TokenRow(row.token().usedAt(now), row.number());
        tables.tokens.put(row.token().digest(), next);
        return next;
    }

    @Override
    public int purge(Instant now, Optional<Instant> unusedSince, int limit) {
        synchronized (tables) {
            return tables.tokens.removeIf(
                    row -> hasExpired(row.token(), now)
                            || (row.token().delegation().isNone()
                                    && unusedSince
                                            .filter(since ->
                                                    !row.token().lastUsedAt().isAfter(since))
                                            .isPresent()),
                    limit);
        }
    }
}
