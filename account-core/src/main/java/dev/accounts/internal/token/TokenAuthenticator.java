package dev.accounts.internal.token;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.Identity;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.TokenOwner;
import dev.accounts.spi.TokenStore.PermittedOwner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Identifies callers by their tokens. A text that cannot be a token is refused without a look-up in the store. */
public final class TokenAuthenticator {

    private static final Logger LOG = LoggerFactory.getLogger(TokenAuthenticator.class);

    private final AccountStores stores;
    private final InstantSource clock;
    private final Optional<Duration> idleTimeout;
    private final Duration lastUseInterval;
    private final EventPublisher events;

    public TokenAuthenticator(AccountStores stores, InstantSource clock, TokenPolicy policy, EventPublisher events) {
        this.stores = stores;
        this.clock = clock;
        this.idleTimeout = policy.idleTimeout();
        this.lastUseInterval = lastUseInterval(policy);
        this.events = events;
    }

    /** A caller: who presents a token, which token, and from where. */
    public record Caller(Identity identity, TokenDigest digest, Optional<String> source) {

        public long id() {
            return identity.id();
        }

        /** Returns the caller as an actor on the caller's own account. */
        public Actor actor() {
            return Actor.owner(id(), source);
        }
    }

    public Identity authenticate(@Nullable String token) {
        return caller(token, Optional.empty()).identity();
    }

    public Caller caller(@Nullable String token, Optional<String> source) {
        TokenDigest digest = digest(token);
        Instant now = clock.instant();
        TokenOwner owner = owner(digest, now);
        use(digest, owner, now);
        return new Caller(owner.identity(), digest, source);
    }

    /** Returns the owner of a token, and what the owner may do. */
    public PermittedOwner permitted(@Nullable String token) {
        TokenDigest digest = digest(token);
        Instant now = clock.instant();
        PermittedOwner found = stores.tokens().findPermittedOwner(digest).orElseThrow(TokenAuthenticator::invalid);
        use(digest, live(found.owner(), now), now);
        return found;
    }

    private void use(TokenDigest digest, TokenOwner owner, Instant now) {
        if (!owner.active()) {
            throw new NotAuthenticatedException(Reason.USER_INACTIVE);
        }
        recordUse(digest, owner.lastUsedAt(), now);
    }

    /** Reads the owner only where a listener or the idle timeout asks for it. */
    public void logout(@Nullable String token, Optional<String> source) {
        TokenDigest digest = digest(token);
        boolean isOwnerNeeded = idleTimeout.isPresent() || events.areHeard();
        boolean ended =
                isOwnerNeeded ? endAndTell(digest, source) : stores.tokens().end(digest, clock.instant());
        if (!ended) {
            throw invalid();
        }
        LOG.debug("a logout revoked a token");
    }

    private boolean endAndTell(TokenDigest digest, Optional<String> source) {
        TokenOwner owner = owner(digest, clock.instant());
        return stores.atomically(() -> {
            boolean live = stores.tokens().end(digest, clock.instant());
            if (live) {
                events.publish(
                        Actor.owner(owner.identity().id(), source),
                        context -> new AccountEvent.LoggedOut(context, digest.tokenId()));
            }
            return live;
        });
    }

    private TokenOwner owner(TokenDigest digest, Instant now) {
        return live(stores.tokens().findOwner(digest).orElseThrow(TokenAuthenticator::invalid), now);
    }

    private TokenOwner live(TokenOwner owner, Instant now) {
        if (!isLive(owner.expiresAt(), owner.lastUsedAt(), now)) {
            throw invalid();
        }
        return owner;
    }

    private static NotAuthenticatedException invalid() {
        return new NotAuthenticatedException(Reason.TOKEN_INVALID);
    }

    public boolean isLive(Optional<Instant> expiresAt, Instant lastUsedAt) {
        return isLive(expiresAt, lastUsedAt, clock.instant());
    }

    private boolean isLive(Optional<Instant> expiresAt, Instant lastUsedAt, Instant now) {
        return expiry(expiresAt, lastUsedAt).map(now::isBefore).orElse(true);
    }

    /** Returns when a token expires if it is not used again; empty if it does not expire. */
    public Optional<Instant> expiry(Optional<Instant> expiresAt, Instant lastUsedAt) {
        Optional<Instant> idle = idleTimeout.map(lastUsedAt::plus);
        return idle.filter(end -> expiresAt.map(end::isBefore).orElse(true)).or(() -> expiresAt);
    }

    /** Records the use for the list of sessions and the idle timeout. A failure to record does not fail the request. */
    private void recordUse(TokenDigest digest, Instant lastUsedAt, Instant now) {
        Instant notSince = now.minus(lastUseInterval);
        if (lastUsedAt.isAfter(notSince) && lastUsedAt.isBefore(now.plus(lastUseInterval))) {
            return;
        }
        try {
            stores.tokens().touch(digest, now, notSince);
        } catch (StorageException e) {
            LOG.debug("the use of a token could not be recorded", e);
        }
    }

    /** Returns how often a use is recorded: at least twice per idle timeout, so that a token in use does not expire. */
    private static Duration lastUseInterval(TokenPolicy policy) {
        return policy.idleTimeout()
                .map(idle -> idle.dividedBy(2))
                .filter(half -> half.compareTo(policy.lastUseInterval()) < 0)
                .orElse(policy.lastUseInterval());
    }

    private static TokenDigest digest(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            throw new NotAuthenticatedException(Reason.TOKEN_MISSING);
        }
        if (!TokenIssuer.isWellFormed(token)) {
            throw invalid();
        }
        return TokenDigest.of(token);
    }
}
