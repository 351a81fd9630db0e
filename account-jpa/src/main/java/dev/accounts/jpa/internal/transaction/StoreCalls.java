package dev.accounts.jpa.internal.transaction;

import dev.accounts.jpa.spi.AccountTransactions;
import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import dev.accounts.spi.UnitOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the calls of the stores on the database. Exceptions become {@link StorageException}, after another attempt where
 * that is safe.
 *
 * <p>There are up to three attempts, each in its own transaction. A further attempt follows after a random pause of up
 * to 50 ms, and only if the database certainly undid the failed one. While a transaction of the host is under way there
 * is one attempt, because only the host can repeat its transaction. A call within a piece of work is made once, and the
 * whole work is repeated. A commit that did not answer is never repeated.
 */
public final class StoreCalls implements UnitOfWork, SqlReads {

    private static final Logger LOG = LoggerFactory.getLogger(StoreCalls.class);

    static final int ATTEMPTS = 3;

    private final AccountTransactions transactions;
    private final @Nullable HostTransactions host;
    private final @Nullable DataSourceCalls direct;

    /** The attempt at the innermost work of a thread. Not static: an application may have several sets of stores. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable TransactionAttempt> underWay = new ThreadLocal<>();

    private StoreCalls(
            AccountTransactions transactions, @Nullable HostTransactions host, @Nullable DataSourceCalls direct) {
        this.transactions = transactions;
        this.host = host;
        this.direct = direct;
    }

    public static StoreCalls over(DataSource dataSource, EntityManagerFactory unit) {
        AccountTransactions transactions = AccountTransactions.local(unit);
        return new StoreCalls(transactions, null, new DataSourceCalls(dataSource, unit, new UnitReads(transactions)));
    }

    public static StoreCalls apartFromHost(AccountTransactions transactions) {
        return new StoreCalls(transactions, null, null);
    }

    public static StoreCalls withinHost(AccountTransactions transactions) {
        HostTransactions host = new HostTransactions(transactions);
        return new StoreCalls(host, host, null);
    }

    public <R> R write(Function<EntityManager, R> work) {
        return call(attempt -> begin(attempt, entityManager -> {
            attempt.begin(entityManager);
            return attempt.finish(work.apply(entityManager));
        }));
    }

    /** Runs one statement that takes effect at most once, however often it is made; returns whether it took effect. */
    public boolean change(ReturningWork<Boolean> statement) {
        Optional<Boolean> changed = direct != null && isAlone() ? direct.change(statement) : Optional.empty();
        return changed.orElseGet(
                () -> write(entityManager -> entityManager.unwrap(Session.class).doReturningWork(statement)));
    }

    public static MutationQuery mutation(EntityManager entityManager, String hql) {
        return entityManager.unwrap(Session.class).createMutationQuery(hql);
    }

    public <R> R read(Function<EntityManager, R> work) {
        return call(attempt -> transactions.read(work));
    }

    @Override
    public <R> R query(ReturningWork<R> work) {
        SqlReads reads = direct != null && underWay.get() == null ? direct : new UnitReads(transactions);
        return call(attempt -> reads.query(work));
    }

    @Override
    public <R> R atomically(Supplier<R> work) {
        TransactionAttempt outer = underWay.get();
        return outer == null
                ? repeat(attempts(), attempt -> begin(attempt, entityManager -> within(attempt, entityManager, work)))
                : outer.join(work);
    }

    @Override
    public <R> R apart(Supplier<R> work) {
        return repeat(ATTEMPTS, attempt -> transactions.callNew(entityManager -> within(attempt, entityManager, work)));
    }

    @Override
    public <R> R reading(Supplier<R> reads) {
        // The reads of a host without a transaction are made as the host makes them.
        return host != null || underWay.get() != null
                ? reads.get()
                : repeat(
                        ATTEMPTS,
                        attempt -> transactions.read(entityManager -> within(attempt.reading(), entityManager, reads)));
    }

    @Override
    public boolean isUnderWay() {
        TransactionAttempt outer = underWay.get();
        return outer == null ? attempts() == 1 : !outer.isReading();
    }

    /** Returns whether a call of this thread stands by itself: neither a host's transaction nor other work is around it. */
    boolean isAlone() {
        return underWay.get() == null && attempts() == ATTEMPTS;
    }

    @Override
    public void afterCommit(Runnable action) {
        if (host == null && underWay.get() == null) {
            action.run();
            return;
        }
        write(entityManager -> {
            transactions.afterCommit(entityManager, new LoggedAction(action));
            return true;
        });
    }

    private <R> R within(TransactionAttempt attempt, EntityManager entityManager, Supplier<R> work) {
        attempt.begin(entityManager);
        TransactionAttempt outer = underWay.get();
        underWay.set(attempt);
        try {
            return attempt.run(work);
        } finally {
            if (outer == null) {
                underWay.remove();
            } else {
                underWay.set(outer);
            }
        }
    }

    private <R> R call(Function<TransactionAttempt, R> work) {
        TransactionAttempt outer = underWay.get();
        if (outer == null) {
            return repeat(attempts(), work);
        }
        try {
            return work.apply(new TransactionAttempt(false, false));
        } catch (RuntimeException e) {
            throw outer.breakWith(new StorageException(Outcome.UNCHANGED, e));
        }
    }

    /**
     * Returns how many attempts the work gets. Must be called before the work: a failure may leave a host's transaction
     * in a state that no longer shows whether it is under way.
     */
    private int attempts() {
        try {
            return host != null && host.isUnderWay() ? 1 : ATTEMPTS;
        } catch (RuntimeException e) {
            throw new StorageException(Outcome.UNCHANGED, e);
        }
    }

    private <R> R begin(TransactionAttempt attempt, Function<EntityManager, R> work) {
        return host != null && attempt.isAlone() ? host.callAlone(work) : transactions.call(work);
    }

    static <R> R repeat(int attempts, Function<TransactionAttempt, R> work) {
        boolean withoutSnapshot = false;
        for (int left = attempts - 1; ; left--) {
            TransactionAttempt attempt = new TransactionAttempt(attempts > 1, withoutSnapshot);
            try {
                return work.apply(attempt);
            } catch (RuntimeException e) {
                TransactionAttempt.Failure failure = attempt.failure(e);
                if (left == 0 || !failure.isWorthRepeating()) {
                    throw failure.refusal();
                }
                DatabaseFailure said = DatabaseFailure.of(failure.refusal());
                LOG.debug("trying again after {}", said);
                withoutSnapshot |= said.isSnapshotConflict();
                failure.pause();
            }
        }
    }
}
