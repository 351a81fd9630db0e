package dev.accounts.jpa.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs, and can be set forward and back. Thread-safe. */
final class StepClock implements InstantSource {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    void step(Duration by) {
        ahead.accumulateAndGet(by, Duration::plus);
    }
}
