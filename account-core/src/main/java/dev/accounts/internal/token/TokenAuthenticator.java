package dev.accounts.internal.token;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuthToken;
import dev.accounts.model.Identity;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.TokenOwner;
import dev.accounts.spi.TokenStore.PermittedOwner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Identifies callers by their tokens. A text that cannot be a token is refused without a look-up in the store. */
public final class TokenAuthenticator {

    private static final Logger LOG = LoggerFactory.getLogger(TokenAuthenticator.class);

    private final AccountStores stores;
    private final InstantSource clock;
    private final TokenExpiry expiry;
    private final DelegationCheck delegations;
    private final Duration lastUseInterval;
    private final EventPublisher events;

    public TokenAuthenticator(AccountStores stores, InstantSource clock, TokenExpiry expiry, EventPublisher events) {
        this.stores = stores;
        this.clock = clock;
        this.expiry = expiry;
        this.delegations = new DelegationCheck(stores, expiry);
        this.lastUseInterval = expiry.lastUseInterval();
        this.events = events;
    }

    /** A caller: who presents a token, whether the account has a second factor, which token, and from where. */
    public record Caller(Identity identity, boolean secondFactor, TokenDigest digest, Optional<String> source) {

        public long id() {
            return identity.id();
        }

        /** Returns who acts on the account. */
        public Actor actor() {
            return Actor.of(identity, source);
        }
    }

    /** Identifies an owner who presents a session: no other token is good for a change of credentials. */
    public Caller owner(@Nullable String token, Optional<String> source) {
        return own(caller(token, source));
    }

    /** Identifies an owner who presents a session, and who may yet have to enrol a second factor. */
    public Caller enrollingOwner(@Nullable String token, Optional<String> source) {
        return own(enrolling(token, source));
    }

    private static Caller own(Caller caller) {
        if (caller.identity().delegation().isNone()) {
            return caller;
        }
        throw new PermissionDeniedException("only the owner may do this, with a session");
    }

    /** Identifies a caller by a token of any kind. */
    public Caller caller(@Nullable String token, Optional<String> source) {
        return identify(token, source, this::requireEnrolled);
    }

    /** Identifies a caller who may yet have to enrol a second factor. */
    public Caller enrolling(@Nullable String token, Optional<String> source) {
        return identify(token, source, any -> {});
    }

    private Caller identify(@Nullable String token, Optional<String> source, Consumer<TokenOwner> requirement) {
        TokenDigest digest = digest(token);
        Instant now = clock.instant();
        TokenOwner owner = owner(digest, now);
        use(digest, owner, now);
        requirement.accept(owner);
        return new Caller(DelegationCheck.shown(owner.identity()), owner.secondFactor(), digest, source);
    }

    /** Returns the owner of a token, and what the owner may do. */
    public PermittedOwner permitted(@Nullable String token) {
        TokenDigest digest = digest(token);
        Instant now = clock.instant();
        PermittedOwner found = stores.tokens().findPermittedOwner(digest).orElseThrow(TokenAuthenticator::invalid);
        use(digest, live(found.owner(), now), now);
        requireEnrolled(found.owner());
        return DelegationCheck.shown(found);
    }

    /** An owner may have proved a factor and removed it since, before one was required. A personal token was issued by a session. */
    private void requireEnrolled(TokenOwner owner) {
        Identity identity = owner.identity();
        if (identity.delegation().actorId().isPresent() || !expiry.isRequiredFor(identity)) {
            return;
        }
        boolean isProved = identity.authentication().hasSecondFactor()
                || !identity.delegation().isNone();
        if (!owner.secondFactor() || !isProved) {
            throw new NotAuthenticatedException(Reason.ENROLMENT_REQUIRED);
        }
    }

    private void use(TokenDigest digest, TokenOwner owner, Instant now) {
        if (!owner.active()) {
            throw new NotAuthenticatedException(Reason.USER_INACTIVE);
        }
        if (!expiry.isTaken(owner.identity().delegation()) || !delegations.isGood(owner.identity(), now)) {
            throw invalid();
        }
        recordUse(digest, owner.lastUsedAt(), now);
    }

    /** Reads the owner only where a listener or the expiry asks for it. */
    public void logout(@Nullable String token, Optional<String> source) {
        TokenDigest digest = digest(token);
        boolean isOwnerNeeded = expiry.dependsOnUse() || events.areHeard();
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
                        Actor.of(owner.identity(), source),
                        context -> new AccountEvent.LoggedOut(context, digest.tokenId()));
            }
            return live;
        });
    }

    private TokenOwner owner(TokenDigest digest, Instant now) {
        return live(stores.tokens().findOwner(digest).orElseThrow(TokenAuthenticator::invalid), now);
    }

    private TokenOwner live(TokenOwner owner, Instant now) {
        if (!expiry.of(owner).map(now::isBefore).orElse(true)) {
            throw invalid();
        }
        return owner;
    }

    private static NotAuthenticatedException invalid() {
        return new NotAuthenticatedException(Reason.TOKEN_INVALID);
    }

    /** Returns when a token of a caller expires if it is not used again; empty if it does not expire. */
    public Optional<Instant> expiry(Caller owner, AuthToken token) {
        return expiry.of(TokenExpiry.isPrivileged(owner.identity()), token);
    }

    public boolean isLive(Caller owner, AuthToken token) {
        return expiry.isLive(TokenExpiry.isPrivileged(owner.identity()), token, clock.instant());
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

    private static TokenDigest digest(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            throw new NotAuthenticatedException(Reason.TOKEN_MISSING);
        }
        if (!TokenIssuer.isBearer(token)) {
            throw invalid();
        }
        return TokenDigest.of(token);
    }
}
