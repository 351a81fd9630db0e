package dev.accounts.policy;

import dev.accounts.spi.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How attempts that fail in a row slow down the next one (OWASP ASVS 5.0, 6.3.1). The delay doubles with each failure up to a
 * longest one, and nothing locks for good. Immutable.
 *
 * @param freeFailures how many may fail without a delay
 * @param firstDelay how long the first one after that has to wait for
 * @param longestDelay how long an attempt has to wait for at the most
 */
public record ThrottlePolicy(int freeFailures, Duration firstDelay, Duration longestDelay) {

    /** After this long without an attempt what was counted is forgotten. */
    public static final Duration MEMORY = Duration.ofDays(1);

    private static final int MOST_FREE_FAILURES = 10_000_000;
    private static final int MOST_DOUBLINGS = 40;

    /**
     * Checks the bounds.
     *
     * @throws NullPointerException if a delay is null
     * @throws IllegalArgumentException if {@code freeFailures} is not within 1 to 10000000, a delay not within 1 microsecond
     *     to 12 hours, or {@code firstDelay} is longer than {@code longestDelay}
     */
    public ThrottlePolicy {
        if (freeFailures < 1 || freeFailures > MOST_FREE_FAILURES) {
            throw new IllegalArgumentException(
                    "freeFailures must be within 1 to " + MOST_FREE_FAILURES + ": " + freeFailures);
        }
        Durations.require("longestDelay", longestDelay, MEMORY.dividedBy(2));
        Durations.require("firstDelay", firstDelay, longestDelay);
    }

    /**
     * 5 failures are free, then 1 second, doubling up to 15 minutes: 109 guesses on the first day, then 96 a day.
     *
     * @return the defaults for one name
     */
    public static ThrottlePolicy defaults() {
        return new ThrottlePolicy(5, Duration.ofSeconds(1), Duration.ofMinutes(15));
    }

    /** What was counted and is still remembered. */
    public Optional<Attempts> remembered(Optional<Attempts> seen, Instant now) {
        return seen.filter(attempts -> attempts.last().plus(MEMORY).isAfter(now));
    }

    /** How long the next attempt has to wait; zero or less if it need not. A clock that was set back makes nothing shorter. */
    public Duration waitFor(Attempts attempts, Instant now) {
        Duration delay = delayAfter(attempts.count());
        Duration left = Duration.between(now, attempts.last().plus(delay));
        return left.compareTo(delay) > 0 ? delay : left;
    }

    private Duration delayAfter(int failures) {
        if (failures < freeFailures) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - freeFailures, MOST_DOUBLINGS);
        Duration delay = firstDelay.multipliedBy(1L << doublings);
        return delay.compareTo(longestDelay) > 0 ? longestDelay : delay;
    }
}
