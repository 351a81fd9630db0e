package dev.accounts.spi;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.StorageException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An append-only table of what happened, for hosts that want one. Thread-safe. */
public interface AuditStore {

    /**
     * Appends an event, in the transaction under way.
     *
     * @param event what happened
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    void append(AccountEvent event);

    /**
     * A page of entries in ascending order of their ids.
     *
     * @param userId only those about this user, or all if it is empty
     * @param afterId 0 for the first page, the last id of a page for the next
     * @param limit how many at the most, at least 1
     * @return the entries, fewer than {@code limit} only on the last page
     * @throws StorageException if the store fails
     */
    List<AuditEntry> list(Optional<Long> userId, long afterId, int limit);

    /**
     * Forgets a user, in the transaction under way: entries about the user go, and of those about others in which the user
     * acted, it is no longer told who did and from where.
     *
     * @param userId who is to be forgotten
     * @return how many entries went
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int forget(long userId);

    /**
     * Removes old entries.
     *
     * @param before those from before this go
     * @param limit how many at the most
     * @return how many went
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int purge(Instant before, int limit);
}
