package dev.accounts.service;

import dev.accounts.model.Group;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Permission;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.Roles;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Lets superusers manage groups and permissions, and lets staff see them. Every call names the staff actor.
 * Thread-safe.
 *
 * <p>Every call throws {@link PermissionDeniedException} if the actor lacks the right, and
 * {@link dev.accounts.model.StorageException} if the store failed.
 */
public interface RoleAdministration {

    /**
     * Lists all groups and permissions.
     *
     * @param actorId the id of the staff actor
     * @return the roles
     * @throws PermissionDeniedException if the actor is not staff
     */
    Roles list(long actorId);

    /**
     * Returns the group with a name, and creates it if it does not exist.
     *
     * @param actorId the id of the staff actor, a superuser
     * @param name 1 to 150 characters, without white space around it
     * @return the group
     * @throws PermissionDeniedException if the actor is not a superuser
     * @throws InvalidInputException if the name is not valid ({@code name})
     */
    Group ensureGroup(long actorId, @Nullable String name);

    /**
     * Returns the permission with a code, and creates it if it does not exist.
     *
     * @param actorId the id of the staff actor, a superuser
     * @param code 1 to 200 characters, without white space around it, such as {@code weather.add_town}
     * @return the permission
     * @throws PermissionDeniedException if the actor is not a superuser
     * @throws InvalidInputException if the code is not valid ({@code name})
     */
    Permission ensurePermission(long actorId, @Nullable String code);

    /**
     * Deletes a group. Its members lose what it gave them.
     *
     * @param actorId the id of the staff actor, a superuser
     * @param groupId the id of the group
     * @return whether there was such a group
     * @throws PermissionDeniedException if the actor is not a superuser
     */
    boolean deleteGroup(long actorId, long groupId);

    /**
     * Replaces the permissions of a group by exactly these.
     *
     * @param actorId the id of the staff actor, a superuser
     * @param groupId the id of the group
     * @param permissionIds the ids of all permissions of the group
     * @throws PermissionDeniedException if the actor is not a superuser
     * @throws InvalidInputException if the group (field "group") or a permission (field "permissions") does not exist;
     *     nothing was changed
     */
    void setPermissions(long actorId, long groupId, Collection<Long> permissionIds);
}
