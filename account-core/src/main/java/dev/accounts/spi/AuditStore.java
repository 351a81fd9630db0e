package dev.accounts.spi;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.StorageException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores the events of accounts in an append-only table, for hosts that want one. Thread-safe. */
public interface AuditStore {

    /**
     * Appends an event, in the transaction under way.
     *
     * @param event what happened
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    void append(AccountEvent event);

    /**
     * Counts an event about no account, in the transaction under way: adds one occurrence to the entry with this key, or appends
     * the event with one occurrence if no entry has it. So the events of one source take one entry an hour, however many they are.
     *
     * @param event what happened
     * @param key 32 hex digits that stand for what is counted together
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    void count(AccountEvent event, String key);

    /**
     * Lists a page of entries in ascending order of their ids.
     *
     * @param userId lists only the entries about this user; empty for all entries
     * @param afterId 0 for the first page, the last id of a page for the next
     * @param limit the largest number of entries, at least 1
     * @return the entries, fewer than {@code limit} only on the last page
     * @throws StorageException if the store fails
     */
    List<AuditEntry> list(Optional<Long> userId, long afterId, int limit);

    /**
     * Forgets a user, in the transaction under way. Removes the entries about the user. Entries about others in which
     * the user acted stay, but lose the id of the actor and the source.
     *
     * @param userId the id of the user
     * @return how many entries were removed
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int forget(long userId);

    /**
     * Removes old entries.
     *
     * @param before removes entries from before this instant
     * @param limit the largest number of entries to remove
     * @return how many were removed
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int purge(Instant before, int limit);
}
