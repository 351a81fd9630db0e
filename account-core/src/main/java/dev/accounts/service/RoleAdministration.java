package dev.accounts.service;

import dev.accounts.model.Group;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Permission;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.Roles;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Groups, permissions, and which group gives its members which permission. Every call names the acting user: staff may look,
 * superusers may change; others are refused with {@link PermissionDeniedException}. Thread-safe. Every call throws
 * {@link dev.accounts.model.StorageException} if the store failed.
 */
public interface RoleAdministration {

    /**
     * All groups and permissions.
     *
     * @param actorId who asks
     * @return the roles
     * @throws PermissionDeniedException if the actor is not staff
     */
    Roles list(long actorId);

    /**
     * The group of a name, created if there is none.
     *
     * @param actorId who decides, a superuser
     * @param name 1 to 150 characters, without white space around it
     * @return the group
     * @throws PermissionDeniedException if the actor may not
     * @throws InvalidInputException if it is no name ({@code name})
     */
    Group ensureGroup(long actorId, @Nullable String name);

    /**
     * The permission of a code, created if there is none.
     *
     * @param actorId who decides, a superuser
     * @param code 1 to 200 characters, without white space around it, such as {@code weather.add_town}
     * @return the permission
     * @throws PermissionDeniedException if the actor may not
     * @throws InvalidInputException if it is no code ({@code name})
     */
    Permission ensurePermission(long actorId, @Nullable String code);

    /**
     * Deletes a group; its members lose what it gave them.
     *
     * @param actorId who decides, a superuser
     * @param groupId which group
     * @return whether there was one
     * @throws PermissionDeniedException if the actor may not
     */
    boolean deleteGroup(long actorId, long groupId);

    /**
     * Lets a group give its members exactly these permissions.
     *
     * @param actorId who decides, a superuser
     * @param groupId which group
     * @param permissionIds the ids of all permissions of the group
     * @throws PermissionDeniedException if the actor may not
     * @throws InvalidInputException if there is no such group (field "group") or no such permission (field "permissions");
     *     nothing is changed then
     */
    void setPermissions(long actorId, long groupId, Collection<Long> permissionIds);
}
