package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Selects which users to list, in ascending order of their ids and one page at a time. Each page begins after the last
 * id of the page before.
 *
 * @param prefix how the username or the address begins, in any case; the domain of an address is given in its ASCII
 *     form ({@code xn--…}); empty for all users
 * @param active true for active users only, false for inactive users only; empty for both
 * @param staff true for staff only, false for other users only; empty for both
 * @param afterId 0 for the first page, the last id of a page for the next
 * @param limit the largest number of users, 1 to {@value #MAX_PAGE}
 */
public record UserSearch(String prefix, Optional<Boolean> active, Optional<Boolean> staff, long afterId, int limit) {

    /** The largest page. */
    public static final int MAX_PAGE = 1000;

    private static final int DEFAULT_PAGE = 100;

    /**
     * Checks the bounds.
     *
     * @throws NullPointerException if a component is null
     * @throws IllegalArgumentException if {@code limit} is out of bounds
     */
    public UserSearch {
        requireNonNull(prefix, "prefix");
        requireNonNull(active, "active");
        requireNonNull(staff, "staff");
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("limit must be within 1 to " + MAX_PAGE + ": " + limit);
        }
    }

    /**
     * Returns a search for the first 100 of all users.
     *
     * @return the search
     */
    public static UserSearch all() {
        return new UserSearch("", Optional.empty(), Optional.empty(), 0, DEFAULT_PAGE);
    }

    /**
     * Returns a copy for names and addresses that begin with a text.
     *
     * @param text how they begin, in any case
     * @return the new search
     */
    public UserSearch prefix(String text) {
        return new UserSearch(text, active, staff, afterId, limit);
    }

    /**
     * Returns a copy for active or for inactive users only.
     *
     * @param value whether the users are active
     * @return the new search
     */
    public UserSearch active(boolean value) {
        return new UserSearch(prefix, Optional.of(value), staff, afterId, limit);
    }

    /**
     * Returns a copy for staff or for other users only.
     *
     * @param value whether the users are staff
     * @return the new search
     */
    public UserSearch staff(boolean value) {
        return new UserSearch(prefix, active, Optional.of(value), afterId, limit);
    }

    /**
     * Returns a copy for another page.
     *
     * @param id the last id of the page before, 0 for the first page
     * @param size the largest number of users, 1 to {@value #MAX_PAGE}
     * @return the new search
     * @throws IllegalArgumentException if {@code size} is out of bounds
     */
    public UserSearch page(long id, int size) {
        return new UserSearch(prefix, active, staff, id, size);
    }
}
