package dev.accounts.internal.service;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.ConfirmedChange;
import dev.accounts.internal.delegation.ActingTokens;
import dev.accounts.internal.delegation.PersonalTokens;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.token.TokenAuthenticator;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuthToken;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.service.Session;
import dev.accounts.service.Sessions;
import dev.accounts.spi.AccountStores;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists and ends the sessions of a caller. */
record AccountSessions(
        AccountStores stores,
        AccountEditor editor,
        Delegations delegations,
        TokenAuthenticator authenticator,
        EventPublisher events,
        InstantSource clock,
        Optional<String> source)
        implements Sessions {

    /** The classes that issue tokens for less than a session. */
    record Delegations(PersonalTokens personal, ActingTokens acting) {}

    @Override
    public List<Session> list(@Nullable String token) {
        Caller caller = authenticator.owner(token, source);
        return live(caller).map(found -> session(caller, found)).toList();
    }

    @Override
    public boolean end(@Nullable String token, UUID sessionId) {
        requireNonNull(sessionId, "sessionId");
        Caller caller = authenticator.owner(token, source);
        Optional<TokenDigest> digest = live(caller)
                .filter(found -> found.id().equals(sessionId))
                .map(AuthToken::digest)
                .findFirst();
        return digest.isPresent()
                && stores.atomically(() -> {
                    boolean ended = stores.tokens().end(digest.get(), clock.instant());
                    if (ended) {
                        events.publish(caller.actor(), context -> new AccountEvent.LoggedOut(context, sessionId));
                    }
                    return ended;
                });
    }

    @Override
    public void endOthers(@Nullable String token) {
        Caller caller = authenticator.owner(token, source);
        endAll(caller, Optional.of(caller.digest()));
    }

    @Override
    public void endAll(@Nullable String token) {
        endAll(authenticator.owner(token, source), Optional.empty());
    }

    @Override
    public IssuedToken issuePersonal(@Nullable String token, PersonalTokenRequest request) {
        requireNonNull(request, "request");
        return delegations.personal().issue(authenticator.owner(token, source), request);
    }

    @Override
    public IssuedToken actAs(@Nullable String token, long userId, Duration lifetime) {
        requireNonNull(lifetime, "lifetime");
        return delegations.acting().issue(authenticator.owner(token, source), userId, lifetime);
    }

    /** Locks the account: otherwise a token that is being replaced could outlive it. */
    private void endAll(Caller caller, Optional<TokenDigest> kept) {
        editor.apply(
                caller.id(),
                ConfirmedChange::gone,
                now -> AccountEditor.Edit.of(user -> user, () -> {
                    int count = stores.tokens().endAll(caller.id(), kept);
                    events.publish(caller.actor(), context -> new AccountEvent.SessionsEnded(context, count));
                }));
    }

    private Stream<AuthToken> live(Caller caller) {
        return stores.tokens().list(caller.id()).stream().filter(found -> authenticator.isLive(caller, found));
    }

    private Session session(Caller caller, AuthToken found) {
        return new Session(
                found.id(),
                found.label(),
                found.createdAt(),
                found.lastUsedAt(),
                authenticator.expiry(caller, found),
                found.delegation(),
                found.digest().equals(caller.digest()));
    }
}
