package dev.accounts.internal.throttle;

import dev.accounts.model.BusyException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.Attempts;
import dev.accounts.spi.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts attempts and slows them down. It counts before an attempt is made, so that simultaneous attempts cannot exceed the
 * limit. It counts outside the current transaction, so that a rollback does not undo the count.
 */
public final class Throttle {

    private static final Logger LOG = LoggerFactory.getLogger(Throttle.class);

    /** Bounds the retries. Only free attempts can collide with each other; later ones must wait. */
    private static final int MAX_COLLISIONS = 1000;

    private static final Duration RETRY_WHEN_CROWDED = Duration.ofSeconds(1);

    private final UnitOfWork work;
    private final AttemptStore attempts;
    private final InstantSource clock;
    private final Backoff backoff;

    public Throttle(UnitOfWork work, AttemptStore attempts, InstantSource clock, ThrottlePolicy policy) {
        this.work = work;
        this.attempts = attempts;
        this.clock = clock;
        this.backoff = new Backoff(policy);
    }

    /** Returns the time before which the last attempt must lie for a count to be dropped. */
    public static Instant forgottenAt(Instant now) {
        return now.minus(Backoff.MEMORY);
    }

    /** Returns the key under which a value is counted. It does not reveal the value. */
    static String key(String kind, String value) {
        return TokenDigest.of(kind + ":" + value).hex();
    }

    /** Counts an attempt as failed. If it must wait, it is not counted, and the result tells how long. */
    Begun begin(String key) {
        for (int collision = 0; collision < MAX_COLLISIONS; collision++) {
            Optional<Begun> begun = work.apart(() -> tryBegin(key));
            if (begun.isPresent()) {
                return begun.get();
            }
        }
        throw new BusyException(RETRY_WHEN_CROWDED);
    }

    /**
     * The result of counting an attempt.
     *
     * @param delay how long the attempt must wait; empty if it was counted
     * @param before the count before the attempt
     * @param after the count with the attempt
     */
    record Begun(Optional<Duration> delay, Optional<Attempts> before, Optional<Attempts> after) {}

    /** Tries to count an attempt; empty if the count has changed meanwhile. */
    private Optional<Begun> tryBegin(String key) {
        Instant now = clock.instant();
        Optional<Attempts> seen = attempts.find(key);
        if (seen.filter(counted -> counted.last().isAfter(now)).isPresent()) {
            // A clock was ahead. The count stays, from now on, so that the announced wait is the true one.
            attempts.replace(key, seen, new Attempts(seen.get().count(), now));
            return Optional.empty();
        }
        Optional<Attempts> remembered = backoff.remembered(seen, now);
        Optional<Duration> wait = remembered
                .map(counted -> backoff.waitFor(counted, now))
                .filter(left -> !left.isNegative() && !left.isZero());
        if (wait.isPresent()) {
            return Optional.of(new Begun(wait, seen, seen));
        }
        Attempts next = new Attempts(remembered.map(Attempts::count).orElse(0) + 1, now);
        return attempts.replace(key, seen, next)
                ? Optional.of(new Begun(Optional.empty(), remembered, Optional.of(next)))
                : Optional.empty();
    }

    /** Takes back an attempt that was not made or did not fail, so that it delays no other. */
    void takeBack(String key, Begun begun) {
        for (int collision = 0; collision < MAX_COLLISIONS; collision++) {
            if (work.apart(() -> tryTakeBack(key, begun))) {
                return;
            }
        }
    }

    private boolean tryTakeBack(String key, Begun begun) {
        Optional<Attempts> seen = attempts.find(key);
        // If others have begun attempts meanwhile, the time of the last one stays and the count drops by one.
        Optional<Attempts> left = seen.equals(begun.after())
                ? begun.before()
                : seen.filter(counted -> counted.count() > 1)
                        .map(counted -> new Attempts(counted.count() - 1, counted.last()));
        if (seen.isEmpty()) {
            return true;
        }
        return left.isEmpty() ? attempts.remove(key, seen.get()) : attempts.replace(key, seen, left.get());
    }

    /** Clears the count, after a success. */
    void clear(String key) {
        work.apart(() -> {
            attempts.remove(key);
            return true;
        });
    }

    /** Clears the count after a commit. A failure of the store is only logged, because the change is already made. */
    void clearQuietly(String key) {
        try {
            clear(key);
        } catch (StorageException e) {
            LOG.debug("the count of failed attempts could not be cleared", e);
        }
    }
}
