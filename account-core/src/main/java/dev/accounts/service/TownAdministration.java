package dev.accounts.service;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.StorageException;
import dev.accounts.model.Town;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets staff find, rename and delete towns. Every call names the staff actor, whose token the host has checked. Each change
 * is made in one transaction, and {@link AccountEvent.Kind#TOWN_CHANGED} reports it. Thread-safe.
 *
 * <p>Every call throws {@link PermissionDeniedException} unless the staff actor is active and has the right, as the store
 * has it at that moment. Every call throws {@link StorageException} if the store failed.
 */
public interface TownAdministration {

    /** The permission to rename towns. */
    String CHANGE_TOWN = "accounts.change_town";

    /** The permission to delete towns. */
    String DELETE_TOWN = "accounts.delete_town";

    /**
     * Lists a page of towns whose name begins with a text.
     *
     * @param actorId the id of the staff actor
     * @param prefix how the name begins, exactly as it is stored; an empty text for all towns
     * @param afterId 0 for the first page, the last id of a page for the next
     * @param limit the largest number of towns, 1 to {@value Towns#MAX_PAGE}
     * @return the towns in ascending order of their ids, fewer than {@code limit} only on the last page
     * @throws PermissionDeniedException if the actor is not staff
     * @throws IllegalArgumentException if {@code limit} is out of bounds
     */
    List<Town> search(long actorId, String prefix, long afterId, int limit);

    /**
     * Renames a town. Its country and its place stay.
     *
     * @param actorId the id of the staff actor
     * @param townId the id of the town
     * @param name the new name, 1 to 200 characters, without white space around it
     * @throws PermissionDeniedException if the actor may not do this
     * @throws InvalidInputException if the name is malformed, another town of the same country has it ({@code name}), or
     *     there is no such town ({@code town})
     */
    void rename(long actorId, long townId, @Nullable String name);

    /**
     * Deletes a town that no user follows.
     *
     * @param actorId the id of the staff actor
     * @param townId the id of the town
     * @return whether there was such a town
     * @throws PermissionDeniedException if the actor may not do this
     * @throws InvalidInputException if a user follows the town ({@code town})
     */
    boolean delete(long actorId, long townId);

    /**
     * Deletes a town and lets its followers follow another one instead. Who follows both keeps the other one.
     *
     * @param actorId the id of the staff actor
     * @param townId the id of the town
     * @param otherId the id of the other town
     * @return whether there was such a town
     * @throws PermissionDeniedException if the actor may not do this
     * @throws InvalidInputException if there is no other town ({@code replacement}); nothing was changed
     */
    boolean replace(long actorId, long townId, long otherId);
}
