package dev.accounts.service;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.StorageException;
import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.model.UserSearch;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets staff manage the accounts of others. Every call names the staff actor, whose session the host has checked; a delegated token is no
 * session ({@code Identity.delegation}). Each change is made in one transaction. Thread-safe.
 *
 * <p>Staff may see all users. The permissions {@value #ADD_USER}, {@value #CHANGE_USER} and {@value #DELETE_USER} allow
 * more. A superuser may do everything; only superusers may change superusers, addresses, flags and roles. Staff cannot
 * set a password. The last active superuser stays an active superuser.
 *
 * <p>Every call throws {@link PermissionDeniedException} unless the staff actor is active and has the right, as the
 * store has it at that moment. Every call throws {@link StorageException} if the store failed.
 */
public interface AccountAdministration {

    /** The permission to create accounts. */
    String ADD_USER = "accounts.add_user";

    /** The permission to change profiles, to deactivate and reactivate accounts, to start resets and to revoke tokens. */
    String CHANGE_USER = "accounts.change_user";

    /** The permission to delete accounts. */
    String DELETE_USER = "accounts.delete_user";

    /**
     * Lists a page of users.
     *
     * @param actorId the id of the staff actor
     * @param search which users
     * @return the users in ascending order of their ids, fewer than the limit only on the last page
     * @throws PermissionDeniedException if the actor is not staff
     */
    List<User> search(long actorId, UserSearch search);

    /**
     * Creates an account without a password, and mails its owner a one-time link to set one.
     *
     * @param actorId the id of the staff actor
     * @param username the wanted name
     * @param email the address of the owner
     * @return the new account
     * @throws PermissionDeniedException if the actor may not create accounts
     * @throws InvalidInputException with everything that is wrong
     */
    User create(long actorId, @Nullable String username, @Nullable String email);

    /**
     * Activates or deactivates an account. A deactivation revokes all its tokens and one-time links (OWASP ASVS 5.0,
     * 7.4.2); a reactivation does not bring them back.
     *
     * @param actorId the id of the staff actor
     * @param userId the id of the account
     * @param active whether the account may be used
     * @throws PermissionDeniedException if the actor may not do this, or the account is the last active superuser
     * @throws UserNotFoundException if there is no such user
     */
    void setActive(long actorId, long userId, boolean active);

    /**
     * Grants or revokes the staff flag.
     *
     * @param actorId the id of the staff actor, a superuser
     * @param userId the id of the user
     * @param staff whether the user is staff
     * @throws PermissionDeniedException if the actor is not a superuser
     * @throws UserNotFoundException if there is no such user
     */
    void setStaff(long actorId, long userId, boolean staff);

    /**
     * Grants or revokes the superuser flag, which gives every permission.
     *
     * @param actorId the id of the staff actor, a superuser
     * @param userId the id of the user
     * @param superuser whether the user has every permission
     * @throws PermissionDeniedException if the actor is not a superuser, or the user is the last active superuser
     * @throws UserNotFoundException if there is no such user
     */
    void setSuperuser(long actorId, long userId, boolean superuser);

    /**
     * Changes the profile of a user, and the address. Only a superuser may set another address: one-time links are mailed
     * to it. The former address is told, and the new one must be confirmed if the host requires verification.
     *
     * @param actorId the id of the staff actor
     * @param userId the id of the user
     * @param change what to change in the profile
     * @param newEmail the address; an empty text for none, null to leave it
     * @return the user as it was committed
     * @throws PermissionDeniedException if the actor may not do this
     * @throws UserNotFoundException if there is no such user
     * @throws InvalidInputException with everything that is wrong; nothing was changed
     */
    User changeProfile(long actorId, long userId, ProfileChange change, @Nullable String newEmail);

    /**
     * Replaces the groups of a user by exactly these.
     *
     * @param actorId the id of the staff actor, a superuser
     * @param userId the id of the user
     * @param groupIds the ids of all groups of the user
     * @throws PermissionDeniedException if the actor is not a superuser
     * @throws UserNotFoundException if there is no such user
     * @throws InvalidInputException if a group does not exist ({@code groups}); nothing was changed
     */
    void setGroups(long actorId, long userId, Collection<Long> groupIds);

    /**
     * Replaces the permissions granted to a user directly by exactly these.
     *
     * @param actorId the id of the staff actor, a superuser
     * @param userId the id of the user
     * @param permissionIds the ids of all permissions of the user
     * @throws PermissionDeniedException if the actor is not a superuser
     * @throws UserNotFoundException if there is no such user
     * @throws InvalidInputException if a permission does not exist ({@code user_permissions}); nothing was changed
     */
    void setPermissions(long actorId, long userId, Collection<Long> permissionIds);

    /**
     * Mails the owner of an account a one-time link to set a new password (OWASP ASVS 5.0, 6.4.6).
     *
     * @param actorId the id of the staff actor
     * @param userId the id of the account
     * @throws PermissionDeniedException if the actor may not do this
     * @throws UserNotFoundException if there is no such user
     * @throws InvalidInputException if the account has no address or is not active ({@code email})
     */
    void startPasswordReset(long actorId, long userId);

    /**
     * {@return whether there was a factor} Removes the second factors of an account whose owner has lost them, and revokes all its tokens
     * and one-time links. The owner is told by mail. Staff can add no factor. The host checks who asks (OWASP ASVS 5.0, 6.4.4).
     *
     * @param actorId the id of the staff actor
     * @param userId the id of the account
     * @throws PermissionDeniedException if the actor may not do this
     * @throws UserNotFoundException if there is no such user
     */
    boolean removeFactors(long actorId, long userId);

    /**
     * Revokes all tokens of an account (OWASP ASVS 5.0, 7.4.5).
     *
     * @param actorId the id of the staff actor
     * @param userId the id of the account
     * @throws PermissionDeniedException if the actor may not do this
     * @throws UserNotFoundException if there is no such user
     */
    void endSessions(long actorId, long userId);

    /**
     * Revokes tokens of all accounts, the actor's own included, for use after a breach (OWASP ASVS 5.0, 7.4.5).
     *
     * <p>Call it again as long as it returns the limit. Call it outside transactions of the host, which may not see all
     * tokens. If it returns less than the limit, every token issued before that call is revoked. Tokens that are issued
     * meanwhile may be revoked too.
     *
     * @param actorId the id of the staff actor, a superuser
     * @param limit the largest number of tokens to revoke, at least 1
     * @return how many were revoked
     * @throws PermissionDeniedException if the actor is not a superuser
     * @throws IllegalArgumentException if {@code limit} is less than 1
     */
    int endAllSessions(long actorId, int limit);

    /**
     * Deletes an account and everything that belongs to it, the host's data included.
     *
     * @param actorId the id of the staff actor
     * @param userId the id of the account
     * @throws PermissionDeniedException if the actor may not do this, or the account is the last active superuser
     * @throws UserNotFoundException if there is no such user
     */
    void delete(long actorId, long userId);

    /** {@return the administration of groups and permissions} */
    RoleAdministration roles();

    /** {@return the administration of towns} */
    TownAdministration towns();

    /**
     * {@return the same administration for calls from one source, which events name}
     *
     * @param source a key such as the client's address; cut to 200 characters, and to the /64 network for IPv6; null if unknown
     */
    AccountAdministration from(@Nullable String source);
}
