package dev.accounts.service;

import dev.accounts.model.BusyException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a username through a mailed link, for an owner who has forgotten it. A caller with a token uses
 * {@link AccountService#changeUsername}. Thread-safe.
 */
public interface Usernames {

    /**
     * Mails a one-time link to set another username. The message names the present one. The answer and the work are the
     * same whether or not an account has the address, and nothing of the account changes. After three requests in a row, an
     * address gets fewer messages, without a hint to the caller. No mail goes to an account that is not active.
     *
     * @param email the address in any case
     * @throws InvalidInputException if it is not an address ({@code email})
     * @throws TooManyAttemptsException if too many mails were requested from the source of the call
     * @throws BusyException if too many callers asked for the same address at once; no mail was queued
     * @throws StorageException if the store failed
     */
    void requestReset(@Nullable String email);

    /**
     * Replaces the username by a one-time link. The link works once, only for the account and the address it was made for,
     * and only until a newer one is made. The address gets a message. Tokens stay, as with
     * {@link AccountService#changeUsername}, and the caller is not logged in.
     *
     * @param uid the account id in the link
     * @param oneTimeToken the value of the token in the link
     * @param newUsername the wanted name; if it is refused, the link still works
     * @throws InvalidInputException if something is missing, the name is malformed ({@code new_username}), the link is not
     *     or no longer valid ({@code token}), or another account has the name ({@code new_username})
     * @throws TooManyAttemptsException if too many links were presented from the source of the call
     * @throws StorageException if the store failed; if its outcome is unknown, the name may have changed
     */
    void reset(@Nullable String uid, @Nullable String oneTimeToken, @Nullable String newUsername);
}
