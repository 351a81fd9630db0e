package dev.accounts.service;

import dev.accounts.model.BusyException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import org.jspecify.annotations.Nullable;

/** Changes, checks and resets passwords. Thread-safe. */
public interface Passwords {

    /**
     * Replaces the caller's password. The change revokes every one-time link and every token of the account except the
     * presented one (OWASP ASVS 5.0, 6.2.2, 6.2.3 and 7.4.3).
     *
     * @param token the value of the caller's token
     * @param currentPassword the current password exactly as received
     * @param newPassword the new password exactly as received; it may equal the current one
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws InvalidInputException if a password is missing, the current one is wrong ({@code current_password}), or
     *     the new one breaks a rule ({@code new_password})
     * @throws TooManyAttemptsException if too many passwords were wrong
     * @throws BusyException if a password could not be hashed or checked now; nothing was changed
     * @throws StorageException if the store failed; if its outcome is unknown, the password may have changed
     */
    void change(@Nullable String token, @Nullable CharSequence currentPassword, @Nullable CharSequence newPassword);

    /**
     * Checks the caller's current password. A host calls it before an operation that needs fresh proof (OWASP ASVS 5.0,
     * 7.5).
     *
     * @param token the value of the caller's token
     * @param currentPassword the current password exactly as received
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws InvalidInputException if the password is missing or wrong ({@code current_password})
     * @throws TooManyAttemptsException if too many passwords were wrong
     * @throws BusyException if the password could not be checked now
     * @throws StorageException if the store failed
     */
    void confirm(@Nullable String token, @Nullable CharSequence currentPassword);

    /**
     * Mails a one-time link to replace a forgotten password. The answer and the work are the same whether or not an
     * account has the address, and nothing of the account changes (OWASP ASVS 5.0, 6.3.8). After three requests in a
     * row, an address gets fewer messages, without a hint to the caller.
     *
     * <p>No mail goes to an account that is not active. No mail goes to an account whose password was made unusable
     * elsewhere: its imported hash is {@code !} followed by more characters. Staff can start a reset of
     * such an account.
     *
     * @param email the address in any case
     * @throws InvalidInputException if it is not an address ({@code email})
     * @throws TooManyAttemptsException if too many mails were requested from the source of the call
     * @throws BusyException if too many callers asked for the same address at once; no mail was queued
     * @throws StorageException if the store failed
     */
    void requestReset(@Nullable String email);

    /**
     * Replaces the password by a one-time link. The link works once, only for the account and the address it was made
     * for, and only until a newer one is made. All tokens of the account are revoked, and the caller is not logged in.
     * The address counts as verified afterwards.
     *
     * @param uid the account id in the link
     * @param oneTimeToken the value of the token in the link
     * @param newPassword the new password exactly as received; if it breaks a rule, the link still works
     * @throws InvalidInputException if something is missing, the link is not or no longer valid ({@code token}), or
     *     the password breaks a rule ({@code new_password})
     * @throws TooManyAttemptsException if too many links were presented from the source of the call
     * @throws BusyException if the password could not be hashed or checked now; nothing was changed
     * @throws StorageException if the store failed; if its outcome is unknown, the password may have changed
     */
    void reset(@Nullable String uid, @Nullable String oneTimeToken, @Nullable CharSequence newPassword);
}
