package dev.accounts.service;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.Identity;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The caller of a request and what the caller may do.
 *
 * @param identity who it is
 * @param permissions the codes of the permissions that exist and that the caller has: directly, through a group, or all of them as
 *     a superuser
 */
public record Caller(Identity identity, Set<String> permissions) {

    /**
     * Copies the permissions, in the order of their codes.
     *
     * @throws NullPointerException if a component or a code is null
     */
    public Caller {
        requireNonNull(identity, "identity");
        requireNonNull(permissions, "permissions").forEach(element -> requireNonNull(element, "permissions"));
        permissions = Collections.unmodifiableSet(new TreeSet<>(permissions));
    }

    /**
     * {@return whether the caller has a permission; a superuser has every one, existing or not}
     *
     * @param code the code of the permission
     * @throws NullPointerException if {@code code} is null
     */
    public boolean has(String code) {
        requireNonNull(code, "code");
        return identity.superuser() || permissions.contains(code);
    }
}
