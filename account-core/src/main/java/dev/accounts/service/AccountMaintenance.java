package dev.accounts.service;

import dev.accounts.model.StorageException;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.spi.AccountNotifier;

/** What the host's scheduler does for accounts, and who runs the host for the first of them. Thread-safe. */
public interface AccountMaintenance {

    /**
     * Removes what is of no use any more: tokens that expired or were idle for too long, mailed links that expired, failed
     * attempts from more than a day ago, messages that could not be delivered within a week, what requests for unknown
     * addresses left behind, and audit entries that are older than their retention. Call it from time to time, again as long
     * as it answers a positive number.
     *
     * @param limit how many rows of each kind at the most, at least 1; a database commits after each 500 of a kind, but for
     *     failed attempts, which go in one transaction
     * @return how many rows went
     * @throws IllegalArgumentException if {@code limit} is less than 1
     * @throws StorageException if the store failed; what was removed before stays removed
     */
    int purge(int limit);

    /**
     * Delivers messages that are due, one after the other. Any number of nodes may do so at the same time. One that fails is
     * tried again after 1 minute, then 2, doubling up to an hour, as long as it is no more than a week old; after that, or
     * when the account has moved on and it would be wrong, it is dropped.
     *
     * @param notifier how the host tells people something
     * @param limit how many attempts at the most, at least 1
     * @return how many messages were delivered
     * @throws IllegalArgumentException if {@code limit} is less than 1
     * @throws StorageException if the store failed; a message that was sent just then will be sent again
     */
    int deliver(AccountNotifier notifier, int limit);

    /**
     * Makes a user an active member of staff with every permission, without asking anybody: how the first administrator
     * comes to be. Keep it out of reach of requests.
     *
     * @param userId whom
     * @throws UserNotFoundException if there is no such user
     * @throws StorageException if the store failed; if its outcome is unknown, the user may be one
     */
    void appointSuperuser(long userId);
}
