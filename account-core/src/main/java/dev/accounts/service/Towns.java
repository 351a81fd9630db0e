package dev.accounts.service;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.StorageException;
import dev.accounts.model.Town;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates and finds the towns that users may follow. It checks no token: the host decides who may create them.
 * Thread-safe.
 */
public interface Towns {

    /** The largest page of {@link #list}. */
    int MAX_PAGE = 1000;

    /**
     * Creates a town.
     *
     * @param name 1 to 200 characters, without white space around it
     * @param country 1 to 200 characters, without white space around it
     * @param longitude degrees east of Greenwich, −180 to 180
     * @param latitude degrees north of the equator, −90 to 90
     * @return the new town
     * @throws InvalidInputException with everything that is wrong
     * @throws StorageException if the store failed; if its outcome is unknown, the town may exist
     */
    Town create(@Nullable String name, @Nullable String country, double longitude, double latitude);

    /**
     * Finds a town.
     *
     * @param id the id
     * @return the town, or empty if it does not exist
     * @throws StorageException if the store failed
     */
    Optional<Town> find(long id);

    /**
     * Lists a page of towns in ascending order of their ids.
     *
     * @param afterId 0 for the first page, the last id of a page for the next
     * @param limit the largest number of towns, 1 to {@value #MAX_PAGE}
     * @return the towns, fewer than {@code limit} only on the last page
     * @throws IllegalArgumentException if {@code limit} is out of bounds
     * @throws StorageException if the store failed
     */
    List<Town> list(long afterId, int limit);
}
