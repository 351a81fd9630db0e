package dev.accounts.internal.account;

import dev.accounts.model.TokenDigest;
import dev.accounts.spi.KnownSourceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Knows from which sources accounts have been logged in to within 30 days. */
public record KnownSources(KnownSourceStore store, InstantSource clock) {

    /** A login is recorded once in this time. */
    private static final Duration RECORDED_EVERY = Duration.ofDays(1);

    /** Stands for an unknown user, so that the look-up costs the same. */
    private static final long NO_USER = 0;

    /** Returns when the last login from a source was recorded; empty if the source is not known. */
    Optional<Instant> lastLogin(Optional<Long> userId, Optional<String> source) {
        Instant forgotten = clock.instant().minus(KnownSourceStore.MEMORY);
        return source.flatMap(from -> store.find(digest(userId.orElse(NO_USER), from)))
                .filter(last -> last.isAfter(forgotten));
    }

    /** Records a login, in its transaction. */
    void record(long userId, Optional<String> source, Optional<Instant> lastLogin) {
        Instant now = clock.instant();
        if (lastLogin
                .filter(last -> last.isAfter(now.minus(RECORDED_EVERY)) && !last.isAfter(now))
                .isEmpty()) {
            source.ifPresent(from -> store.record(userId, digest(userId, from), now));
        }
    }

    private static String digest(long userId, String source) {
        return TokenDigest.of("source:" + userId + ":" + source).hex();
    }
}
