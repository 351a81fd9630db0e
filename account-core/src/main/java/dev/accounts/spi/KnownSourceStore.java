package dev.accounts.spi;

import dev.accounts.model.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores from which sources users have logged in. A digest of 32 hex digits stands for a user and a source; it does not reveal
 * the source, nor which users share one. A user has at most {@link #MOST} sources. They are gone with the user. Thread-safe.
 */
public interface KnownSourceStore {

    /** The most sources of one user. Another one replaces the one that was not used for the longest time. */
    int MOST = 10;

    /** How long a source stays known after the last login from it. */
    Duration MEMORY = Duration.ofDays(30);

    /**
     * Finds the last login of a user from a source.
     *
     * @param digest the digest of the user and the source
     * @return when it was recorded, or empty if the user does not know the source
     * @throws StorageException if the store fails
     */
    Optional<Instant> find(String digest);

    /**
     * Records a login of a user from a source, in the transaction under way, which has changed the user and so lets no other
     * do the same for this user.
     *
     * @param userId the id of the user
     * @param digest the digest of the user and the source
     * @param now the current time
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    void record(long userId, String digest, Instant now);

    /**
     * Forgets the sources of a user.
     *
     * @param userId the id of the user
     * @return how many were forgotten
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int forget(long userId);

    /**
     * Removes sources that were not used in a long time. Logins that are dated later than now, by a clock that was ahead,
     * are dated now.
     *
     * @param now the current time
     * @param before removes those whose last login was before this instant
     * @param limit the largest number of sources to remove
     * @return how many were removed
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int purge(Instant now, Instant before, int limit);
}
