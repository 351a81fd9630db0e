package dev.accounts.service;

import dev.accounts.model.BusyException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The address of an account: how it is verified, and how it becomes another. Thread-safe. */
public interface Emails {

    /**
     * Asks for another address (OWASP ASVS 5.0, 7.5.1). Where no verification is required it takes effect at once; else the
     * present address stays until {@link #confirm} proves the new one. The present address is told in either case, and links
     * mailed to it before end when it is replaced. Asking for the present address takes back what was asked for before: the
     * link that was mailed to another is no longer good. No password is needed for that, as nothing changes.
     *
     * @param token the value of the caller's token
     * @param currentPassword the password exactly as received; it is asked for once the address is found good
     * @param newEmail the new address; an empty text for none, where no verification is required
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws InvalidInputException if the address is none or taken ({@code email}), or the password missing or wrong
     *     ({@code current_password})
     * @throws TooManyAttemptsException if too many passwords were wrong, or too many addresses were asked for in a row
     * @throws BusyException if the password could not be judged now; nothing was changed
     * @throws StorageException if the store failed; if its outcome is unknown, the address may have changed
     */
    void change(@Nullable String token, @Nullable CharSequence currentPassword, @Nullable String newEmail);

    /**
     * The address that waits until it is confirmed. Whether the present one is verified is told by
     * {@link User#emailVerified()}.
     *
     * @param token the value of the caller's token
     * @return the other address that the caller asked for; empty if there is none
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws StorageException if the store failed
     */
    Optional<String> pending(@Nullable String token);

    /**
     * Asks for a mailed link to verify the present address of an account again. The answer and the work are the same whether
     * an account has it or not. After three requests in a row an address gets fewer messages, and no hint of it. For an
     * address that is pending, {@link #change} is called again.
     *
     * @param email the address in any case
     * @throws InvalidInputException if it is no address ({@code email})
     * @throws BusyException if too many asked for the same address at once; nothing was asked for
     * @throws StorageException if the store failed
     */
    void requestVerification(@Nullable String email);

    /**
     * Verifies the exact address that a token was mailed to: the present one of the account, or the one that it waits for,
     * which then takes its place. The first verification of an account ends its tokens and mailed links, which may be those
     * of somebody who registered in its owner's name.
     *
     * @param uid what the link says of the account
     * @param oneTimeToken the value of the token in the link; it is good once
     * @throws InvalidInputException if something is missing, the link is not or no longer good ({@code token}), or another
     *     account has the address by now ({@code email})
     * @throws StorageException if the store failed; if its outcome is unknown, the address may be verified
     */
    void confirm(@Nullable String uid, @Nullable String oneTimeToken);
}
