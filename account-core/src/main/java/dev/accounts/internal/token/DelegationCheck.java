package dev.accounts.internal.token;

import dev.accounts.model.AuthToken;
import dev.accounts.model.Identity;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.TokenOwner;
import dev.accounts.spi.TokenStore.PermittedOwner;
import dev.accounts.spi.UserKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Judges tokens that are good for less than a session, at each use. */
public record DelegationCheck(AccountStores stores, TokenExpiry expiry) {

    /** An active staff actor; a superuser has every permission, existing or not. */
    private record Actor(boolean superuser, Set<String> permissions) {

        boolean mayAct() {
            return superuser || permissions.contains(Delegation.ACT_AS_USER);
        }
    }

    /**
     * Requires that an actor is staff and may act as users.
     *
     * @throws PermissionDeniedException if the actor may not
     */
    public void requireMayAct(long actorId) {
        if (actor(actorId).isEmpty()) {
            throw new PermissionDeniedException("the actor lacks " + Delegation.ACT_AS_USER);
        }
    }

    /** Whether an actor may act as a user: one who is no staff, and who may do nothing that the actor may not do. */
    public boolean mayAct(long actorId, long userId) {
        return actor(actorId)
                .filter(actor -> isOrdinary(userId) && covers(actor, userId))
                .isPresent();
    }

    private Optional<Actor> actor(long actorId) {
        return stores.users()
                .read(UserKey.id(actorId))
                .filter(actor -> actor.active() && actor.flags().privileged())
                .map(actor -> new Actor(
                        actor.flags().superuser(),
                        actor.flags().superuser() ? Set.of() : stores.roles().effective(actorId)))
                .filter(Actor::mayAct);
    }

    private boolean isOrdinary(long userId) {
        return stores.users()
                .read(UserKey.id(userId))
                .filter(user -> user.active() && !user.flags().privileged())
                .isPresent();
    }

    private boolean covers(Actor actor, long userId) {
        return actor.superuser()
                || actor.permissions().containsAll(stores.roles().effective(userId));
    }

    /** Whether a token may still be used: the rights of an actor are as they were, and the session is live. */
    boolean isGood(Identity owner, Instant now) {
        Delegation delegation = owner.delegation();
        return delegation
                .actorId()
                .map(actor -> isLive(actor, delegation.actorSession(), now) && mayAct(actor, owner.id()))
                .orElse(true);
    }

    /** Whether the session of an actor is good: an actor is staff, who may have to have a second factor. */
    private boolean isLive(long actorId, Optional<UUID> session, Instant now) {
        return stores.tokens().list(actorId).stream()
                .filter(token -> session.equals(Optional.of(token.id())))
                .anyMatch(token -> isGood(token, now));
    }

    private boolean isGood(AuthToken session, Instant now) {
        boolean isProved =
                session.authentication().hasSecondFactor() || !expiry.factors().isRequiredFor(true);
        return isProved && expiry.isLive(true, session, now);
    }

    /** Takes from an identity what its token is not good for. */
    static Identity shown(Identity owner) {
        return owner.delegation().isNone()
                ? owner
                : new Identity(
                        owner.id(),
                        owner.username(),
                        owner.email(),
                        false,
                        false,
                        owner.authentication(),
                        owner.delegation());
    }

    /** Takes from an owner and the permissions what the token is not good for. */
    static PermittedOwner shown(PermittedOwner found) {
        TokenOwner owner = found.owner();
        Set<String> permissions = owner.identity()
                .delegation()
                .scopes()
                .map(scopes ->
                        found.permissions().stream().filter(scopes::contains).collect(Collectors.toUnmodifiableSet()))
                .orElse(found.permissions());
        return new PermittedOwner(
                new TokenOwner(
                        shown(owner.identity()),
                        owner.active(),
                        owner.secondFactor(),
                        owner.lastUsedAt(),
                        owner.expiresAt()),
                permissions);
    }
}
