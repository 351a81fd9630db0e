package dev.accounts.service;

import dev.accounts.model.BusyException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import org.jspecify.annotations.Nullable;

/** How a password is replaced: by who knows it, or by who holds the mailbox. Thread-safe. */
public interface Passwords {

    /**
     * Replaces the caller's password. The presented token lives on; every other token and every mailed link of the account
     * ends with the change (OWASP ASVS 5.0, 6.2.2, 6.2.3 and 7.4.3).
     *
     * @param token the value of the caller's token
     * @param currentPassword the present password exactly as received
     * @param newPassword the new one exactly as received; the same again is allowed
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws InvalidInputException if a password is missing, the present one is wrong ({@code current_password}) or the new
     *     one breaks a rule ({@code new_password})
     * @throws TooManyAttemptsException if too many passwords were wrong
     * @throws BusyException if a password could not be hashed or checked now; nothing was changed
     * @throws StorageException if the store failed; if its outcome is unknown, the password may have changed
     */
    void change(@Nullable String token, @Nullable CharSequence currentPassword, @Nullable CharSequence newPassword);

    /**
     * Checks that the caller knows the present password, before a host does what needs a fresh proof (OWASP ASVS 5.0, 7.5).
     *
     * @param token the value of the caller's token
     * @param currentPassword the present password exactly as received
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws InvalidInputException if the password is missing or wrong ({@code current_password})
     * @throws TooManyAttemptsException if too many passwords were wrong
     * @throws BusyException if the password could not be judged now
     * @throws StorageException if the store failed
     */
    void confirm(@Nullable String token, @Nullable CharSequence currentPassword);

    /**
     * Asks for a mailed link to replace a forgotten password. The answer and the work are the same whether an account has
     * the address or not; nothing of the account changes (OWASP ASVS 5.0, 6.3.8). After three requests in a row an address
     * gets fewer messages, and no hint of it. None goes to an account that is not active, or whose password was made unusable
     * elsewhere: an imported hash that begins with {@code !} and goes on. Staff can start a reset of the latter.
     *
     * @param email the address in any case
     * @throws InvalidInputException if it is no address ({@code email})
     * @throws BusyException if too many asked for the same address at once; nothing was asked for
     * @throws StorageException if the store failed
     */
    void requestReset(@Nullable String email);

    /**
     * Replaces the password by means of a mailed token, which is good once, for the account and the address it was made for,
     * and only as long as no newer one was. All tokens of the account end; nobody is logged in. The address counts as
     * verified from then on.
     *
     * @param uid what the link says of the account
     * @param oneTimeToken the value of the token in the link
     * @param newPassword the new password exactly as received; if it breaks a rule, the token stays good
     * @throws InvalidInputException if something is missing, the link is not or no longer good ({@code token}) or the
     *     password breaks a rule ({@code new_password})
     * @throws BusyException if the password could not be hashed or checked now; nothing was changed
     * @throws StorageException if the store failed; if its outcome is unknown, the password may have changed
     */
    void reset(@Nullable String uid, @Nullable String oneTimeToken, @Nullable CharSequence newPassword);
}
