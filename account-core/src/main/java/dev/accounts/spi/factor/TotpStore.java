package dev.accounts.spi.factor;

import dev.accounts.model.StorageException;
import java.util.Optional;

/** Stores the seeds of one-time codes, at most one for each user. Thread-safe. */
public interface TotpStore {

    /**
     * Stores a seed in place of the one that the user has.
     *
     * @param totp the seed
     * @throws StorageException if there is no such user, or if the store fails, with the outcome unknown if the commit did not answer
     */
    void put(StoredTotp totp);

    /**
     * Finds the seed of a user.
     *
     * @param userId the id of the user
     * @return the seed; empty if the user has not enrolled an app
     * @throws StorageException if the store fails
     */
    Optional<StoredTotp> find(long userId);

    /**
     * Uses up a code: a step is good only if it is later than the last one that was used. Of any number of simultaneous calls with one
     * step, exactly one returns true.
     *
     * @param seen what {@link #find} returned; another seed in its place is not used
     * @param step the time step of the code
     * @return whether it was used
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean use(StoredTotp seen, long step);

    /**
     * Replaces a seed by the same one under another key.
     *
     * @param seen what {@link #find} returned; another seed in its place is not replaced
     * @param encryptedSeed the same seed, encrypted again
     * @return whether it was replaced
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean reencrypt(StoredTotp seen, String encryptedSeed);

    /**
     * Removes the seed of a user.
     *
     * @param userId the id of the user
     * @return whether there was one
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean remove(long userId);
}
