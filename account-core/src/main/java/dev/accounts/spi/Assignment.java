package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who is to have which roles.
 *
 * @param kind what is given to whom
 * @param holderId the id of the user or group
 * @param roleIds the ids of all groups or permissions that it is to have
 */
public record Assignment(Kind kind, long holderId, SortedSet<Long> roleIds) {

    /**
     * Copies the ids.
     *
     * @throws NullPointerException if a component is null
     */
    public Assignment {
        requireNonNull(kind, "kind");
        roleIds = Collections.unmodifiableSortedSet(new TreeSet<>(roleIds));
    }

    /**
     * An assignment.
     *
     * @param kind what is given to whom
     * @param holderId the id of the user or group
     * @param roleIds the ids of all groups or permissions that it is to have, in any order
     * @return the assignment
     */
    public static Assignment of(Kind kind, long holderId, Collection<Long> roleIds) {
        return new Assignment(kind, holderId, new TreeSet<>(roleIds));
    }

    /** What is given to whom. */
    public enum Kind {
        /** A user is put into groups. */
        GROUPS_OF_USER,
        /** A user is granted permissions directly. */
        PERMISSIONS_OF_USER,
        /** A group is granted permissions. */
        PERMISSIONS_OF_GROUP
    }
}
