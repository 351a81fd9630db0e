package dev.accounts.spi;

import dev.accounts.model.StorageException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Counts attempts under keys of 32 hex digits, which do not reveal what they stand for. Thread-safe. The service calls
 * it within {@link UnitOfWork#apart}, so that no rollback of a host erases a count.
 */
public interface AttemptStore {

    /** How many attempts are few. */
    int FEW = 2;

    /**
     * Finds the attempts that were counted for several keys.
     *
     * @param keys the keys
     * @return the attempts of each key that were counted
     * @throws StorageException if the store fails
     */
    Map<String, Attempts> find(Collection<String> keys);

    /**
     * Finds the attempts that were counted for a key.
     *
     * @param key the key
     * @return the attempts, or empty if none was counted
     * @throws StorageException if the store fails
     */
    Optional<Attempts> find(String key);

    /**
     * Replaces the attempts of a key if they are still the ones that the caller saw. Of any number of simultaneous
     * calls that saw the same attempts, exactly one returns true.
     *
     * @param key the key
     * @param seen what the caller found
     * @param next what replaces it
     * @return whether it was replaced
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean replace(String key, Optional<Attempts> seen, Attempts next);

    /**
     * Removes the attempts of a key if they are still the ones that the caller saw.
     *
     * @param key the key
     * @param seen what the caller found
     * @return whether they were removed
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean remove(String key, Attempts seen);

    /**
     * Removes the attempts of a key.
     *
     * @param key the key
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    void remove(String key);

    /**
     * Removes keys that no attempt was counted for in a long time. Attempts that are dated later than now, by a clock that
     * was ahead, are dated now. A key with few attempts, such as that of a name which no account has, goes earlier.
     *
     * @param now the current time
     * @param before removes keys whose last attempt began before this instant
     * @param fewBefore removes keys with at most {@value #FEW} attempts whose last attempt began before this instant
     * @param limit the largest number of keys to remove
     * @return how many were removed
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int purge(Instant now, Instant before, Instant fewBefore, int limit);
}
