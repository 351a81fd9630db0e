package dev.accounts.policy;

import java.time.Duration;

/**
 * Decides how failed attempts in a row delay the next attempt (OWASP ASVS 5.0, 6.3.1). The delay doubles with each
 * failure, up to the longest delay. No account is locked for good. Immutable.
 *
 * @param freeFailures how many attempts may fail without a delay
 * @param firstDelay the delay after the next failure
 * @param longestDelay the longest delay
 */
public record ThrottlePolicy(int freeFailures, Duration firstDelay, Duration longestDelay) {

    /** Half of the time for which counts are kept, so that a count outlives the wait that it causes. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private static final int MOST_FREE_FAILURES = 10_000_000;

    /**
     * Checks the bounds.
     *
     * @throws NullPointerException if a delay is null
     * @throws IllegalArgumentException if {@code freeFailures} is not within 1 to 10000000, a delay is not within 1
     *     microsecond to 12 hours, or {@code firstDelay} is longer than {@code longestDelay}
     */
    public ThrottlePolicy {
        if (freeFailures < 1 || freeFailures > MOST_FREE_FAILURES) {
            throw new IllegalArgumentException(
                    "freeFailures must be within 1 to " + MOST_FREE_FAILURES + ": " + freeFailures);
        }
        Durations.require("longestDelay", longestDelay, LONGEST);
        Durations.require("firstDelay", firstDelay, longestDelay);
    }

    /**
     * Returns the defaults: 5 failures without a delay, then 1 second, doubling up to 15 minutes. This allows 109
     * guesses on the first day, then 96 a day.
     *
     * @return the defaults for one name
     */
    public static ThrottlePolicy defaults() {
        return new ThrottlePolicy(5, Duration.ofSeconds(1), Duration.ofMinutes(15));
    }
}
