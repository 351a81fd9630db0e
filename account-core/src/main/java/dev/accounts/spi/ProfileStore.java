package dev.accounts.spi;

import dev.accounts.model.ProfileChange;
import dev.accounts.model.StorageException;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Shows users, and changes their profiles: names, days count and towns. Thread-safe. */
public interface ProfileStore {

    /**
     * Finds a user with everything that may be shown.
     *
     * @param id the id
     * @return the user, or empty if it does not exist
     * @throws StorageException if the store fails
     */
    Optional<User> find(long id);

    /**
     * Changes the names, the days count and the towns of a user: what the change names, and nothing else. Changes
     * nothing if a town does not exist. No other transaction deletes a town that the user then follows. Call it in the
     * unit of work that has replaced the state of the user, so that changes of one user run one after the other.
     *
     * @param id the id of an existing user
     * @param change names of at most 150 characters (code points), a days count of 1 to 10, and the ids of all towns
     * @return the ids that belong to no town; empty if the profile was changed
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    SortedSet<Long> changeProfile(long id, ProfileChange change);

    /**
     * Lists a page of users in ascending order of their ids.
     *
     * @param search which users; its prefix is a folded form, compared with the keys of username and address
     * @return the users, fewer than the limit only on the last page
     * @throws StorageException if the store fails
     */
    List<User> search(UserSearch search);
}
