package dev.accounts.internal.throttle;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.accounts.model.BusyException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One attempt at a time for each name: an attempt that is under way counts as failed, and a person who logs in with many
 * devices at once would else be taken for a guesser. Names share nothing, or whoever tries one could hold up another.
 */
public final class PerNameQueue {

    private final Duration maxWait;
    private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

    public PerNameQueue(Duration maxWait) {
        this.maxWait = maxWait;
    }

    /**
     * The turn at a name.
     *
     * @param lock held by whoever has the turn; the longest waiting is next
     * @param callers how many have it or wait for it; nobody keeps it once there is none
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
     * Calls when it is this caller's turn.
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

    /** How many names somebody has or waits for a turn at. */
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
