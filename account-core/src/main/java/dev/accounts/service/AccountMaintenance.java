package dev.accounts.service;

import dev.accounts.model.StorageException;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.spi.AccountNotifier;
import java.time.Duration;
import java.util.Optional;

/** Runs tasks for the host's scheduler, and appoints the first superuser. Thread-safe. */
public interface AccountMaintenance {

    /**
     * Removes rows that are no longer of use:
     *
     * <ul>
     *   <li>tokens that expired or were idle for too long
     *   <li>one-time links that expired
     *   <li>counts of failed attempts from more than a day ago
     *   <li>messages that could not be delivered within a week
     *   <li>what requests for unknown addresses left behind
     *   <li>audit entries that are older than their retention
     * </ul>
     *
     * <p>Call it from time to time, and again as long as it returns a positive number.
     *
     * @param limit the largest number of rows of each kind, at least 1; a database commits after each 500 rows of a
     *     kind, but removes failed attempts in one transaction
     * @return how many rows were removed
     * @throws IllegalArgumentException if {@code limit} is less than 1
     * @throws StorageException if the store failed; what was removed before stays removed
     */
    int purge(int limit);

    /**
     * Delivers messages that are due, one after the other. Any number of nodes may call it at the same time.
     *
     * <p>A message whose delivery failed is tried again after 1 minute, then after 2 minutes, doubling up to an hour.
     * It is dropped after a week, or when a change of the account has made it wrong.
     *
     * @param notifier sends the messages
     * @param limit the largest number of delivery attempts, at least 1
     * @return how many messages were delivered
     * @throws NullPointerException if {@code notifier} is null
     * @throws IllegalArgumentException if {@code limit} is less than 1
     * @throws StorageException if the store failed; a message that was sent just then will be sent again
     */
    int deliver(AccountNotifier notifier, int limit);

    /**
     * Returns a task for a scheduler that runs it every few seconds, on any number of nodes. Each run delivers up to 100 messages; one
     * in ten minutes purges. The task throws no exception, so that no scheduler drops it: it logs a warning, and the next run tries
     * again. Stop the scheduler before the stores are closed.
     *
     * @param notifier sends the messages
     * @return the task
     * @throws NullPointerException if {@code notifier} is null
     */
    Runnable recurring(AccountNotifier notifier);

    /**
     * Tells how long the oldest message has waited for its delivery. More than a few minutes mean that the host does not call
     * {@link #deliver}, or that its notifier fails.
     *
     * @return how long, at least zero; empty if no message waits
     * @throws StorageException if the store failed
     */
    Optional<Duration> longestWait();

    /**
     * Makes a user an active member of staff with every permission. A host creates its first superuser this way. It
     * checks no rights, so keep it out of reach of requests.
     *
     * @param userId the id of the user
     * @throws UserNotFoundException if there is no such user
     * @throws StorageException if the store failed; if its outcome is unknown, the user may be a superuser
     */
    void appointSuperuser(long userId);
}
