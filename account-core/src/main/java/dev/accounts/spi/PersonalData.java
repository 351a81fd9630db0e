package dev.accounts.spi;

import org.jspecify.annotations.Nullable;

/**
 * Exports and erases what a host keeps about a person besides the account. The library calls it while it exports or
 * deletes the account; an exception stops the whole operation. Thread-safe.
 *
 * <p>The host's own data take part in the transaction of the account only if the stores work in the host's transactions
 * ({@code JpaAccountStores.within}). Otherwise what the host writes here commits on its own, and stays even if the
 * deletion fails afterwards. The stores then also repeat work that the database undid, so that one operation may call
 * each method up to three times. Erasing twice must do no harm.
 */
public interface PersonalData {

    /**
     * Returns the name of this part in an export.
     *
     * @return a name that no other part has; {@code account}, {@code factors}, {@code sessions} and {@code events} belong to the library
     */
    String name();

    /**
     * Returns everything that the host keeps about a person, as a plain structure.
     *
     * @param userId the id of the account
     * @return map, list, text, number, boolean or null
     */
    @Nullable
    Object export(long userId);

    /**
     * Removes everything that the host keeps about a person.
     *
     * @param userId the id of the account, which is about to be deleted
     */
    void erase(long userId);
}
