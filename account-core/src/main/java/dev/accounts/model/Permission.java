package dev.accounts.model;

import static java.util.Objects.requireNonNull;

/**
 * A right that a user may have. The host decides what it means.
 *
 * @param id the number that the store gave this permission
 * @param code the unique code, up to 200 characters, such as {@code weather.add_town}
 */
public record Permission(long id, String code) {

    /**
     * Checks that the code is not null.
     *
     * @throws NullPointerException if {@code code} is null
     */
    public Permission {
        requireNonNull(code, "code");
    }
}
