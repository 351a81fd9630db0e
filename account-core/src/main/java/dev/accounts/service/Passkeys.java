package dev.accounts.service;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.factor.Passkey;
import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.model.factor.Proof;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Registers passkeys, and logs owners in by them (W3C Web Authentication Level 3, 7.1 and 7.2). No call needs a session of HTTP: the
 * challenge is in what the browser answers. Thread-safe.
 *
 * <p>A passkey is a second factor like the others: {@link Factors#list} lists it, {@link Factors#completeLogin} and {@link
 * AccountService#confirm} take it as {@link Proof#passkey}. It is also a login of its own, without a name and a password.
 *
 * <p>Calls with a token throw what those of {@link Factors} throw. {@link #beginRegistration}, {@link #register} and {@link #remove} need
 * the same fresh proof. Every call throws {@link StorageException} if the store failed. If the host does not offer passkeys, every call but
 * {@link #rename} and {@link #remove} throws {@link PermissionDeniedException}. Every call throws {@link
 * NullPointerException} if an id, a name or a label is null.
 */
public interface Passkeys {

    /**
     * Begins to register a passkey. Another call replaces the challenge.
     *
     * @param token the value of the caller's token
     * @return what the browser needs for {@code navigator.credentials.create()}, good for ten minutes
     * @throws NotAuthenticatedException as at {@link Factors}
     * @throws InvalidInputException if the account has an address that is not verified ({@code email}), or {@value Passkey#MOST} passkeys
     *     ({@code passkey})
     */
    PasskeyOptions beginRegistration(@Nullable String token);

    /**
     * Registers the passkey. From now on a login by password needs a second factor. If it is the first factor, all other tokens of the
     * account are revoked, and the owner gets recovery codes.
     *
     * @param token the value of the caller's token
     * @param answer what the browser answered; null if nothing was given
     * @param name how the owner calls the passkey; cut to {@value Passkey#MAX_NAME} characters, {@code Passkey} if blank
     * @return the token that replaces the presented one (OWASP ASVS 5.0, 7.2.4), and the recovery codes
     * @throws NotAuthenticatedException as at {@link Factors}
     * @throws InvalidInputException if the answer is missing or wrong, its challenge has expired or was replaced, the passkey is
     *     registered, or the account has {@value Passkey#MOST} ({@code passkey}), or the address is not verified ({@code email})
     */
    EnrolledFactor register(@Nullable String token, @Nullable PasskeyRegistration answer, String name);

    /**
     * Renames a passkey. It needs no fresh proof and causes no mail.
     *
     * @param token the value of the caller's token
     * @param id the id of the passkey
     * @param name the new name, as at {@link #register}
     * @return whether the caller has this passkey
     * @throws NotAuthenticatedException as at {@link Factors}
     */
    boolean rename(@Nullable String token, UUID id, String name);

    /**
     * Removes a passkey. With the last factor, the recovery codes go as well.
     *
     * @param token the value of the caller's token
     * @param id the id of the passkey
     * @return whether the caller had this passkey
     * @throws NotAuthenticatedException as at {@link Factors}
     * @throws PermissionDeniedException if it is the last factor of a caller who must have one
     */
    boolean remove(@Nullable String token, UUID id);

    /**
     * Begins to confirm by a passkey that the owner is there: {@link AccountService#confirm} takes the answer as {@link Proof#passkey}.
     *
     * @param token the value of the caller's token
     * @return what the browser needs for {@code navigator.credentials.get()}, good for five minutes
     * @throws NotAuthenticatedException as at {@link Factors}
     * @throws InvalidInputException if the account has no passkey ({@code passkey})
     */
    PasskeyOptions beginConfirmation(@Nullable String token);

    /**
     * Begins a login without a name: the authenticator lists the accounts for which it holds a passkey. It stores nothing.
     *
     * @return what the browser needs for {@code navigator.credentials.get()}, good for five minutes
     * @throws PermissionDeniedException if the host does not offer passkeys, or has no key for the challenges
     */
    PasskeyOptions beginLogin();

    /**
     * Logs an owner in by a passkey alone. The authenticator must have verified its user by a PIN or a biometric, so that the token has two
     * factors (NIST SP 800-63B-4, 3.1.7).
     *
     * @param answer what the browser answered; null if nothing was given
     * @param label what the token is for, as at {@link AccountService#login(String, CharSequence, String)}
     * @return the token, whose value is seen only here
     * @throws InvalidInputException if the answer is missing ({@code passkey})
     * @throws BadCredentialsException if the answer is wrong, was used before or is too old, no account has the passkey, or its owner may
     *     not log in
     * @throws TooManyAttemptsException if too many logins from the source of the call were refused
     */
    IssuedToken login(@Nullable PasskeyAssertion answer, String label);
}
