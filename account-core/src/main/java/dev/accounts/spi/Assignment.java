package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Names all roles of one kind that a user or a group is to have.
 *
 * @param kind which roles are assigned to which holder
 * @param holderId the id of the user or group
 * @param roleIds the ids of all groups or permissions that the holder is to have
 */
public record Assignment(Kind kind, long holderId, SortedSet<Long> roleIds) {

    /**
     * Copies the ids.
     *
     * @throws NullPointerException if a component is null
     */
    public Assignment {
        requireNonNull(kind, "kind");
        requireNonNull(roleIds, "roleIds");
        roleIds = Collections.unmodifiableSortedSet(new TreeSet<>(roleIds));
    }

    /**
     * Creates an assignment.
     *
     * @param kind which roles are assigned to which holder
     * @param holderId the id of the user or group
     * @param roleIds the ids of all groups or permissions that the holder is to have, in any order
     * @return the assignment
     */
    public static Assignment of(Kind kind, long holderId, Collection<Long> roleIds) {
        requireNonNull(roleIds, "roleIds").forEach(element -> requireNonNull(element, "roleIds"));
        return new Assignment(kind, holderId, new TreeSet<>(roleIds));
    }

    /** Which roles are assigned to which holder. */
    public enum Kind {
        /** A user becomes a member of groups. */
        GROUPS_OF_USER,
        /** A user is granted permissions directly. */
        PERMISSIONS_OF_USER,
        /** A group is granted permissions. */
        PERMISSIONS_OF_GROUP
    }
}
