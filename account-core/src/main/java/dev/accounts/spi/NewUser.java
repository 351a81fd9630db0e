package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user that has no id yet. The store inserts it as active, and as neither staff nor superuser. {@link #toString}
 * prints the hash as {@code ***}.
 *
 * @param username the display form of the name
 * @param email the address, or an empty text
 * @param claim the unique keys of both and the towns; it always has a username key
 * @param passwordHash the self-describing hash of the password, up to 255 ASCII characters
 * @param dateJoined when the user registered, in microseconds
 */
public record NewUser(String username, String email, Claim claim, String passwordHash, Instant dateJoined) {

    private static final int MAX_HASH_LENGTH = 255;

    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     * @throws IllegalArgumentException if the claim has no username key, or the hash is too long for a store
     */
    public NewUser {
        requireNonNull(username, "username");
        requireNonNull(email, "email");
        if (requireNonNull(claim, "claim").usernameKey().isEmpty()) {
            throw new IllegalArgumentException("a new user needs a username key");
        }
        requireFitting(passwordHash);
        requireNonNull(dateJoined, "dateJoined");
    }

    static void requireFitting(String passwordHash) {
        if (requireNonNull(passwordHash, "passwordHash").length() > MAX_HASH_LENGTH) {
            throw new IllegalArgumentException("a password hash has at most " + MAX_HASH_LENGTH + " characters");
        }
    }

    /**
     * Creates the stored user with its id.
     *
     * @param id the id that the store gave it
     * @return the user: active, neither staff nor superuser, without groups and permissions
     */
    public User toUser(long id) {
        return new User(
                id,
                username,
                email,
                false,
                "",
                "",
                true,
                false,
                false,
                dateJoined,
                Optional.empty(),
                User.DEFAULT_DAYS_COUNT,
                List.of(),
                List.of(),
                List.copyOf(claim.towns()));
    }

    @Override
    public String toString() {
        return "NewUser[username=" + username + ", passwordHash=***]";
    }
}
