package dev.accounts.spi;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores messages that wait for their delivery. A message is added in the transaction of the change that it is about.
 * So a change that is rolled back sends no message, and a change that is committed loses none. Thread-safe, across any
 * number of nodes.
 */
public interface OutboxStore {

    /** The longest time for which a notice is postponed. A clock that was ahead has dated a notice that is due later. */
    Duration LONGEST_DELAY = Duration.ofHours(1);

    /**
     * Adds a notice. It is due at once; a dummy without a user is never due.
     *
     * @param userId the id of the user it is for; empty for a dummy
     * @param kind what it is about
     * @param address where to send it, or an empty text
     * @param now the current time
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    void add(Optional<Long> userId, AccountMessage.Kind kind, String address, Instant now);

    /**
     * Claims notices that are due, the oldest first. No other call gets them before {@code until}. Each claim adds one
     * attempt to a notice. No call claims two notices of one user. A notice waits for an older one of the same user if
     * the older one
     *
     * <ul>
     *   <li>goes to the same address, or
     *   <li>was never tried and is the oldest to its address.
     * </ul>
     *
     * <p>So an address that cannot be reached delays only the notices to that address.
     *
     * <p>What a clock that was ahead has dated counts as dated now: a notice that is due more than {@link #LONGEST_DELAY}
     * after now is due, and a claim that finds the creation later than now sets it to now.
     *
     * @param now the current time
     * @param until when other calls may claim them, unless they were removed or postponed before
     * @param limit the largest number of notices
     * @return the claimed notices
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    List<Notice> claim(Instant now, Instant until, int limit);

    /**
     * Removes a notice that was delivered or must no longer be delivered. A notice whose kind carries a token stays if
     * another call has claimed it since: that call issued a new token, which replaced the delivered one.
     *
     * @param notice what was claimed
     * @return whether it was removed
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean remove(Notice notice);

    /**
     * Puts back a notice whose delivery failed, unless another call has claimed it since.
     *
     * @param notice what was claimed
     * @param due when it may be claimed again
     * @return whether it was put back
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean postpone(Notice notice, Instant due);

    /**
     * Returns when the oldest notice that waits was requested. Dummies without a user do not count.
     *
     * @return the instant, or empty if no notice waits
     * @throws StorageException if the store fails
     */
    Optional<Instant> oldest();

    /**
     * Removes notices that are too old to be of use, and all dummies.
     *
     * @param before removes notices that were requested before this instant
     * @param limit the largest number of notices to remove
     * @return how many were removed
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int purge(Instant before, int limit);
}
