package dev.accounts.jpa.internal.transaction;

import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import jakarta.persistence.EntityManager;
import java.sql.Statement;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a piece of work, and what went wrong in it. Belongs to one thread.
 *
 * <p>Once a part of it has failed the attempt is broken: what is left of it must not be committed, even if the work goes on.
 */
final class TransactionAttempt {

    private static final String READ_COMMITTED = "set transaction isolation level read committed";

    private final boolean alone;
    private final boolean withoutSnapshot;
    private boolean finished;
    private @Nullable RuntimeException broken;
    private @Nullable RuntimeException thrown;

    /**
     * Another attempt.
     *
     * @param alone whether no transaction is under way around it
     * @param withoutSnapshot whether the one before it failed since its snapshot was too old, as this one would: then it sees
     *     what others commit meanwhile, as it does by default on other databases
     */
    TransactionAttempt(boolean alone, boolean withoutSnapshot) {
        this.alone = alone;
        this.withoutSnapshot = withoutSnapshot;
    }

    /** The exception that reports a failed attempt, and whether another attempt may succeed. */
    record Failure(RuntimeException refusal, boolean isWorthRepeating) {}

    boolean isAlone() {
        return alone;
    }

    /** Must come first in the transaction. */
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

    /** Runs the work of which this is an attempt. */
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

    /** Runs a part of the work that must happen with all of it or not at all. */
    <R> R join(Supplier<R> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            throw breakWith(e);
        }
    }

    /** The first failure is the one to tell: those after it may be its consequences. */
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
