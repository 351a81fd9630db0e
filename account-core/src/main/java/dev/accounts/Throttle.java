package dev.accounts;

import dev.accounts.model.BusyException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
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
final class Throttle {

    private static final Logger LOG = LoggerFactory.getLogger(Throttle.class);

    /** Only as many can be in each other's way as are free, and those that come later are refused. */
    private static final int MAX_COLLISIONS = 1000;

    private static final Duration RETRY_WHEN_CROWDED = Duration.ofSeconds(1);

    private final UnitOfWork work;
    private final AttemptStore attempts;
    private final InstantSource clock;
    private final ThrottlePolicy policy;

    Throttle(UnitOfWork work, AttemptStore attempts, InstantSource clock, ThrottlePolicy policy) {
        this.work = work;
        this.attempts = attempts;
        this.clock = clock;
        this.policy = policy;
    }

    /** The key under which something is counted: it tells nothing of what it stands for. */
    static String key(String kind, String value) {
        return TokenDigest.of(kind + ":" + value).hex();
    }

    /** Counts an attempt as failed and lets it be made; or says how long the next one has to wait for. */
    Optional<Duration> begin(String key) {
        for (int collision = 0; collision < MAX_COLLISIONS; collision++) {
            Begun begun = work.apart(() -> tryBegin(key));
            if (begun.counted() || begun.delay().isPresent()) {
                return begun.delay();
            }
        }
        throw new BusyException(RETRY_WHEN_CROWDED);
    }

    private record Begun(boolean counted, Optional<Duration> delay) {}

    private Begun tryBegin(String key) {
        Instant now = clock.instant();
        Optional<Attempts> seen = attempts.find(key);
        Optional<Attempts> remembered = policy.remembered(seen, now);
        Optional<Duration> wait = remembered
                .map(counted -> policy.waitFor(counted, now))
                .filter(left -> !left.isNegative() && !left.isZero());
        if (wait.isPresent()) {
            return new Begun(false, wait);
        }
        Attempts next = new Attempts(remembered.map(Attempts::count).orElse(0) + 1, now);
        return new Begun(attempts.replace(key, seen, next), Optional.empty());
    }

    /** Takes back an attempt that was not made, or that did not fail. */
    void takeBack(String key) {
        for (int collision = 0; collision < MAX_COLLISIONS; collision++) {
            if (work.apart(() -> tryTakeBack(key))) {
                return;
            }
        }
    }

    private boolean tryTakeBack(String key) {
        Optional<Attempts> seen = attempts.find(key);
        if (seen.isEmpty()) {
            return true;
        }
        if (seen.get().count() == 1) {
            attempts.remove(key);
            return true;
        }
        return attempts.replace(
                key, seen, new Attempts(seen.get().count() - 1, seen.get().last()));
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
