package dev.accounts.jpa.spi;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * The one seam to a host's transactions. Thread-safe.
 *
 * <p>With Spring, for example: a shared entity manager and {@code transactionTemplate.execute(status -> work.apply(em))}.
 */
public interface AccountTransactions {

    /**
     * Runs work in the current transaction of the host if there is one, else in a transaction of its own that is committed
     * when the work returns and rolled back when it throws.
     *
     * @param <R> what the work returns
     * @param work what to do with an entity manager that takes part in the transaction
     * @return what the work returned
     */
    <R> R call(Function<EntityManager, R> work);

    /**
     * Runs work in a new transaction that is committed when the work returns and rolled back when it throws, whatever is
     * under way, which goes on afterwards. It takes a second connection while another transaction holds one.
     *
     * <p>What is called with {@link #call} and {@link #read} meanwhile takes part in the new transaction.
     *
     * @param <R> what the work returns
     * @param work what to do with an entity manager that takes part in the new transaction
     * @return what the work returned
     */
    <R> R callNew(Function<EntityManager, R> work);

    /**
     * Runs work that only reads. Override it where a read outside a transaction is cheaper than {@link #call}, which it is
     * by two round trips where no transaction is under way. Each call of the stores begins with the question whether the
     * entity manager is joined to a transaction: where it is not, what the database undid is made again.
     *
     * @param <R> what the work returns
     * @param work what to read with an entity manager that sees the current transaction if there is one
     * @return what the work returned
     */
    default <R> R read(Function<EntityManager, R> work) {
        return call(work);
    }

    /**
     * Runs an action once the current transaction has been committed, and never if it is rolled back. Override it where the
     * host has a way of its own. This one asks Hibernate, which runs the action before the transaction has let go of the
     * thread: of the database the action may use only what {@link #callNew} gives it. The stores see to that themselves.
     *
     * @param entityManager what {@link #call} or {@link #callNew} gave to the work under way
     * @param action what to do; it must not throw
     */
    default void afterCommit(EntityManager entityManager, Runnable action) {
        entityManager
                .unwrap(SessionImplementor.class)
                .getTransactionCoordinator()
                .getLocalSynchronizations()
                .registerSynchronization(new AfterCommit(action));
    }
}
