package dev.accounts.password;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.accounts.model.BusyException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Bounds how many computations run at once, and how many callers wait. Callers get a slot in order of arrival, or give up after
 * a bounded wait.
 */
class HashingSlots {

    private static final Duration SHORTEST_RETRY = Duration.ofSeconds(1);

    private final Semaphore free;
    private final AtomicInteger callers = new AtomicInteger();
    private final int slots;
    private final Duration maxWait;
    private final int maxWaiting;

    HashingSlots(int slots, Duration maxWait, int maxWaiting) {
        if (slots < 1) {
            throw new IllegalArgumentException("maxParallelHashes must be at least 1: " + slots);
        }
        if (maxWait.isNegative()) {
            throw new IllegalArgumentException("maxWait must not be negative: " + maxWait);
        }
        if (maxWaiting < 0) {
            throw new IllegalArgumentException("maxWaiting must not be negative: " + maxWaiting);
        }
        this.free = new Semaphore(slots, true);
        this.slots = slots;
        this.maxWait = maxWait;
        this.maxWaiting = maxWaiting;
    }

    /** Returns half as many slots, at least one, for computations that must not take those of others. */
    HashingSlots half() {
        return new HashingSlots(Math.max(1, slots / 2), maxWait, maxWaiting / 2);
    }

    /**
     * Runs a computation when a slot is free.
     *
     * @throws BusyException if too many callers wait, no slot became free in time, or the thread was interrupted while it
     *     waited
     */
    <T> T call(Supplier<T> computation) {
        try {
            if (callers.incrementAndGet() - slots > maxWaiting) {
                throw busy();
            }
            return compute(computation);
        } finally {
            callers.decrementAndGet();
        }
    }

    private <T> T compute(Supplier<T> computation) {
        acquire();
        try {
            return computation.get();
        } finally {
            free.release();
        }
    }

    /** Returns the number of callers that compute or wait. */
    int callers() {
        return callers.get();
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
