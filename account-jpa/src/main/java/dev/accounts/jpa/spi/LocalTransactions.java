package dev.accounts.jpa.spi;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.RollbackException;
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
final class LocalTransactions implements AccountTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(LocalTransactions.class);

    private final EntityManagerFactory factory;

    /** Not static: an application may have several persistence units. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Current> underWay = new ThreadLocal<>();

    LocalTransactions(EntityManagerFactory factory) {
        this.factory = requireNonNull(factory, "factory");
    }

    /** The entity manager of a thread, and the actions that wait for the commit of its transaction. */
    private record Current(EntityManager entityManager, List<Runnable> afterCommit) {

        /** A read need not be in a transaction. */
        boolean isTransaction() {
            return entityManager.isJoinedToTransaction();
        }
    }

    @Override
    public <R> R call(Function<EntityManager, R> work) {
        Current current = underWay.get();
        return current == null || !current.isTransaction() ? callNew(work) : join(current.entityManager(), work);
    }

    @Override
    public <R> R callNew(Function<EntityManager, R> work) {
        List<Runnable> afterCommit = new ArrayList<>();
        R result;
        try (EntityManager entityManager = open()) {
            result = inTransaction(entityManager, within(new Current(entityManager, afterCommit), work));
        }
        // Not earlier: an action may need the connection that the transaction had.
        afterCommit.forEach(Runnable::run);
        return result;
    }

    @Override
    public <R> R read(Function<EntityManager, R> work) {
        Current current = underWay.get();
        if (current != null) {
            return work.apply(current.entityManager());
        }
        try (EntityManager entityManager = open()) {
            boolean autoCommit = entityManager.unwrap(Session.class).doReturningWork(Connection::getAutoCommit);
            Function<EntityManager, R> reads = within(new Current(entityManager, new ArrayList<>()), work);
            return autoCommit ? reads.apply(entityManager) : inTransaction(entityManager, reads);
        }
    }

    @Override
    public boolean isUnderWay() {
        Current current = underWay.get();
        return current != null && current.isTransaction();
    }

    @Override
    public void afterCommit(EntityManager entityManager, Runnable action) {
        requireNonNull(underWay.get(), "no transaction is under way")
                .afterCommit()
                .add(action);
    }

    private EntityManager open() {
        if (!factory.isOpen()) {
            throw new IllegalStateException("the account stores, or the persistence unit below them, are closed");
        }
        return factory.createEntityManager(Map.of());
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

    /** Half of the work must not be committed, even if the outer work continues after the exception. */
    private static <R> R join(EntityManager entityManager, Function<EntityManager, R> work) {
        boolean done = false;
        try {
            R result = work.apply(entityManager);
            done = true;
            return result;
        } finally {
            if (!done) {
                doom(entityManager.getTransaction());
            }
        }
    }

    private static void doom(EntityTransaction transaction) {
        if (transaction.isActive()) {
            transaction.setRollbackOnly();
        }
    }

    private static <R> R inTransaction(EntityManager entityManager, Function<EntityManager, R> work) {
        EntityTransaction transaction = entityManager.getTransaction();
        transaction.begin();
        try {
            R result = work.apply(entityManager);
            requireUndoomed(transaction);
            transaction.commit();
            return result;
        } finally {
            rollBackIfActive(transaction);
        }
    }

    /** Hibernate may roll back without an exception when it is to commit such a transaction. */
    private static void requireUndoomed(EntityTransaction transaction) {
        if (transaction.isActive() && transaction.getRollbackOnly()) {
            throw new RollbackException("the transaction is rolled back, because a part of its work failed");
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
}
