package dev.accounts.model;

import static java.util.Objects.requireNonNull;

/**
 * A token at the moment it is issued. Its value is seen only here.
 *
 * <p>{@link #toString} prints the value as {@code ***}.
 *
 * @param value 40 lower-case hex digits, for the owner only
 * @param token what is known of the token from now on
 */
public record IssuedToken(String value, AuthToken token) {

    /**
     * Checks that no component is null.
     *
     * @throws NullPointerException if a component is null
     */
    public IssuedToken {
        requireNonNull(value, "value");
        requireNonNull(token, "token");
    }

    @Override
    public String toString() {
        return "IssuedToken[value=***, token=" + token + "]";
    }
}
