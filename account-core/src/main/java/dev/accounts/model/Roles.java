package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All groups and permissions of an account system.
 *
 * @param groups each group with the permissions of its members, in ascending order of ids
 * @param permissions all permissions, in ascending order of ids
 */
public record Roles(Map<Group, List<Permission>> groups, List<Permission> permissions) {

    /**
     * Copies the collections.
     *
     * @throws NullPointerException if a component is null
     */
    public Roles {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(groups, "groups")));
        permissions = ProfileChange.copy(permissions, "permissions");
    }
}
