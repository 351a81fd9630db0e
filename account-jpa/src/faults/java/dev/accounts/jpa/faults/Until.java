package dev.accounts.jpa.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits for conditions. */
public final class Until {

    private static final long PAUSE_MILLIS = 2;

    private Until() {}

    /** A condition. */
    public interface Condition {
        boolean holds() throws Exception;
    }

    /** Returns how long it took, or nothing if the condition does not hold in time. */
    public static Optional<Duration> holds(Duration limit, Condition condition) {
        long start = System.nanoTime();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() - start > limit.toNanos()) {
                    return Optional.empty();
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Optional.of(Duration.ofNanos(System.nanoTime() - start));
    }

    /** Fails if the condition does not hold in time. */
    public static Duration require(String what, Duration limit, Condition condition) {
        return holds(limit, condition)
                .orElseThrow(() -> new IllegalStateException("not within " + limit + ": " + what));
    }
}
