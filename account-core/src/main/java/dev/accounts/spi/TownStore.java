package dev.accounts.spi;

import dev.accounts.model.StorageException;
import dev.accounts.model.Town;
import java.util.List;
import java.util.Optional;

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
}
