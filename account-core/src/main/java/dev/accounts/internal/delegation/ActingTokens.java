package dev.accounts.internal.delegation;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.FreshProof;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.token.DelegationCheck;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.internal.token.TokenIssuer;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.spi.AccountStores;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Issues tokens by which staff act as a user for a short time. */
public record ActingTokens(
        AccountStores stores,
        AccountEditor editor,
        FreshProof fresh,
        DelegationCheck check,
        TokenIssuer issuer,
        EventPublisher events) {

    public IssuedToken issue(Caller caller, long userId, Duration lifetime) {
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(Delegation.LONGEST_ACTING) > 0) {
            throw new IllegalArgumentException("lifetime must be more than 0 and at most " + Delegation.LONGEST_ACTING);
        }
        fresh.require(caller);
        check.requireMayAct(caller.id());
        AtomicReference<@Nullable IssuedToken> issued = new AtomicReference<>();
        editor.apply(userId, now -> {
            if (!check.mayAct(caller.id(), userId)) {
                throw new PermissionDeniedException("the actor may not act as this user");
            }
            return AccountEditor.Edit.of(user -> user, () -> issued.set(store(caller, userId, lifetime)));
        });
        return requireNonNull(issued.get());
    }

    /** Stores the token in place of the one that the actor has for this user. */
    private IssuedToken store(Caller caller, long userId, Duration lifetime) {
        Delegation delegation = Delegation.acting(caller.id(), caller.digest().tokenId());
        IssuedToken issued = issuer.delegate(userId, "", lifetime, delegation);
        stores.tokens().list(userId).stream()
                .filter(token -> token.delegation().actorId().equals(delegation.actorId()))
                .forEach(token ->
                        stores.tokens().end(token.digest(), issued.token().createdAt()));
        stores.derivedTokens().add(issued.token());
        events.publish(
                Actor.staff(caller.id(), Optional.of(userId), caller.actor().source()), AccountEvent.Kind.ACTING_BEGUN);
        return issued;
    }
}
