package dev.accounts.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** Checks the bounds of durations that a host sets. */
final class Durations {

    private static final Duration SHORTEST = Duration.ofNanos(1000);

    /** A longer duration could end at an instant that a store cannot hold. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Durations() {}

    static Duration require(String name, Duration value) {
        return require(name, value, LONGEST);
    }

    static Duration require(String name, Duration value, Duration longest) {
        requireNonNull(value, name);
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(longest) > 0) {
            throw new IllegalArgumentException(name + " must be within " + SHORTEST + " to " + longest + ": " + value);
        }
        return value;
    }
}
