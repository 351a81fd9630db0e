package dev.accounts.policy;

import java.time.Duration;

/**
 * Limits how often something may happen: so often at once, and as often again spread evenly over a time. Within any such time
 * it happens at most twice as often. Immutable.
 *
 * @param count how often it may happen at once
 * @param within the time after which it may happen that often again
 */
public record RateLimit(int count, Duration within) {

    /** Counts are kept for a day, so that a count outlives the time in which it drains. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final int MOST = 1_000_000;

    /**
     * Checks the bounds.
     *
     * @throws NullPointerException if {@code within} is null
     * @throws IllegalArgumentException if {@code count} is not within 1 to 1000000, {@code within} is longer than a day, or
     *     there is less than 1 microsecond for each time
     */
    public RateLimit {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("count must be within 1 to " + MOST + ": " + count);
        }
        Durations.require("within", within, LONGEST);
        Durations.require("within divided by count", within.dividedBy(count), LONGEST);
    }

    /**
     * Creates a limit for each hour.
     *
     * @param count how often it may happen at once, and again in each hour
     * @return the limit
     * @throws IllegalArgumentException if {@code count} is not within 1 to 1000000
     */
    public static RateLimit perHour(int count) {
        return new RateLimit(count, Duration.ofHours(1));
    }

    /**
     * Returns the time after which one more may happen.
     *
     * @return the duration, in whole microseconds
     */
    public Duration interval() {
        return Duration.ofNanos(within.dividedBy(count).toNanos() / 1000 * 1000);
    }
}
