package dev.accounts.internal.service;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.token.Callers;
import dev.accounts.internal.token.Callers.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuthToken;
import dev.accounts.model.Session;
import dev.accounts.model.TokenDigest;
import dev.accounts.service.Sessions;
import dev.accounts.spi.AccountStores;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sessions of a caller. */
record AccountSessions(
        AccountStores stores, Callers callers, EventPublisher events, InstantSource clock, Optional<String> source)
        implements Sessions {

    @Override
    public List<Session> list(@Nullable String token) {
        Caller caller = callers.caller(token);
        return live(caller).map(found -> session(caller, found)).toList();
    }

    @Override
    public boolean end(@Nullable String token, UUID sessionId) {
        requireNonNull(sessionId, "sessionId");
        Caller caller = callers.caller(token);
        Optional<TokenDigest> digest = live(caller)
                .filter(found -> found.id().equals(sessionId))
                .map(AuthToken::digest)
                .findFirst();
        return digest.isPresent()
                && stores.atomically(() -> {
                    boolean ended = stores.tokens().end(digest.get(), clock.instant());
                    if (ended) {
                        events.publish(new AccountEvent.LoggedOut(events.byOwner(caller.id(), source), sessionId));
                    }
                    return ended;
                });
    }

    @Override
    public void endOthers(@Nullable String token) {
        Caller caller = callers.caller(token);
        endAll(caller, Optional.of(caller.digest()));
    }

    @Override
    public void endAll(@Nullable String token) {
        endAll(callers.caller(token), Optional.empty());
    }

    private void endAll(Caller caller, Optional<TokenDigest> kept) {
        stores.atomically(() -> {
            int count = stores.tokens().endAll(caller.id(), kept);
            events.publish(new AccountEvent.SessionsEnded(events.byOwner(caller.id(), source), count));
            return count;
        });
    }

    private Stream<AuthToken> live(Caller caller) {
        return stores.tokens().list(caller.id()).stream()
                .filter(found -> callers.isLive(found.expiresAt(), found.lastUsedAt()));
    }

    private Session session(Caller caller, AuthToken found) {
        return new Session(
                found.id(),
                found.label(),
                found.createdAt(),
                found.lastUsedAt(),
                callers.expiry(found.expiresAt(), found.lastUsedAt()),
                found.digest().equals(caller.digest()));
    }
}
