package dev.accounts;

import dev.accounts.model.AuthToken;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Makes tokens: a fresh value, its digest, and how long it lives. */
final class TokenIssuer {

    private final TokenSource values;
    private final InstantSource clock;
    private final Optional<Duration> lifetime;

    TokenIssuer(TokenSource values, InstantSource clock, Optional<Duration> lifetime) {
        this.values = values;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    IssuedToken issue(long userId, String label) {
        String value = values.next();
        if (!Callers.isWellFormed(value)) {
            throw new IllegalStateException("the token source must give 40 lower-case hex digits");
        }
        Instant now = clock.instant();
        Optional<Instant> expiry = lifetime.map(duration -> now.plus(duration).truncatedTo(ChronoUnit.MICROS));
        return new IssuedToken(
                value, new AuthToken(TokenDigest.of(value), UUID.randomUUID(), userId, label, now, now, expiry));
    }
}
