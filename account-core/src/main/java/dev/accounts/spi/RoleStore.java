package dev.accounts.spi;

import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.model.Roles;
import dev.accounts.model.StorageException;
import java.util.Set;
import java.util.SortedSet;

/** Stores groups and permissions, and who has them. Compares names and codes exactly. Thread-safe. */
public interface RoleStore {

    /**
     * Lists all groups and permissions.
     *
     * @return the roles, each in ascending order of ids
     * @throws StorageException if the store fails
     */
    Roles roles();

    /**
     * Returns the group with a name, and creates it if it does not exist. Any number of simultaneous calls return the
     * same group.
     *
     * @param name the name, 1 to 150 characters (code points)
     * @return the group
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    Group ensureGroup(String name);

    /**
     * Returns the permission with a code, and creates it if it does not exist. Any number of simultaneous calls return
     * the same permission.
     *
     * @param code the code, 1 to 200 characters (code points)
     * @return the permission
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    Permission ensurePermission(String code);

    /**
     * Deletes a group. Its members lose what it gave them.
     *
     * @param id the id of the group
     * @return whether there was such a group
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean deleteGroup(long id);

    /**
     * Replaces the roles of a user or a group by exactly these. Changes nothing if a role or the holder does not exist.
     *
     * @param assignment which roles the holder is to have
     * @return the ids that do not exist, that of the holder included; empty if the roles were assigned
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    SortedSet<Long> assign(Assignment assignment);

    /**
     * Returns what a user may do. An active user has the permissions of the user and of the user's groups. An active
     * superuser has all permissions. An inactive user has none.
     *
     * @param userId the id of the user
     * @return the codes of the permissions; empty if there is no such user
     * @throws StorageException if the store fails
     */
    Set<String> effective(long userId);

    /**
     * Returns whether there is an active superuser besides this user. The answer holds until the transaction under way
     * ends: a second simultaneous call waits for the end of the first transaction.
     *
     * @param userId the id of the user who may lose the right
     * @return whether there is another active superuser
     * @throws StorageException if the store fails
     */
    boolean hasOtherSuperuser(long userId);
}
