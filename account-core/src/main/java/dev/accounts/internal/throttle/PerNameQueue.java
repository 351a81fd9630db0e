package dev.accounts.internal.throttle;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.accounts.model.BusyException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Runs the attempts for each name one at a time. An attempt counts as failed while it runs, so a person who logs in with many
 * devices at once would otherwise look like an attacker. Names share no lock, so that attempts for one name cannot delay those
 * for another.
 */
public final class PerNameQueue {

    /** Names that share a place count each other's failures, which only costs them another look at the record. */
    private static final int PLACES = 1024;

    private final Duration maxWait;
    private final int maxCallers;
    private final LongSupplier nanos;
    private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLongArray lastFailures = new AtomicLongArray(PLACES);

    /**
     * Creates a queue.
     *
     * @param maxWait how long after its arrival an attempt may begin
     * @param maxCallers how many attempts for one name may run or wait
     * @param nanos the time in nanoseconds, from any origin
     */
    public PerNameQueue(Duration maxWait, int maxCallers, LongSupplier nanos) {
        this.maxWait = maxWait;
        this.maxCallers = maxCallers;
        this.nanos = nanos;
    }

    /**
     * The arrival of an attempt.
     *
     * @param nanos when it arrived
     * @param failures how many attempts had failed on this node by then
     */
    public record Arrival(long nanos, long failures) {}

    Arrival arrive() {
        return new Arrival(nanos.getAsLong(), failures.get());
    }

    /** Remembers that an attempt for a name has failed, after the failure is on record. */
    void failed(String key) {
        lastFailures.accumulateAndGet(place(key), failures.incrementAndGet(), Math::max);
    }

    /** Returns whether an attempt for a name may have failed on this node since an arrival. */
    boolean hasFailedSince(String key, Arrival arrival) {
        return lastFailures.get(place(key)) > arrival.failures();
    }

    private static int place(String key) {
        return Math.floorMod(key.hashCode(), PLACES);
    }

    /**
     * The turn of a name.
     *
     * @param lock the lock that the caller with the turn holds; the caller that has waited longest is next
     * @param callers how many callers hold the lock or wait for it; the turn is removed when the last one leaves
     */
    private record Turn(ReentrantLock lock, int callers) {
        static Turn first() {
            return new Turn(new ReentrantLock(true), 1);
        }

        Turn callers(int more) {
            return new Turn(lock, callers + more);
        }
    }

    /**
     * Runs an attempt when it is this caller's turn.
     *
     * @throws BusyException if too many attempts wait for this turn, the turn did not come in time, or the thread was
     *     interrupted while it waited
     */
    <T> T call(String key, Arrival arrival, Supplier<T> attempt) {
        Turn turn = turns.merge(key, Turn.first(), (waiting, one) -> waiting.callers(1));
        try {
            if (turn.callers() > maxCallers) {
                throw busy();
            }
            acquire(turn.lock(), arrival);
            try {
                return attempt.get();
            } finally {
                turn.lock().unlock();
            }
        } finally {
            turns.computeIfPresent(key, (name, left) -> left.callers() == 1 ? null : left.callers(-1));
        }
    }

    /** Returns the number of names with a running or waiting attempt. */
    int names() {
        return turns.size();
    }

    private void acquire(ReentrantLock lock, Arrival arrival) {
        long left = NANOSECONDS.convert(maxWait) - (nanos.getAsLong() - arrival.nanos());
        try {
            // An attempt that arrived too long ago is not made: its client has given up.
            if (left < 0 || !lock.tryLock(left, NANOSECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private BusyException busy() {
        return new BusyException(maxWait);
    }
}
