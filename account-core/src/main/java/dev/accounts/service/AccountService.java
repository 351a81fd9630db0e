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
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.password.DjangoPasswordHasher;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.policy.UserVisibility;
import dev.accounts.spi.PersonalData;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person does with an account: the face of the library.
 *
 * <p>Thread-safe; one instance serves a whole application. Every refusal is a subclass of
 * {@link dev.accounts.model.AccountException}. Passwords are taken exactly as they are given: not trimmed, not normalised
 * (OWASP ASVS 5.0, 6.2.8); the library wipes its own copies and leaves the caller's alone. A method that takes a token throws
 * {@link NotAuthenticatedException} if there is no live one with this value, or its owner is not active; every method throws
 * {@link StorageException} if the store failed, and if its outcome is unknown, the change may have happened.
 */
public interface AccountService {

    /**
     * The same service for calls that come from somewhere.
     *
     * @param source a key such as the client's address, cut to 200 characters; null if it is not known
     * @return the same service, counting attempts by source and telling events the source
     */
    AccountService from(@Nullable String source);

    /**
     * Creates an account. It can log in at once, unless {@link EmailPolicy} has its address verified first: then a link is
     * mailed to it.
     *
     * @param registration the name, password, address and towns
     * @return the new account
     * @throws InvalidInputException with everything that is wrong: first the form of all fields, taken names and unknown
     *     towns; only when nothing of that is found, the rules of the password
     * @throws BusyException if the password could not be hashed or checked now; nothing was stored
     */
    User register(Registration registration);

    /**
     * Whether there is an account with a name: for a registration whose outcome is unknown. {@link #register} tells as much
     * of a taken name; whom a host lets ask is its own to decide.
     *
     * @param username the name in any case and any Unicode form
     * @return whether an account has it
     */
    boolean isRegistered(String username);

    /**
     * The same as {@link #login(String, CharSequence, String)} without a label.
     *
     * @param username the name in any case and any Unicode form; null is an unknown name
     * @param password the password exactly as received; null or more than 4096 characters is a wrong one
     * @return the token, whose value is seen this once
     * @throws BadCredentialsException as there
     * @throws TooManyAttemptsException as there
     * @throws BusyException as there
     */
    default IssuedToken login(@Nullable String username, @Nullable CharSequence password) {
        return login(username, password, "");
    }

    /**
     * Checks credentials and issues a token. A person may hold many tokens at once; beyond the number of {@link TokenPolicy}
     * the oldest goes.
     *
     * @param username the name in any case and any Unicode form, or a verified address where {@link EmailPolicy} allows it;
     *     null is an unknown name
     * @param password the password exactly as received; null or more than 4096 characters is a wrong one
     * @param label what the token is for, such as the name of a device, for {@link Sessions#list}; cut to
     *     {@value AuthToken#MAX_LABEL} characters, control characters left out
     * @return the token, whose value is seen this once
     * @throws BadCredentialsException for an unknown name, an inactive account, an address that is not verified where it must
     *     be, and a wrong password alike, after the same work; with {@link DjangoPasswordHasher} an account whose hash was
     *     imported costs more until its first login
     * @throws TooManyAttemptsException if too many attempts for this name or from this source failed
     * @throws BusyException if the password could not be hashed now; the credentials were not judged
     */
    IssuedToken login(@Nullable String username, @Nullable CharSequence password, String label);

    /**
     * Ends the presented token at once, whether its owner is active or not; the person's other tokens live on.
     *
     * @param token the value of the token
     */
    void logout(@Nullable String token);

    /**
     * Who the caller is: one look-up, for every request of a host.
     *
     * @param token the value of the token
     * @return the identity of the token's owner
     */
    Identity me(@Nullable String token);

    /**
     * The whole of a user, if the caller may see it.
     *
     * @param token the value of the caller's token
     * @param userId whom to show
     * @return the user
     * @throws UserNotFoundException if there is no such user, or {@link UserVisibility} hides it from the caller
     */
    User getUser(@Nullable String token, long userId);

    /**
     * Whether the caller may do something: by a permission of its own or of its groups, or as a superuser.
     *
     * @param token the value of the caller's token
     * @param code the code of the permission
     * @return whether it may
     */
    boolean hasPermission(@Nullable String token, String code);

    /**
     * What the caller may do: the permissions of its own and of its groups; of a superuser all that there are.
     *
     * @param token the value of the caller's token
     * @return the codes of the permissions
     */
    Set<String> permissions(@Nullable String token);

    /**
     * Gives the caller's account another name.
     *
     * @param token the value of the caller's token
     * @param currentPassword the password exactly as received
     * @param newUsername the wanted name
     * @throws InvalidInputException if something is missing, the password is wrong ({@code current_password}) or the name is
     *     none or taken ({@code new_username})
     * @throws TooManyAttemptsException if too many passwords were wrong
     * @throws BusyException if the password could not be judged now; nothing was changed
     */
    void changeUsername(@Nullable String token, @Nullable CharSequence currentPassword, @Nullable String newUsername);

    /**
     * Deletes the caller's account and all that belongs to it, the host's {@link PersonalData} included, in one transaction.
     * The name is free again; the id is given to nobody.
     *
     * @param token the value of the caller's token
     * @param currentPassword the password exactly as received
     * @throws InvalidInputException if the password is missing or wrong ({@code current_password})
     * @throws PermissionDeniedException if it is the last active superuser
     * @throws TooManyAttemptsException if too many passwords were wrong
     * @throws BusyException if the password could not be judged now; nothing was changed
     */
    void delete(@Nullable String token, @Nullable CharSequence currentPassword);

    /**
     * Everything that is kept about the caller, the host's {@link PersonalData} included, without any secret.
     *
     * @param token the value of the caller's token
     * @return an ordered structure of maps, lists, texts, numbers, booleans and nulls; times are ISO 8601 texts in UTC
     */
    Map<String, @Nullable Object> export(@Nullable String token);

    /**
     * The person's tokens.
     *
     * @return the sessions of the same stores
     */
    Sessions sessions();

    /**
     * How passwords are replaced.
     *
     * @return the passwords of the same stores
     */
    Passwords passwords();

    /**
     * How addresses are verified and changed.
     *
     * @return the addresses of the same stores
     */
    Emails emails();

    /**
     * The towns that users may follow.
     *
     * @return the towns of the same stores
     */
    Towns towns();
}
