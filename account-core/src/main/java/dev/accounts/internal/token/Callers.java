package dev.accounts.internal.token;

import dev.accounts.internal.event.EventPublisher;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.Identity;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.spi.TokenOwner;
import dev.accounts.spi.TokenSource;
import dev.accounts.spi.TokenStore;
import dev.accounts.spi.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells callers by their tokens. A text that cannot be a token is refused before the store is asked. */
public final class Callers {

    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);

    private final UnitOfWork work;
    private final TokenStore tokens;
    private final InstantSource clock;
    private final TokenPolicy policy;
    private final EventPublisher events;

    public Callers(UnitOfWork work, TokenStore tokens, InstantSource clock, TokenPolicy policy, EventPublisher events) {
        this.work = work;
        this.tokens = tokens;
        this.clock = clock;
        this.policy = policy;
        this.events = events;
    }

    /** Who calls, and with which token. */
    public record Caller(Identity identity, TokenDigest digest, UUID sessionId) {

        public long id() {
            return identity.id();
        }
    }

    public Identity authenticate(@Nullable String token) {
        return caller(token).identity();
    }

    public Caller caller(@Nullable String token) {
        TokenDigest digest = digest(token);
        TokenOwner owner = owner(digest);
        if (!owner.active()) {
            throw new NotAuthenticatedException(Reason.USER_INACTIVE);
        }
        noteUse(digest, owner.lastUsedAt());
        return new Caller(owner.identity(), digest, owner.tokenId());
    }

    public void logout(@Nullable String token, Optional<String> source) {
        TokenDigest digest = digest(token);
        TokenOwner owner = owner(digest);
        boolean ended = work.atomically(() -> {
            boolean live = tokens.end(digest, clock.instant());
            if (live) {
                events.publish(new AccountEvent.LoggedOut(
                        events.byOwner(owner.identity().id(), source), owner.tokenId()));
            }
            return live;
        });
        if (!ended) {
            throw new NotAuthenticatedException(Reason.TOKEN_INVALID);
        }
        LOG.debug("a token ended by logout");
    }

    private TokenOwner owner(TokenDigest digest) {
        return tokens.findOwner(digest)
                .filter(owner -> isLive(owner.expiresAt(), owner.lastUsedAt()))
                .orElseThrow(() -> new NotAuthenticatedException(Reason.TOKEN_INVALID));
    }

    public boolean isLive(Optional<Instant> expiresAt, Instant lastUsedAt) {
        return expiry(expiresAt, lastUsedAt).map(clock.instant()::isBefore).orElse(true);
    }

    /** When a token ends if it is not used again. */
    public Optional<Instant> expiry(Optional<Instant> expiresAt, Instant lastUsedAt) {
        Optional<Instant> idle = policy.idleTimeout().map(lastUsedAt::plus);
        return idle.filter(end -> expiresAt.map(end::isBefore).orElse(true)).or(() -> expiresAt);
    }

    /** It serves the owner's list and the idle timeout; no request fails for it. */
    private void noteUse(TokenDigest digest, Instant lastUsedAt) {
        Instant now = clock.instant();
        Instant notSince = now.minus(policy.effectiveLastUseInterval());
        if (lastUsedAt.isAfter(notSince)) {
            return;
        }
        try {
            tokens.touch(digest, now, notSince);
        } catch (StorageException e) {
            LOG.debug("the use of a token could not be noted down", e);
        }
    }

    private static TokenDigest digest(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            throw new NotAuthenticatedException(Reason.TOKEN_MISSING);
        }
        if (!isWellFormed(token)) {
            throw new NotAuthenticatedException(Reason.TOKEN_INVALID);
        }
        return TokenDigest.of(token);
    }

    static boolean isWellFormed(String token) {
        return token.length() == TokenSource.HEX_DIGITS
                && token.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    static String requireWellFormed(String value) {
        if (!isWellFormed(value)) {
            throw new IllegalStateException("the token source must give 40 lower-case hex digits");
        }
        return value;
    }
}
