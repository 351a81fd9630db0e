package dev.accounts.internal.throttle;

import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.spi.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Computes how long the next attempt must wait. */
record Backoff(ThrottlePolicy policy) {

    /** A count is dropped when this much time has passed without an attempt. */
    static final Duration MEMORY = Duration.ofDays(1);

    private static final int MOST_DOUBLINGS = 40;

    /** Returns the count; empty if it is too old. */
    Optional<Attempts> remembered(Optional<Attempts> seen, Instant now) {
        return seen.filter(attempts -> attempts.last().plus(MEMORY).isAfter(now));
    }

    /**
     * Returns how long the next attempt must wait; zero or less if it need not wait. If the clock was set back, the wait is the
     * full delay and no longer.
     */
    Duration waitFor(Attempts attempts, Instant now) {
        Duration delay = delayAfter(attempts.count());
        Duration left = Duration.between(now, attempts.last().plus(delay));
        return left.compareTo(delay) > 0 ? delay : left;
    }

    private Duration delayAfter(int failures) {
        if (failures < policy.freeFailures()) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - policy.freeFailures(), MOST_DOUBLINGS);
        Duration delay = policy.firstDelay().multipliedBy(1L << doublings);
        return delay.compareTo(policy.longestDelay()) > 0 ? policy.longestDelay() : delay;
    }
}
