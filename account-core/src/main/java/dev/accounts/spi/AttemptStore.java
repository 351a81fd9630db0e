package dev.accounts.spi;

import dev.accounts.model.StorageException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where attempts are counted, by keys of 64 hex digits that tell nothing of whom they are for. Thread-safe. The service calls
 * it within {@link UnitOfWork#apart}, so that no rollback of a host erases a count.
 */
public interface AttemptStore {

    /**
     * What was counted for a key.
     *
     * @param key the key
     * @return the attempts, or empty if none was counted
     * @throws StorageException if the store fails
     */
    Optional<Attempts> find(String key);

    /**
     * Replaces what was counted for a key, if that is still what was seen. Of any number of simultaneous calls that saw the
     * same exactly one answers true.
     *
     * @param key the key
     * @param seen what was found
     * @param next what is to be found from now on
     * @return whether it was replaced
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean replace(String key, Optional<Attempts> seen, Attempts next);

    /**
     * Forgets what was counted for a key, if that is still what was seen.
     *
     * @param key the key
     * @param seen what was found
     * @return whether it was forgotten
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean remove(String key, Attempts seen);

    /**
     * Forgets what was counted for a key, whatever that is.
     *
     * @param key the key
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    void remove(String key);

    /**
     * Forgets keys that nothing was counted for in a long time.
     *
     * @param before those whose last attempt began before this go
     * @param limit how many at the most
     * @return how many went
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int purge(Instant before, int limit);
}
