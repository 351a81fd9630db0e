package dev.accounts.service;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.StorageException;
import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.model.UserSearch;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff do with the accounts of others. Every call names the acting user, whose token the host has checked, and is
 * refused with {@link PermissionDeniedException} unless that user is active and has the right, as the store has it at that
 * moment; every change is made in one transaction. Thread-safe.
 *
 * <p>Staff see all users. What else they may do is given by the permissions {@value #ADD_USER}, {@value #CHANGE_USER} and
 * {@value #DELETE_USER}; a superuser may do everything, and alone touches superusers, flags and roles. Nobody can set a
 * password. The last active superuser stays one. Every call throws {@link StorageException} if the store failed.
 */
public interface AccountAdministration {

    /** The permission to create accounts. */
    String ADD_USER = "accounts.add_user";

    /** The permission to deactivate and reactivate accounts, to start resets and to end sessions. */
    String CHANGE_USER = "accounts.change_user";

    /** The permission to delete accounts. */
    String DELETE_USER = "accounts.delete_user";

    /**
     * A page of users.
     *
     * @param actorId who asks
     * @param search which users
     * @return the users in ascending order of their ids, fewer than the limit only on the last page
     * @throws PermissionDeniedException if the actor is not staff
     */
    List<User> search(long actorId, UserSearch search);

    /**
     * Creates an account without a password; its owner gets a mailed link to set one.
     *
     * @param actorId who creates it
     * @param username the wanted name
     * @param email the address of its owner
     * @return the new account
     * @throws PermissionDeniedException if the actor may not
     * @throws InvalidInputException with everything that is wrong
     */
    User create(long actorId, @Nullable String username, @Nullable String email);

    /**
     * Lets an account be used, or no longer. All tokens and mailed links of one that is deactivated end with it (OWASP ASVS
     * 5.0, 7.4.2), and do not come back.
     *
     * @param actorId who decides
     * @param userId whose account
     * @param active whether it may be used
     * @throws PermissionDeniedException if the actor may not, or it is the last active superuser
     * @throws UserNotFoundException if there is no such user
     */
    void setActive(long actorId, long userId, boolean active);

    /**
     * Makes a user a member of the staff, or no longer.
     *
     * @param actorId who decides, a superuser
     * @param userId whom
     * @param staff whether the user is staff
     * @throws PermissionDeniedException if the actor may not
     * @throws UserNotFoundException if there is no such user
     */
    void setStaff(long actorId, long userId, boolean staff);

    /**
     * Gives a user every permission, or no longer.
     *
     * @param actorId who decides, a superuser
     * @param userId whom
     * @param superuser whether the user has every permission
     * @throws PermissionDeniedException if the actor may not, or it is the last active superuser
     * @throws UserNotFoundException if there is no such user
     */
    void setSuperuser(long actorId, long userId, boolean superuser);

    /**
     * Puts a user into exactly these groups.
     *
     * @param actorId who decides, a superuser
     * @param userId whom
     * @param groupIds the ids of all groups of the user
     * @throws PermissionDeniedException if the actor may not
     * @throws UserNotFoundException if there is no such user
     * @throws InvalidInputException if there is no such group ({@code groups}); nothing is changed then
     */
    void setGroups(long actorId, long userId, Collection<Long> groupIds);

    /**
     * Grants a user exactly these permissions directly.
     *
     * @param actorId who decides, a superuser
     * @param userId whom
     * @param permissionIds the ids of all permissions of the user
     * @throws PermissionDeniedException if the actor may not
     * @throws UserNotFoundException if there is no such user
     * @throws InvalidInputException if there is no such permission ({@code user_permissions}); nothing is changed then
     */
    void setPermissions(long actorId, long userId, Collection<Long> permissionIds);

    /**
     * Has a link to set a new password mailed to the address of an account (OWASP ASVS 5.0, 6.4.6).
     *
     * @param actorId who starts it
     * @param userId whose password
     * @throws PermissionDeniedException if the actor may not
     * @throws UserNotFoundException if there is no such user
     * @throws InvalidInputException if the account has no address or is not active ({@code email})
     */
    void startPasswordReset(long actorId, long userId);

    /**
     * Ends all tokens of an account (OWASP ASVS 5.0, 7.4.5).
     *
     * @param actorId who ends them
     * @param userId whose
     * @throws PermissionDeniedException if the actor may not
     * @throws UserNotFoundException if there is no such user
     */
    void endSessions(long actorId, long userId);

    /**
     * Ends tokens of all accounts, the actor's own included: after a breach (OWASP ASVS 5.0, 7.4.5). Call it again as long as
     * it answers the limit, outside transactions of the host, which may not see all: an answer below it says that every token
     * issued before that call is ended. Tokens that people get meanwhile may be ended too.
     *
     * @param actorId who ends them, a superuser
     * @param limit how many at the most, at least 1
     * @return how many were ended
     * @throws PermissionDeniedException if the actor may not
     * @throws IllegalArgumentException if {@code limit} is less than 1
     */
    int endAllSessions(long actorId, int limit);

    /**
     * Deletes an account and all that belongs to it, the host's data included.
     *
     * @param actorId who deletes it
     * @param userId whose
     * @throws PermissionDeniedException if the actor may not, or it is the last active superuser
     * @throws UserNotFoundException if there is no such user
     */
    void delete(long actorId, long userId);

    /**
     * Groups and permissions.
     *
     * @return the roles of the same stores
     */
    RoleAdministration roles();

    /**
     * The same for calls that come from somewhere.
     *
     * @param source a key such as the client's address, cut to 200 characters; null if it is not known
     * @return the same, telling events the source
     */
    AccountAdministration from(@Nullable String source);
}
