package dev.accounts.spi;

import dev.accounts.model.StorageException;
import java.util.Optional;

/** Stores users. Compares keys code point by code point, independent of the collation of the store. Thread-safe. */
public interface UserStore extends ProfileStore {

    /**
     * Returns the conflicts that an insertion would have now. Another insertion may come between: only {@link #insert}
     * decides.
     *
     * @param claim the keys and towns that a registration asks for
     * @return the conflicts; empty if the insertion would succeed
     * @throws StorageException if the store fails
     */
    Conflicts conflicts(Claim claim);

    /**
     * Inserts a user with the towns, or returns the conflicts and changes nothing.
     *
     * <p>Of any number of simultaneous insertions with an equal username key or an equal email key, exactly one
     * succeeds.
     *
     * @param user the user to store
     * @return the id of the stored user, or the conflicts
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    Insertion insert(NewUser user);

    /**
     * Reads the state that decides who may do what with an account.
     *
     * @param key the key of the user
     * @return the state, or empty if there is no such user
     * @throws StorageException if the store fails
     */
    Optional<StoredUser> read(UserKey key);

    /**
     * Replaces the state of a user and increments its version, unless the user was changed or deleted since it was
     * read. Of any number of simultaneous calls for one version, exactly one returns true.
     *
     * @param changed the state that was read, with changes
     * @return whether it was replaced; if not, nothing was changed
     * @throws StorageException if another user has the new name or address, or if the store fails, with the outcome
     *     unknown if the commit did not answer
     */
    boolean replace(StoredUser changed);

    /**
     * Deletes a user with tokens, one-time tokens, notices, towns and rights, unless the user was changed or deleted
     * since it was read. The store never gives the id to another user.
     *
     * @param seen the state that was read
     * @return whether it was deleted
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean delete(StoredUser seen);
}
