package dev.accounts.spi.factor;

import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import java.util.List;
import java.util.Optional;

/** Stores the passkeys of users by the digests of their credentials' ids. Thread-safe. */
public interface PasskeyStore {

    /**
     * Adds a passkey to those that its owner has. Of any number of simultaneous calls with one credential, exactly one returns true.
     *
     * @param passkey the passkey
     * @return false if a passkey with this credential exists, of this user or of another; then nothing changes
     * @throws StorageException if there is no such user, or if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean add(StoredPasskey passkey);

    /**
     * Finds a passkey.
     *
     * @param digest its digest
     * @return the passkey; empty if no passkey has this digest
     * @throws StorageException if the store fails
     */
    Optional<StoredPasskey> find(TokenDigest digest);

    /**
     * Lists the passkeys of a user.
     *
     * @param userId the id of the user
     * @return the passkeys, the oldest first; those of one instant are in the order of their digests
     * @throws StorageException if the store fails
     */
    List<StoredPasskey> list(long userId);

    /**
     * Records a use, if the stored sign count and the stored number of the last challenge are still those that were seen. Of any number of
     * simultaneous calls with one {@code seen} and a {@code next} that differs from it in one of the two, exactly one returns true. Where
     * neither changes, each call returns true.
     *
     * @param seen what {@link #find} returned; if the credential belongs to another user since, nothing is recorded
     * @param next what is stored in place of the usage that was seen
     * @return whether it was recorded
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean use(StoredPasskey seen, StoredPasskey.Usage next);

    /**
     * Renames a passkey of a user.
     *
     * @param userId the id of the user
     * @param digest the digest of the passkey
     * @param name the new name, of 1 to {@value StoredPasskey#MAX_NAME} characters (code points)
     * @return whether the user has this passkey
     * @throws IllegalArgumentException if the name is empty or too long
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean rename(long userId, TokenDigest digest, String name);

    /**
     * Removes a passkey of a user.
     *
     * @param userId the id of the user
     * @param digest the digest of the passkey
     * @return whether the user had this passkey
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean remove(long userId, TokenDigest digest);

    /**
     * Removes the passkeys of a user.
     *
     * @param userId the id of the user
     * @return how many were removed
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int removeAll(long userId);
}
