package dev.accounts.service;

import dev.accounts.model.AuthToken;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.BusyException;
import dev.accounts.model.Identity;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.Registration;
import dev.accounts.model.SecondFactorRequiredException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.model.factor.Assurance;
import dev.accounts.model.factor.Proof;
import dev.accounts.password.DjangoPasswordHasher;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.policy.UserVisibility;
import dev.accounts.spi.PersonalData;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Offers what a person does with an account. The API document has five operations: {@link #register}, {@link #login(String, CharSequence)},
 * {@link #logout}, {@link #me} and {@link #getUser}. Further operations come in groups:
 *
 * <ul>
 *   <li>{@link #sessions()}, {@link #passwords()}, {@link #usernames()}, {@link #emails()}, {@link #factors()}, {@link #profile()}, {@link
 *       #towns()}
 *   <li>the caller's account: {@link #changeUsername}, {@link #delete}, {@link #export}, {@link #caller}, {@link #confirm}
 *   <li>{@link #isRegistered} after a registration with unknown outcome; {@link #from} for calls from one source
 * </ul>
 *
 * <p>Every refusal is a subclass of {@link dev.accounts.model.AccountException}. A method that takes a token throws {@link
 * NotAuthenticatedException} if there is no live token with this value, its owner is not active, or its owner must enrol a second factor
 * first. A method that takes a password throws {@link BusyException} if it could not be hashed or checked now; nothing was changed. Every
 * method throws {@link StorageException} if the store failed; if its outcome is unknown, the change may have happened. Passwords are taken
 * exactly as given (OWASP ASVS 5.0, 6.2.8). The library wipes its own copies, not those of its caller. Thread-safe; share one instance.
 */
public interface AccountService {

    /**
     * Creates an account. If {@link EmailPolicy} requires a verified address, it cannot log in before: a link is mailed.
     *
     * @param registration the name, password, address and towns
     * @return the new account
     * @throws InvalidInputException with everything that is wrong in the form of all fields, the names and the towns;
     *     if nothing is, with every password rule that is broken
     * @throws TooManyAttemptsException if too many registrations came from this source
     */
    User register(Registration registration);

    /**
     * {@return a token without a label} It does the same as the login with a label.
     *
     * @param username the name in any case and any Unicode form; null is an unknown name
     * @param password the password exactly as received; null or more than 4096 characters is a wrong one
     */
    default IssuedToken login(@Nullable String username, @Nullable CharSequence password) {
        return login(username, password, "");
    }

    /**
     * Checks credentials and issues a token. One token more than {@link TokenPolicy} allows replaces the oldest.
     *
     * @param username the name in any case and any Unicode form, or a verified address if {@link EmailPolicy} allows
     *     it; null is an unknown name
     * @param password the password exactly as received; null or more than 4096 characters is a wrong one
     * @param label what the token is for, such as the name of a device, for {@link Sessions#list}; cut to
     *     {@value AuthToken#MAX_LABEL} characters, without control characters
     * @return the token, whose value is seen only here
     * @throws BadCredentialsException for an unknown name, an inactive account, a wrong password, and an unverified address
     *     that must be verified, after the same work; {@link DjangoPasswordHasher} does more for a hash not yet replaced
     * @throws SecondFactorRequiredException if the credentials are right and the account has a second factor, which
     *     {@link Factors#completeLogin} takes
     * @throws TooManyAttemptsException if too many attempts for this name or from this source failed
     */
    IssuedToken login(@Nullable String username, @Nullable CharSequence password, String label);

    /**
     * Confirms that the owner of a token is there (OWASP ASVS 5.0, 7.2.4): by the password, or by a second factor where there is one.
     *
     * @param token the value of the caller's token, which is revoked
     * @param proof the password, a one-time code, a recovery code, or an answer to {@link Passkeys#beginConfirmation}
     * @return a token in its place with the same label and end
     * @throws InvalidInputException if the proof is missing, wrong, or of another kind than the account needs ({@code current_password},
     *     {@code code}, {@code recovery_code}, {@code passkey})
     * @throws TooManyAttemptsException if too many proofs were wrong
     */
    IssuedToken confirm(@Nullable String token, Proof proof);

    /**
     * Revokes the presented token at once. Its owner may be inactive. Other tokens of the owner stay live.
     *
     * @param token the value of the token
     */
    void logout(@Nullable String token);

    /**
     * {@return the identity of the owner of a token, found by one look-up}
     *
     * @param token the value of the caller's token
     */
    Identity me(@Nullable String token);

    /**
     * {@return everything that may be shown of a user, if the caller may see that user}
     *
     * @param token the value of the caller's token
     * @param userId the id of the user
     * @throws UserNotFoundException if there is no such user, or {@link UserVisibility} hides it from the caller
     */
    User getUser(@Nullable String token, long userId);

    /** {@return the operations that list and revoke the caller's tokens} */
    Sessions sessions();

    /** {@return the operations that change, check and reset passwords} */
    Passwords passwords();

    /** {@return the operations that replace a forgotten username} */
    Usernames usernames();

    /** {@return the operations that enrol and remove second factors} */
    Factors factors();

    /** {@return the operations that change and verify addresses} */
    Emails emails();

    /** {@return the operations that read and change the caller's names, days count and towns} */
    Profile profile();

    /** {@return the operations that create and find the towns that users may follow} */
    Towns towns();

    /**
     * Changes the name of the caller's account.
     *
     * @param token the value of the caller's token
     * @param currentPassword the current password exactly as received
     * @param newUsername the wanted name
     * @throws InvalidInputException if something is missing, the password is wrong ({@code current_password}), or the
     *     name is malformed or taken ({@code new_username})
     * @throws TooManyAttemptsException if too many passwords were wrong
     */
    void changeUsername(@Nullable String token, @Nullable CharSequence currentPassword, @Nullable String newUsername);

    /**
     * Deletes the caller's account with all that belongs to it, {@link PersonalData} included. The id is never used again.
     *
     * @param token the value of the caller's token
     * @param currentPassword the current password exactly as received
     * @throws InvalidInputException if the password is missing or wrong ({@code current_password})
     * @throws PermissionDeniedException if the caller is the last active superuser
     * @throws TooManyAttemptsException if too many passwords were wrong
     */
    void delete(@Nullable String token, @Nullable CharSequence currentPassword);

    /**
     * {@return everything that is kept about the caller, the host's {@link PersonalData} included, without any secret: an ordered structure
     * of maps, lists, texts, numbers, booleans and nulls; times are ISO 8601 texts in UTC}
     *
     * @param token the value of the caller's token
     */
    Map<String, @Nullable Object> export(@Nullable String token);

    /**
     * {@return the caller with all permissions, found by one look-up, fit for every request of a host}
     *
     * @param token the value of the caller's token
     */
    Caller caller(@Nullable String token);

    /**
     * {@return the caller of an operation that asks more of the proof behind a token, found by one look-up}
     *
     * @param token the value of the caller's token
     * @param assurance how recent the proof must be, and which methods suffice
     * @throws NotAuthenticatedException also if the proof does not suffice, so that {@link #confirm} must take another
     */
    Caller caller(@Nullable String token, Assurance assurance);

    /**
     * {@return whether an account has a name} Like {@link #register}, this reveals names; expose it accordingly.
     *
     * @param username the name in any case and any Unicode form
     */
    boolean isRegistered(String username);

    /**
     * {@return the same service for calls from one source: limits count for it, and events name it}
     *
     * @param source a key such as the client's address; cut to 200 characters, and to the /64 network for IPv6; null if unknown
     */
    AccountService from(@Nullable String source);
}
