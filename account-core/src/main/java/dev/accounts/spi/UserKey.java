package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

/**
 * What one user is found by. The value is not printed, since people type passwords where names belong.
 *
 * @param kind which of the unique columns it is
 * @param value the id in decimal digits, or the folded form of a name or an address
 */
public record UserKey(Kind kind, String value) {

    /**
     * Checks that the components are there.
     *
     * @throws NullPointerException if a component is null
     */
    public UserKey {
        requireNonNull(kind, "kind");
        requireNonNull(value, "value");
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
     * The user with an id.
     *
     * @param id the id
     * @return the key
     */
    public static UserKey id(long id) {
        return new UserKey(Kind.ID, Long.toString(id));
    }

    /**
     * The user with a username.
     *
     * @param usernameKey its folded form
     * @return the key
     */
    public static UserKey username(String usernameKey) {
        return new UserKey(Kind.USERNAME, usernameKey);
    }

    /**
     * The user with an address.
     *
     * @param emailKey its folded form
     * @return the key
     */
    public static UserKey email(String emailKey) {
        return new UserKey(Kind.EMAIL, emailKey);
    }

    @Override
    public String toString() {
        return "UserKey[" + kind + "]";
    }
}
