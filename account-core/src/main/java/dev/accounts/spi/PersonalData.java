package dev.accounts.spi;

import org.jspecify.annotations.Nullable;

/**
 * What a host keeps about a person besides the account. It is called while the account is exported or deleted: what it throws
 * stops the whole. Thread-safe.
 *
 * <p>The host's own data take part in the transaction of the account only where the stores work in the host's transactions
 * ({@code JpaAccountStores.within}). Otherwise what is written here commits by itself, and stays even if the deletion fails
 * after it. Work that the database undid is run again there, so that each method may be called up to three times for one call:
 * erasing twice must do no harm.
 */
public interface PersonalData {

    /**
     * Under what the data stands in an export.
     *
     * @return a name that no other part has: not {@code account}, {@code sessions} or {@code events}, which the library has
     */
    String name();

    /**
     * Everything that is kept about a person, as a plain structure.
     *
     * @param userId the account
     * @return map, list, text, number, boolean or null
     */
    @Nullable
    Object export(long userId);

    /**
     * Removes everything that is kept about a person.
     *
     * @param userId the account, which is about to be deleted
     */
    void erase(long userId);
}
