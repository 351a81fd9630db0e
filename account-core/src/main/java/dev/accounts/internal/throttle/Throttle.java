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
 * Counts attempts before they are made, so that no number of simultaneous ones gets past the limit, and outside the
 * transaction under way, so that no rollback makes them uncounted.
 */
public final class Throttle {

    private static final Logger LOG = LoggerFactory.getLogger(Throttle.class);

    /** Only as many can be in each other's way as are free, and those that come later are refused. */
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

    /** Attempts last counted before this are no longer needed. */
    public static Instant forgottenAt(Instant now) {
        return now.minus(Backoff.MEMORY);
    }

    /** The key under which something is counted: it tells nothing of what it stands for. */
    static String key(String kind, String value) {
        return TokenDigest.of(kind + ":" + value).hex();
    }

    /** Counts an attempt as failed and lets it be made; or says how long the next one has to wait for. */
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
     * What became of the beginning of an attempt.
     *
     * @param delay how long it has to wait for; empty if it was counted
     * @param before what was counted before it
     * @param after what was counted with it
     */
    record Begun(Optional<Duration> delay, Optional<Attempts> before, Optional<Attempts> after) {}

    /** Empty if somebody else was sooner. */
    private Optional<Begun> tryBegin(String key) {
        Instant now = clock.instant();
        Optional<Attempts> seen = attempts.find(key);
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

    /** Takes back an attempt that was not made, or that did not fail: nobody waits for it. */
    void takeBack(String key, Begun begun) {
        for (int collision = 0; collision < MAX_COLLISIONS; collision++) {
            if (work.apart(() -> tryTakeBack(key, begun))) {
                return;
            }
        }
    }

    private boolean tryTakeBack(String key, Begun begun) {
        Optional<Attempts> seen = attempts.find(key);
        // Others may have begun meanwhile: then theirs is the last, and one less counts.
        Optional<Attempts> left = seen.equals(begun.after())
                ? begun.before()
                : seen.filter(counted -> counted.count() > 1)
                        .map(counted -> new Attempts(counted.count() - 1, counted.last()));
        if (seen.isEmpty()) {
            return true;
        }
        return left.isEmpty() ? attempts.remove(key, seen.get()) : attempts.replace(key, seen, left.get());
    }

    /** Forgets the failures of somebody who succeeded. */
    void clear(String key) {
        work.apart(() -> {
            attempts.remove(key);
            return true;
        });
    }

    /** The same where the success is already done, and must not fail for this. */
    void clearQuietly(String key) {
        try {
            clear(key);
        } catch (StorageException e) {
            LOG.debug("failed attempts could not be forgotten", e);
        }
    }
}
