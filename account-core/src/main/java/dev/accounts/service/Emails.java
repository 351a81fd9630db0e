package dev.accounts.service;

import dev.accounts.model.BusyException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes and verifies the address of an account. Thread-safe. */
public interface Emails {

    /**
     * Changes the address of the caller's account (OWASP ASVS 5.0, 7.5.1). If no verification is required, the change
     * takes effect at once. Otherwise the current address stays until {@link #confirm} proves the new one. The current
     * address gets a message in either case. When it is replaced, the one-time links that were mailed to it are
     * revoked.
     *
     * <p>If the account has a second factor, the new address is pending under every policy.
     *
     * <p>A call with the current address withdraws a pending change: the link that was mailed to the pending address no
     * longer works. Such a call needs no password, because it changes no address.
     *
     * @param token the value of the caller's token
     * @param currentPassword the current password exactly as received; it is checked after the new address
     * @param newEmail the new address; an empty text for none, if no verification is required
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws InvalidInputException if the address is malformed or taken ({@code email}), or the password is missing or
     *     wrong ({@code current_password})
     * @throws TooManyAttemptsException if too many passwords were wrong, or too many addresses were requested in a row
     * @throws BusyException if the password could not be checked now; nothing was changed
     * @throws StorageException if the store failed; if its outcome is unknown, the address may have changed
     */
    void change(@Nullable String token, @Nullable CharSequence currentPassword, @Nullable String newEmail);

    /**
     * Returns the address that waits for its confirmation. {@link User#emailVerified()} tells whether the current
     * address is verified.
     *
     * @param token the value of the caller's token
     * @return the pending address of the caller; empty if no address is pending
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws StorageException if the store failed
     */
    Optional<String> pending(@Nullable String token);

    /**
     * Mails a new one-time link to verify the current address of an account. The answer and the work are the same
     * whether or not an account has the address. After three requests in a row, an address gets fewer messages, without
     * a hint to the caller. To get a new link for a pending address, call {@link #change} again.
     *
     * @param email the address in any case
     * @throws InvalidInputException if it is not an address ({@code email})
     * @throws TooManyAttemptsException if too many mails were requested from the source of the call
     * @throws BusyException if too many callers asked for the same address at once; no mail was queued
     * @throws StorageException if the store failed
     */
    void requestVerification(@Nullable String email);

    /**
     * Verifies the address that a one-time link was mailed to: the current address of the account, or the pending one,
     * which then replaces it. The first verification of an account revokes its tokens and one-time links, because
     * another person may have registered it with the owner's address.
     *
     * @param uid the account id in the link
     * @param oneTimeToken the value of the token in the link, which works once
     * @throws InvalidInputException if something is missing, the link is not or no longer valid ({@code token}),
     *     or another account has taken the address ({@code email})
     * @throws TooManyAttemptsException if too many links were presented from the source of the call
     * @throws StorageException if the store failed; if its outcome is unknown, the address may be verified
     */
    void confirm(@Nullable String uid, @Nullable String oneTimeToken);
}
