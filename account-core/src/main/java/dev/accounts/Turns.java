package dev.accounts;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.accounts.model.BusyException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One attempt at a time for each name: an attempt that is under way counts as failed, and a person who logs in with many
 * devices at once would else be taken for a guesser. Names share a bounded number of locks.
 */
final class Turns {

    private static final int LOCKS = 512;

    private final Duration maxWait;
    private final List<ReentrantLock> locks =
            Stream.generate(() -> new ReentrantLock(true)).limit(LOCKS).toList();

    Turns(Duration maxWait) {
        this.maxWait = maxWait;
    }

    /**
     * Calls when it is this caller's turn.
     *
     * @throws BusyException if the turn did not come in time, or the thread was interrupted while it waited
     */
    <T> T call(String key, Supplier<T> attempt) {
        ReentrantLock lock = locks.get(Math.floorMod(key.hashCode(), LOCKS));
        acquire(lock);
        try {
            return attempt.get();
        } finally {
            lock.unlock();
        }
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
