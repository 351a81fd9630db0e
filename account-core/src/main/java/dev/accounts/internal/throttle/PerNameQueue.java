package dev.accounts.internal.throttle;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.accounts.model.BusyException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Runs the attempts for each name one at a time. An attempt counts as failed while it runs, so a person who logs in with many
 * devices at once would otherwise look like an attacker. Names share no lock, so that attempts for one name cannot delay those
 * for another.
 */
public final class PerNameQueue {

    private final Duration maxWait;
    private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

    public PerNameQueue(Duration maxWait) {
        this.maxWait = maxWait;
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
     * @throws BusyException if the turn did not come in time, or the thread was interrupted while it waited
     */
    <T> T call(String key, Supplier<T> attempt) {
        Turn turn = turns.merge(key, Turn.first(), (waiting, one) -> waiting.callers(1));
        try {
            acquire(turn.lock());
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

    private void acquire(ReentrantLock lock) {
        try {
            if (!lock.tryLock(NANOSECONDS.convert(maxWait), NANOSECONDS)) {
                throw new BusyException(maxWait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException(maxWait);
        }
    }
}
