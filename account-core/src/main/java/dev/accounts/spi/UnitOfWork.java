package dev.accounts.spi;

import dev.accounts.model.StorageException;
import java.util.function.Supplier;

/**
 * Joins several calls of stores into one change. Thread-safe: the transaction under way belongs to the calling thread.
 */
public interface UnitOfWork {

    /**
     * Runs work in one transaction: its calls of these stores take effect all or not at all. The work joins the
     * transaction under way, which may be the host's or that of an outer call. Without one, the work gets its own,
     * which is committed when the work returns and rolled back when it throws. An exception of the work itself is
     * thrown unchanged.
     *
     * <p>The store may undo the work and run it again from its beginning, so the work must have no other effects.
     *
     * @param <R> what the work returns
     * @param work what to do; it must not compute hashes
     * @return what the work returned
     * @throws StorageException if a store fails, with the outcome unknown if the commit did not answer
     */
    <R> R atomically(Supplier<R> work);

    /**
     * Runs work in a transaction of its own, which stands even if a transaction under way is rolled back. It is
     * committed when the work returns and rolled back when it throws. An exception of the work itself is thrown
     * unchanged.
     *
     * @param <R> what the work returns
     * @param work what to do; it must not touch what the transaction under way has changed
     * @return what the work returned
     * @throws StorageException if a store fails, with the outcome unknown if the commit did not answer
     */
    <R> R apart(Supplier<R> work);

    /**
     * Runs several reads together: on one connection, and in one transaction where connections do not commit by themselves.
     * They join the transaction under way, if there is one.
     *
     * @param <R> what the reads return
     * @param reads what to read; it must not write, and the store may repeat it from its beginning
     * @return what the reads returned
     * @throws StorageException if a store fails
     */
    <R> R reading(Supplier<R> reads);

    /**
     * Returns whether the calling thread has a transaction under way, the host's or that of an outer call.
     *
     * @return whether calls of these stores join a transaction
     * @throws StorageException if the store fails
     */
    boolean isUnderWay();

    /**
     * Runs an action after the transaction under way is committed, and never if it is rolled back. Runs the action at
     * once if no transaction is under way.
     *
     * @param action what to do; it must not throw
     */
    void afterCommit(Runnable action);
}
