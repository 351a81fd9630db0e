package dev.accounts.spi;

import dev.accounts.model.StorageException;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import java.util.List;
import java.util.Optional;

/** Where users are kept. Keys are compared code point by code point, whatever the collation of the store. Thread-safe. */
public interface UserStore {

    /**
     * Says what would stand in the way of an insertion now. Another one may come between; only {@link #insert} decides.
     *
     * @param claim the names and towns that a registration asks for
     * @return the conflicts, none of them if it would succeed
     * @throws StorageException if the store fails
     */
    Conflicts conflicts(Claim claim);

    /**
     * Inserts a user with the towns, or says what stands in the way and changes nothing.
     *
     * <p>Of any number of simultaneous insertions with an equal username key or an equal email key, exactly one succeeds.
     *
     * @param user the user to store
     * @return the id of the stored user, or the conflicts
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    Insertion insert(NewUser user);

    /**
     * The whole user with an id, as it may be shown.
     *
     * @param id the id
     * @return the user, or empty if there is none
     * @throws StorageException if the store fails
     */
    Optional<User> find(long id);

    /**
     * The state that decides who may do what with an account.
     *
     * @param key what the user is found by
     * @return the state, or empty if there is no such user
     * @throws StorageException if the store fails
     */
    Optional<StoredUser> read(UserKey key);

    /**
     * Replaces the state of a user that was read, unless the user was changed or deleted since: then nothing is changed. Its
     * version becomes the next one. Of any number of simultaneous replacements of one version exactly one answers true.
     *
     * @param changed what was read, with some of it changed
     * @return whether it was replaced
     * @throws StorageException if another user has the new name or address, or if the store fails, with the outcome unknown
     *     if the commit did not answer
     */
    boolean replace(StoredUser changed);

    /**
     * Deletes a user that was read, with tokens, one-time tokens, notices, towns and rights, unless the user was changed or
     * deleted since. Its id is never given to another.
     *
     * @param seen what was read
     * @return whether it was deleted
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean delete(StoredUser seen);

    /**
     * A page of users in ascending order of their ids.
     *
     * @param search which users; its prefix is a folded form, and is compared with the keys of username and address
     * @return the users, fewer than the limit only on the last page
     * @throws StorageException if the store fails
     */
    List<User> search(UserSearch search);
}
