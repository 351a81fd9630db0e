package dev.accounts.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved, so that no test waits. Thread-safe. */
public final class MovableClock implements InstantSource {

    /** The time of a new clock: the first moment of 2026, in UTC. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;

    /** A clock at {@link #START}. */
    public MovableClock() {}

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /**
     * Moves the clock.
     *
     * @param duration how far; a negative one moves it back
     */
    public synchronized void advance(Duration duration) {
        now = now.plus(requireNonNull(duration, "duration"));
    }

    /**
     * Sets the clock.
     *
     * @param instant the new time
     */
    public synchronized void set(Instant instant) {
        now = requireNonNull(instant, "instant");
    }
}
