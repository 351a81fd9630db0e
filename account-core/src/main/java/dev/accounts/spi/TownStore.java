package dev.accounts.spi;

import dev.accounts.model.StorageException;
import dev.accounts.model.Town;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Stores towns. Thread-safe. */
public interface TownStore {

    /**
     * Stores a town under a new id.
     *
     * @param town the town to store
     * @return the stored town
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    Town insert(NewTown town);

    /**
     * Finds a town.
     *
     * @param id the id
     * @return the town, or empty if it does not exist
     * @throws StorageException if the store fails
     */
    Optional<Town> find(long id);

    /**
     * Lists towns in ascending order of their ids.
     *
     * @param afterId lists only towns with a greater id
     * @param limit the largest number of towns, at least 1
     * @return the next towns, fewer than {@code limit} only at the end
     * @throws StorageException if the store fails
     */
    List<Town> list(long afterId, int limit);

    /**
     * Lists towns whose name begins with a text, in ascending order of their ids. Compares code point by code point; no
     * character has a special meaning.
     *
     * @param prefix how the name begins; an empty text for all towns
     * @param afterId lists only towns with a greater id
     * @param limit the largest number of towns, at least 1
     * @return the next towns, fewer than {@code limit} only at the end
     * @throws StorageException if the store fails
     */
    List<Town> search(String prefix, long afterId, int limit);

    /**
     * Renames a town, unless another town of its country has exactly this name. Of any number of simultaneous calls that
     * give towns of one country the same name, exactly one is {@link Change#DONE}.
     *
     * @param id the id of the town
     * @param name the new name, 1 to 200 characters (code points)
     * @return {@code DONE}, {@code UNKNOWN} or {@code REFUSED}
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    Change rename(long id, String name);

    /**
     * Deletes a town, unless a user follows it. A simultaneous call that lets a user follow it finds it or not; it leaves
     * no user with a town that does not exist.
     *
     * @param id the id of the town
     * @return {@code DONE}, {@code UNKNOWN} or {@code REFUSED}
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    Change delete(long id);

    /**
     * Deletes a town and lets its followers follow another one, which each of them follows once then.
     *
     * @param id the id of the town
     * @param replacementId the id of the other town
     * @return the ids that belong to no town; empty if the town was replaced
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    SortedSet<Long> replace(long id, long replacementId);

    /** What became of a change. */
    enum Change {
        /** The change was made. */
        DONE,
        /** There is no such town; nothing was changed. */
        UNKNOWN,
        /** Another town or a user is in the way; nothing was changed. */
        REFUSED
    }
}
