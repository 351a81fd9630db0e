package dev.accounts.password;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.accounts.model.BusyException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Bounds how many computations run at once. Callers get a slot in order of arrival, or give up after a bounded wait. */
class HashingSlots {

    private static final Duration SHORTEST_RETRY = Duration.ofSeconds(1);

    private final Semaphore free;
    private final Duration maxWait;

    HashingSlots(int slots, Duration maxWait) {
        if (slots < 1) {
            throw new IllegalArgumentException("maxParallelHashes must be at least 1: " + slots);
        }
        if (maxWait.isNegative()) {
            throw new IllegalArgumentException("maxWait must not be negative: " + maxWait);
        }
        this.free = new Semaphore(slots, true);
        this.maxWait = maxWait;
    }

    /**
     * Runs a computation when a slot is free.
     *
     * @throws BusyException if no slot became free in time, or the thread was interrupted while it waited
     */
    <T> T call(Supplier<T> computation) {
        acquire();
        try {
            return computation.get();
        } finally {
            free.release();
        }
    }

    private void acquire() {
        try {
            if (!free.tryAcquire(NANOSECONDS.convert(maxWait), NANOSECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private BusyException busy() {
        return new BusyException(maxWait.compareTo(SHORTEST_RETRY) < 0 ? SHORTEST_RETRY : maxWait);
    }
}
