package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Counts the attempts in a row that failed or are under way.
 *
 * @param count how many, at least 1
 * @param last when the last one began, in microseconds
 */
public record Attempts(int count, Instant last) {

    /**
     * Checks the components.
     *
     * @throws NullPointerException if {@code last} is null
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public Attempts {
        requireNonNull(last, "last");
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1: " + count);
        }
    }
}
