package dev.accounts.internal.throttle;

import dev.accounts.policy.RateLimit;
import dev.accounts.spi.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A count that drains evenly. Its time is that of the last drop that has left it, or of the first that came in. */
record Bucket(RateLimit limit) {

    /** Returns what is left in the bucket; empty if it has drained. */
    Optional<Attempts> left(Optional<Attempts> stored, Instant now) {
        return stored.flatMap(attempts -> drained(attempts, now));
    }

    /** Returns how long to wait for room; empty if there is room. */
    Optional<Duration> waitFor(Optional<Attempts> stored, Instant now) {
        return left(stored, now)
                .filter(full -> full.count() >= limit.count())
                .map(full -> Duration.between(
                        now, full.last().plus(limit.interval().multipliedBy(full.count() - limit.count() + 1L))));
    }

    /** Returns the count with one more. */
    Attempts withOneMore(Optional<Attempts> stored, Instant now) {
        return left(stored, now)
                .map(attempts -> new Attempts(Math.addExact(attempts.count(), 1), attempts.last()))
                .orElseGet(() -> new Attempts(1, now));
    }

    private Optional<Attempts> drained(Attempts attempts, Instant now) {
        long drops = Duration.between(attempts.last(), now).dividedBy(limit.interval());
        if (drops >= attempts.count()) {
            return Optional.empty();
        }
        Instant lastDrop = attempts.last().plus(limit.interval().multipliedBy(drops));
        return Optional.of(new Attempts(attempts.count() - (int) drops, lastDrop));
    }
}
