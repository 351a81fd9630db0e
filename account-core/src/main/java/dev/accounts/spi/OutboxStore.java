package dev.accounts.spi;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.StorageException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where messages wait for their delivery. They are added in the transaction of the change they tell of, so that none is sent
 * of what was rolled back and none is lost of what was committed. Thread-safe, across any number of nodes.
 */
public interface OutboxStore {

    /**
     * Adds a notice that is due at once, or never if it goes to nobody.
     *
     * @param userId whom it is for; empty for one that goes to nobody
     * @param kind what it is about
     * @param address where it is to be sent, or an empty text
     * @param now the current time
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    void add(Optional<Long> userId, AccountMessage.Kind kind, String address, Instant now);

    /**
     * Takes notices that are due, the oldest first: no other call gets them before the time is over. Each counts one attempt
     * more. No call takes two notices of one user, and a notice waits for an older one of the same user if that
     *
     * <ul>
     *   <li>goes to the same address, or
     *   <li>was never tried and is the oldest to its address.
     * </ul>
     *
     * <p>So an address that cannot be reached holds back nothing but what goes there.
     *
     * @param now the current time
     * @param until when others may take them if they are neither delivered nor failed by then
     * @param limit how many at the most
     * @return the taken notices
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    List<Notice> claim(Instant now, Instant until, int limit);

    /**
     * Removes a notice that was delivered or is not to be delivered any more. One whose kind carries a token stays if another
     * call has taken it since: the token that was delivered ended when that call made another one.
     *
     * @param notice what was taken
     * @return whether it was there, and went
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean remove(Notice notice);

    /**
     * Puts a notice back whose delivery failed, unless another call has taken it since.
     *
     * @param notice what was taken
     * @param due when it may be taken again
     * @return whether it was put back
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean postpone(Notice notice, Instant due);

    /**
     * Removes notices that are too old to be of use, and all that go to nobody.
     *
     * @param before those asked for before this go
     * @param limit how many at the most
     * @return how many went
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int purge(Instant before, int limit);
}
