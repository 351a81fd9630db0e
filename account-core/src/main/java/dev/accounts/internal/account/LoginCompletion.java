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
public record LoginCompletion(
        AccountStores stores, TokenIssuer issuer, KnownSources sources, LoginNotices notices, EventPublisher events) {

    /**
     * A login from a source.
     *
     * @param last when the last login from the source was recorded; empty if the account does not know it
     * @param isTold whether the owner is told of it
     */
    public record From(Optional<String> source, Optional<Instant> last, boolean isTold) {}

    /** Looks at the source of a login before its transaction. */
    public From from(StoredUser user, Optional<String> source) {
        return from(user, source, sources.lastLogin(Optional.of(user.id()), source));
    }

    From from(StoredUser user, Optional<String> source, Optional<Instant> last) {
        return new From(source, last, notices.isDue(user, source, last));
    }

    /** Returns false and stores nothing if the account has changed since it was verified. */
    public boolean store(StoredUser verified, IssuedToken issued, String currentHash, From from) {
        VerifiedLogin login = new VerifiedLogin(
                issued.token(),
                verified.passwordHash(),
                currentHash,
                issuer.policy().maxPerUser());
        boolean stored = stores.tokens().issue(login);
        if (stored) {
            sources.record(verified.id(), from.source(), from.last());
            if (from.isTold()) {
                notices.tell(verified);
            }
            events.publish(
                    Actor.owner(verified.id(), from.source()),
                    context -> new AccountEvent.LoggedIn(context, issued.token().id()));
        }
        return stored;
    }
}
