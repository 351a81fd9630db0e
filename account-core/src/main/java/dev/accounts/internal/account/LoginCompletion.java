package dev.accounts.internal.account;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.token.TokenIssuer;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.IssuedToken;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import java.time.Instant;
import java.util.Optional;

/** Stores the token of a login whose proofs are verified, and what follows from the login, in the transaction of the caller. */
public record LoginCompletion(AccountStores stores, TokenIssuer issuer, KnownSources sources, EventPublisher events) {

    /**
     * A login from a source.
     *
     * @param last when the last login from the source was recorded; empty if the account does not know it
     */
    record From(Optional<String> source, Optional<Instant> last) {}

    /** Returns false and stores nothing if the account has changed since it was verified. */
    boolean store(StoredUser verified, IssuedToken issued, String currentHash, From from) {
        VerifiedLogin login = new VerifiedLogin(
                issued.token(),
                verified.passwordHash(),
                currentHash,
                issuer.policy().maxPerUser());
        boolean stored = stores.tokens().issue(login);
        if (stored) {
            sources.record(verified.id(), from.source(), from.last());
            events.publish(
                    Actor.owner(verified.id(), from.source()),
                    context -> new AccountEvent.LoggedIn(context, issued.token().id()));
        }
        return stored;
    }
}
