package dev.accounts.jpa.internal.transaction;

import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import jakarta.persistence.EntityManager;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a piece of work, with its failure. Used by one thread.
 *
 * <p>Once a part of the work has failed, the attempt is broken: it must not be committed, even if the work continues.
 */
final class TransactionAttempt {

    private static final int MAX_PAUSE_MILLIS = 50;
    private static final String READ_COMMITTED = "set transaction isolation level read committed";

    private final boolean alone;
    private final boolean withoutSnapshot;
    private boolean reading;
    private boolean finished;
    private @Nullable RuntimeException broken;
    private @Nullable RuntimeException thrown;

    /**
     * Creates an attempt.
     *
     * @param alone whether no other transaction is under way around it
     * @param withoutSnapshot whether the former attempt failed because its snapshot was too old, as this one would. It
     *     then sees what others commit meanwhile, as is the default on other databases
     */
    TransactionAttempt(boolean alone, boolean withoutSnapshot) {
        this.alone = alone;
        this.withoutSnapshot = withoutSnapshot;
    }

    /** The exception that reports a failed attempt, and whether another attempt may succeed. */
    record Failure(RuntimeException refusal, boolean isWorthRepeating) {

        /** Waits a random time before another attempt; gives up if the thread is interrupted. */
        void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(MAX_PAUSE_MILLIS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw refusal;
            }
        }
    }

    /** Marks an attempt at reads, which need not be in a transaction. */
    TransactionAttempt reading() {
        reading = true;
        return this;
    }

    boolean isReading() {
        return reading;
    }

    boolean isAlone() {
        return alone;
    }

    /** Prepares the transaction; must be the first call in it. */
    void begin(EntityManager entityManager) {
        if (withoutSnapshot) {
            entityManager.unwrap(Session.class).doWork(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(READ_COMMITTED);
                }
            });
        }
    }

    /** Records that only the commit is left. */
    <R> R finish(R result) {
        finished = true;
        return result;
    }

    /** Runs the whole work of this attempt. */
    <R> R run(Supplier<R> work) {
        try {
            R result = work.get();
            if (broken != null) {
                throw broken;
            }
            return finish(result);
        } catch (RuntimeException e) {
            thrown = e;
            throw e;
        }
    }

    /** Runs a part of the work that must be committed with all of it or not at all. */
    <R> R join(Supplier<R> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            throw breakWith(e);
        }
    }

    /** Marks the attempt as broken. Only the first failure is kept: later ones may be its consequences. */
    <E extends RuntimeException> E breakWith(E failure) {
        if (broken == null) {
            broken = failure;
        }
        return failure;
    }

    Failure failure(RuntimeException seen) {
        if (thrown != null) {
            boolean worthRepeating = thrown instanceof StorageException
                    && broken instanceof StorageException first
                    && DatabaseFailure.of(first).isWorthRepeating();
            return new Failure(thrown, worthRepeating);
        }
        DatabaseFailure said = DatabaseFailure.of(seen);
        if (finished && !said.isRolledBack()) {
            return new Failure(new StorageException(Outcome.UNKNOWN, seen), false);
        }
        return new Failure(new StorageException(Outcome.UNCHANGED, seen), said.isWorthRepeating());
    }
}
