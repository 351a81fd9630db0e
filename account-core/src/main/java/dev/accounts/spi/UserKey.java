package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Identifies one user by a unique column. {@link #toString} does not print the value, because people type passwords
 * where names belong.
 *
 * @param kind the column
 * @param value the id in decimal digits, or the folded form of a name or an address
 */
public record UserKey(Kind kind, String value) {

    private static final Pattern ID = Pattern.compile("-?[0-9]{1,19}");

    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     * @throws IllegalArgumentException if an id is not a decimal number
     */
    public UserKey {
        requireNonNull(value, "value");
        if (requireNonNull(kind, "kind") == Kind.ID && !ID.matcher(value).matches()) {
            throw new IllegalArgumentException("an id is a decimal number");
        }
    }

    /** The unique columns of a user. */
    public enum Kind {
        /** The id. */
        ID,
        /** The folded form of the username. */
        USERNAME,
        /** The folded form of the address. */
        EMAIL
    }

    /**
     * Returns the key of the user with an id.
     *
     * @param id the id
     * @return the key
     */
    public static UserKey id(long id) {
        return new UserKey(Kind.ID, Long.toString(id));
    }

    /**
     * Returns the key of the user with a username.
     *
     * @param usernameKey its folded form
     * @return the key
     */
    public static UserKey username(String usernameKey) {
        return new UserKey(Kind.USERNAME, requireNonNull(usernameKey, "usernameKey"));
    }

    /**
     * Returns the key of the user with an address.
     *
     * @param emailKey its folded form
     * @return the key
     */
    public static UserKey email(String emailKey) {
        return new UserKey(Kind.EMAIL, requireNonNull(emailKey, "emailKey"));
    }

    @Override
    public String toString() {
        return "UserKey[" + kind + "]";
    }
}
