package dev.accounts.jpa.internal.transaction;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.spi.AccountTransactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each piece of work with a new entity manager in its own transaction; work inside other work joins it. A read
 * gets a transaction only if the connection does not auto-commit: its implicit transaction would otherwise last into
 * the next use of the connection.
 */
public final class OwnTransactions implements AccountTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(OwnTransactions.class);

    private final EntityManagerFactory factory;

    /** Not static: an application may have several sets of stores. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Current> underWay = new ThreadLocal<>();

    public OwnTransactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** The transaction of a thread, and the actions that wait for its commit. */
    private record Current(EntityManager entityManager, List<Runnable> afterCommit) {}

    @Override
    public <R> R call(Function<EntityManager, R> work) {
        Current current = underWay.get();
        return current == null ? callNew(work) : work.apply(current.entityManager());
    }

    @Override
    public <R> R callNew(Function<EntityManager, R> work) {
        List<Runnable> afterCommit = new ArrayList<>();
        R result;
        try (EntityManager entityManager = factory.createEntityManager(Map.of())) {
            result = inTransaction(entityManager, within(new Current(entityManager, afterCommit), work));
        }
        afterCommit.forEach(OwnTransactions::run);
        return result;
    }

    @Override
    public <R> R read(Function<EntityManager, R> work) {
        Current current = underWay.get();
        if (current != null) {
            return work.apply(current.entityManager());
        }
        try (EntityManager entityManager = factory.createEntityManager(Map.of())) {
            boolean autoCommit = entityManager.unwrap(Session.class).doReturningWork(Connection::getAutoCommit);
            Function<EntityManager, R> reads = within(new Current(entityManager, new ArrayList<>()), work);
            return autoCommit ? reads.apply(entityManager) : inTransaction(entityManager, reads);
        }
    }

    @Override
    public void afterCommit(EntityManager entityManager, Runnable action) {
        requireNonNull(underWay.get(), "no transaction is under way")
                .afterCommit()
                .add(action);
    }

    /** Wraps work so that calls inside it find the transaction on this thread. */
    private <R> Function<EntityManager, R> within(Current current, Function<EntityManager, R> work) {
        return entityManager -> {
            Current outer = underWay.get();
            underWay.set(current);
            try {
                return work.apply(entityManager);
            } finally {
                restore(outer);
            }
        };
    }

    private void restore(@Nullable Current outer) {
        if (outer == null) {
            underWay.remove();
        } else {
            underWay.set(outer);
        }
    }

    private static <R> R inTransaction(EntityManager entityManager, Function<EntityManager, R> work) {
        EntityTransaction transaction = entityManager.getTransaction();
        transaction.begin();
        try {
            R result = work.apply(entityManager);
            transaction.commit();
            return result;
        } finally {
            rollBackIfActive(transaction);
        }
    }

    private static void rollBackIfActive(EntityTransaction transaction) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException e) {
            // The exception that made the rollback necessary is being thrown; the caller must see that one.
            LOG.debug("rollback failed", e);
        }
    }

    /**
     * Runs an action and logs its failure. The change is committed, and the caller must not take this failure for a
     * failure of the change.
     */
    static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("an action after a commit failed", e);
        }
    }
}
