package dev.accounts.spi;

import dev.accounts.model.StorageException;
import java.util.function.Supplier;

/** How several calls of stores become one change. Thread-safe; what is under way belongs to the calling thread. */
public interface UnitOfWork {

    /**
     * Runs work whose calls of these stores happen all or not at all: in the transaction that is under way, the host's or an
     * outer call's, else in one of its own that is committed when the work returns and rolled back when it throws. What the
     * work throws itself comes out as it is.
     *
     * <p>The work may be run again from its beginning where the store undid it, so that it must have no other effects.
     *
     * @param <R> what the work returns
     * @param work what to do; it must not compute hashes
     * @return what the work returned
     * @throws StorageException if a store fails, with the outcome unknown if the commit did not answer
     */
    <R> R atomically(Supplier<R> work);

    /**
     * Runs work in a transaction of its own, which stands whatever becomes of one that is under way. It is committed when the
     * work returns and rolled back when it throws, and what the work throws itself comes out as it is.
     *
     * @param <R> what the work returns
     * @param work what to do; it must touch nothing that the transaction under way has changed
     * @return what the work returned
     * @throws StorageException if a store fails, with the outcome unknown if the commit did not answer
     */
    <R> R apart(Supplier<R> work);

    /**
     * Runs an action once the transaction under way has been committed, and never if it is rolled back; at once if none is
     * under way.
     *
     * @param action what to do; it must not throw
     */
    void afterCommit(Runnable action);
}
