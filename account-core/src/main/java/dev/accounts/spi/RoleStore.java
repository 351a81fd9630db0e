package dev.accounts.spi;

import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.model.Roles;
import dev.accounts.model.StorageException;
import java.util.Set;
import java.util.SortedSet;

/** Where groups and permissions are kept, and who has them. Names and codes are compared exactly. Thread-safe. */
public interface RoleStore {

    /**
     * All groups and permissions.
     *
     * @return the roles, each in ascending order of ids
     * @throws StorageException if the store fails
     */
    Roles roles();

    /**
     * The group of a name, which is created if there is none. Of any number of simultaneous calls all answer with one group.
     *
     * @param name the name, 1 to 150 characters (code points)
     * @return the group
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    Group ensureGroup(String name);

    /**
     * The permission of a code, which is created if there is none. Of any number of simultaneous calls all answer with one
     * permission.
     *
     * @param code the code, 1 to 200 characters (code points)
     * @return the permission
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    Permission ensurePermission(String code);

    /**
     * Deletes a group; its members lose what it gave them.
     *
     * @param id the id of the group
     * @return whether there was one
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean deleteGroup(long id);

    /**
     * Gives a user or a group exactly these roles instead of those it had; nothing is changed if one of them, or the holder,
     * does not exist.
     *
     * @param assignment who is to have what
     * @return the ids that do not exist, the holder's among them if it is that; none if all was done
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    SortedSet<Long> assign(Assignment assignment);

    /**
     * What a user may do: the permissions of an active user and of the user's groups; all that there are for an active
     * superuser; none for anybody else.
     *
     * @param userId the id of the user
     * @return the codes of the permissions, none if there is no such user
     * @throws StorageException if the store fails
     */
    Set<String> effective(long userId);

    /**
     * Whether another active superuser is left without this one. The answer holds until the transaction under way ends: of
     * simultaneous askers the second waits for the end of the first.
     *
     * @param userId the id of the user who may cease to be one
     * @return whether there is another
     * @throws StorageException if the store fails
     */
    boolean hasOtherSuperuser(long userId);
}
