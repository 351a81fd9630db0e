package dev.accounts.service;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.BusyException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.User;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes the caller's profile: the names, the number of days and the towns. Thread-safe.
 *
 * <p>A change is made in one transaction, all of it or nothing. {@link AccountEvent.Kind#PROFILE_CHANGED} reports it if
 * the profile differs afterwards.
 */
public interface Profile {

    /**
     * Returns everything that may be shown of the caller.
     *
     * @param token the value of the caller's token
     * @return the caller's account
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws StorageException if the store failed
     */
    User read(@Nullable String token);

    /**
     * Changes the profile.
     *
     * @param token the value of the caller's token
     * @param change what to change; a change that names nothing only reads
     * @return the account as it was committed
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws InvalidInputException with everything that is wrong ({@code first_name}, {@code last_name},
     *     {@code days_count}, {@code towns})
     * @throws StorageException if the store failed; if its outcome is unknown, the profile may have changed
     */
    User change(@Nullable String token, ProfileChange change);

    /**
     * Changes the profile and the address in one transaction. The rules for the address are those of
     * {@link Emails#change}: the present address needs no password, and withdraws a pending one.
     *
     * @param token the value of the caller's token
     * @param change what to change in the profile
     * @param currentPassword the current password exactly as received; it is checked after all other input
     * @param newEmail the new address; an empty text for none, if no verification is required
     * @return the account as it was committed
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws InvalidInputException with everything that is wrong in the profile and the form of the address; if
     *     nothing is, because the password is missing or wrong ({@code current_password}), or the address is taken
     *     ({@code email})
     * @throws TooManyAttemptsException if too many passwords were wrong, or too many addresses were requested in a row
     * @throws BusyException if the password could not be checked now; nothing was changed
     * @throws StorageException if the store failed; if its outcome is unknown, the account may have changed
     */
    User change(
            @Nullable String token,
            ProfileChange change,
            @Nullable CharSequence currentPassword,
            @Nullable String newEmail);
}
