package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that may be shown of an account. It never carries a password hash.
 *
 * @param id the number that the store gave this account; no other account ever gets it
 * @param username the display form of the unique name, 1 to 150 characters (code points), in Unicode form NFKC
 * @param email the address with a lower-case domain, or an empty text if there is no address
 * @param emailVerified whether the owner proved to hold the address
 * @param firstName given name, empty unless set
 * @param lastName family name, empty unless set
 * @param active whether the account may log in and use its tokens
 * @param staff whether the account belongs to the staff of the host
 * @param superuser whether the account has every permission
 * @param dateJoined when the account was registered, in microseconds
 * @param lastLogin when a token was last issued, in microseconds; empty before the first login
 * @param daysCount the number of days shown to this user, 1 to 10
 * @param groups the groups of the user, ascending by id
 * @param permissions the permissions granted to the user directly, ascending by id
 * @param towns the ids of the towns that the user follows, ascending
 */
public record User(
        long id,
        String username,
        String email,
        boolean emailVerified,
        String firstName,
        String lastName,
        boolean active,
        boolean staff,
        boolean superuser,
        Instant dateJoined,
        Optional<Instant> lastLogin,
        int daysCount,
        List<Group> groups,
        List<Permission> permissions,
        List<Long> towns) {

    /** The days count of an account that never set one. */
    public static final int DEFAULT_DAYS_COUNT = 3;

    /**
     * Checks the bounds and copies the lists.
     *
     * @throws NullPointerException if a component is null
     * @throws IllegalArgumentException if {@code daysCount} is not within 1 to 10
     */
    public User {
        requireNonNull(username, "username");
        requireNonNull(email, "email");
        requireNonNull(firstName, "firstName");
        requireNonNull(lastName, "lastName");
        requireNonNull(dateJoined, "dateJoined");
        requireNonNull(lastLogin, "lastLogin");
        if (daysCount < 1 || daysCount > 10) {
            throw new IllegalArgumentException("daysCount must be within 1 to 10: " + daysCount);
        }
        groups = ProfileChange.copy(groups, "groups");
        permissions = ProfileChange.copy(permissions, "permissions");
        towns = ProfileChange.copy(towns, "towns");
    }
}
