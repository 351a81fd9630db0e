package dev.accounts.model;

import static java.util.Objects.requireNonNull;

/**
 * A named set of users who share permissions.
 *
 * @param id the number that the store gave this group
 * @param name the unique name, up to 150 characters
 */
public record Group(long id, String name) {

    /**
     * Checks that the name is not null.
     *
     * @throws NullPointerException if {@code name} is null
     */
    public Group {
        requireNonNull(name, "name");
    }
}
