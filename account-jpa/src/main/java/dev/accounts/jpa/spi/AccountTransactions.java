package dev.accounts.jpa.spi;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.RollbackException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * Runs the work of the library in a host's transactions. Thread-safe.
 *
 * <p>{@link #local} is the seam for plain Hibernate, {@code dev.accounts.spring} has one for Spring, {@code dev.accounts.quarkus} one
 * for Quarkus, and {@link #of} makes one from the means of another framework.
 */
public interface AccountTransactions {

    /**
     * Makes the seam from the means that frameworks have to run work in a transaction.
     *
     * @param entityManager takes part in the transaction of the thread, like an injected one
     * @param underWay whether a transaction is under way on the thread
     * @param joining runs work in the transaction of the thread, or in a new one if none is under way. It commits a new one when
     *     the work returns and rolls it back when it throws; work that throws in an earlier one must mark that one for rollback
     * @param requiringNew runs work in a new transaction in any case
     * @return the seam
     * @throws NullPointerException if an argument is null
     */
    static AccountTransactions of(
            EntityManager entityManager,
            BooleanSupplier underWay,
            Consumer<Runnable> joining,
            Consumer<Runnable> requiringNew) {
        return new GivenTransactions(entityManager, underWay, joining, requiringNew);
    }

    /**
     * Makes the seam for a host that has Hibernate and no manager of transactions. The host runs its own work by {@link #call}, and
     * what it writes and the accounts are committed or rolled back together. A transaction belongs to the thread that began it.
     * If work inside other work throws, all of it is rolled back: {@link #call} of the outer work then throws {@link
     * RollbackException}, unless the work throws itself.
     *
     * @param factory the host's resource-local persistence unit of Hibernate; the host closes it
     * @return the seam; the host and the stores must use the same one
     * @throws NullPointerException if {@code factory} is null
     */
    static AccountTransactions local(EntityManagerFactory factory) {
        return new LocalTransactions(factory);
    }

    /**
     * Runs work in the current transaction of the host. If the work throws there, that transaction must not commit. If there is none,
     * runs the work in a new transaction that is committed when the work returns and rolled back when it throws.
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
     * Returns whether a transaction of the host is under way. It must not begin one, and it must be true inside the work of {@link
     * #call} and {@link #callNew}. If it is false, the stores repeat what the database rolled back.
     *
     * @return whether one is under way on this thread
     */
    boolean isUnderWay();

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
