package dev.accounts.model;

import static java.util.Objects.requireNonNull;

/**
 * A town that users follow.
 *
 * @param id the number that the store gave this town
 * @param name the name, 1 to 200 characters (code points)
 * @param country the country, 1 to 200 characters (code points)
 * @param longitude degrees east of Greenwich, −180 to 180
 * @param latitude degrees north of the equator, −90 to 90
 */
public record Town(long id, String name, String country, double longitude, double latitude) {

    /**
     * Checks that no text is null.
     *
     * @throws NullPointerException if {@code name} or {@code country} is null
     */
    public Town {
        requireNonNull(name, "name");
        requireNonNull(country, "country");
    }
}
