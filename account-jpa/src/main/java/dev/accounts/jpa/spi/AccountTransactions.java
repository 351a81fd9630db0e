package dev.accounts.jpa.spi;

import jakarta.persistence.EntityManager;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * Runs the work of the library in a host's transactions. Thread-safe.
 *
 * <p>With Spring, for example: a shared entity manager and
 * {@code transactionTemplate.execute(status -> work.apply(em))}.
 */
public interface AccountTransactions {

    /**
     * Makes the seam from the means that frameworks have to run work in a transaction. {@code dev.accounts.quarkus} does this for
     * Quarkus, {@code dev.accounts.spring} has a seam for Spring.
     *
     * @param entityManager takes part in the transaction of the thread, like an injected one
     * @param underWay whether a transaction is under way on the thread
     * @param joining runs work in the transaction of the thread, or in a new one if there is none; commits a new one when
     *     the work returns and rolls it back when it throws
     * @param requiringNew runs work in a new transaction in any case
     * @return the seam
     */
    static AccountTransactions of(
            EntityManager entityManager,
            BooleanSupplier underWay,
            Consumer<Runnable> joining,
            Consumer<Runnable> requiringNew) {
        return new GivenTransactions(entityManager, underWay, joining, requiringNew);
    }

    /**
     * Runs work in the current transaction of the host. If there is none, runs it in a new transaction that is
     * committed when the work returns and rolled back when it throws.
     *
     * @param <R> what the work returns
     * @param work the work, which receives an entity manager that takes part in the transaction
     * @return what the work returned
     */
    <R> R call(Function<EntityManager, R> work);

    /**
     * Runs work in a new transaction, even if another one is under way. The new one is committed when the work returns
     * and rolled back when it throws; then the other one continues. It takes a second connection while another
     * transaction holds one.
     *
     * <p>Calls of {@link #call} and {@link #read} during the work take part in the new transaction.
     *
     * @param <R> what the work returns
     * @param work the work, which receives an entity manager that takes part in the new transaction
     * @return what the work returned
     */
    <R> R callNew(Function<EntityManager, R> work);

    /**
     * Runs work that only reads. Override it if reading outside a transaction is cheaper than {@link #call}: it saves
     * two round trips where no transaction is under way.
     *
     * @param <R> what the work returns
     * @param work the work, which receives an entity manager that sees the current transaction if there is one
     * @return what the work returned
     */
    default <R> R read(Function<EntityManager, R> work) {
        return call(work);
    }

    /**
     * Returns whether a transaction of the host is under way. If it is not, the stores repeat what the database rolled back.
     * The default asks the entity manager, through {@link #read}.
     *
     * @return whether one is under way on this thread
     */
    default boolean isUnderWay() {
        return read(EntityManager::isJoinedToTransaction);
    }

    /**
     * Runs an action once the current transaction has been committed, and never if it is rolled back. Override it if
     * the host has its own means for this.
     *
     * <p>The default registers the action with Hibernate, which runs it before the thread has left the transaction.
     * Such an action may use the database only through {@link #callNew}. The stores take care of that themselves.
     *
     * @param entityManager the entity manager that {@link #call} or {@link #callNew} passed to the work under way
     * @param action the action; it must not throw
     */
    default void afterCommit(EntityManager entityManager, Runnable action) {
        entityManager
                .unwrap(SessionImplementor.class)
                .getTransactionCoordinator()
                .getLocalSynchronizations()
                .registerSynchronization(new AfterCommit(action));
    }
}
