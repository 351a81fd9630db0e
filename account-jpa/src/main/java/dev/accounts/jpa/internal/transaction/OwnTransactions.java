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
 * A new entity manager and a transaction of its own for each piece of work that is called outside another; for reads only
 * where connections do not commit by themselves, since what they have read would otherwise go on into the next.
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

    /** The transaction of a thread, and what waits for its commit. */
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
            return autoCommit ? work.apply(entityManager) : inTransaction(entityManager, work);
        }
    }

    @Override
    public void afterCommit(EntityManager entityManager, Runnable action) {
        requireNonNull(underWay.get(), "no transaction").afterCommit().add(action);
    }

    /** The same work, which finds the transaction wherever it is asked for on this thread. */
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
            // What made the rollback necessary is being thrown; that is the one to tell.
            LOG.debug("rollback failed", e);
        }
    }

    /** The change is there, whatever becomes of an action: nobody must take its failure for one of the change. */
    static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("an action after a commit failed", e);
        }
    }
}
