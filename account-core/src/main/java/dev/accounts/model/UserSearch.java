package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which users to list, in ascending order of their ids: a page at a time, each beginning after the last id of the one before.
 *
 * @param prefix how the username or the address begins, in any case, the domain of an address in its ASCII form
 *     ({@code xn--…}); empty for all
 * @param active only users who are active, or only those who are not; empty for both
 * @param staff only staff, or only others; empty for both
 * @param afterId 0 for the first page, the last id of a page for the next
 * @param limit how many at the most, 1 to {@value #MAX_PAGE}
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
     * The first hundred of all users.
     *
     * @return the search
     */
    public static UserSearch all() {
        return new UserSearch("", Optional.empty(), Optional.empty(), 0, DEFAULT_PAGE);
    }

    /**
     * The same for names and addresses that begin with a text.
     *
     * @param text how they begin, in any case
     * @return the new search
     */
    public UserSearch prefix(String text) {
        return new UserSearch(text, active, staff, afterId, limit);
    }

    /**
     * The same for users who are active, or who are not.
     *
     * @param value whether they are
     * @return the new search
     */
    public UserSearch active(boolean value) {
        return new UserSearch(prefix, Optional.of(value), staff, afterId, limit);
    }

    /**
     * The same for staff, or for everybody else.
     *
     * @param value whether they are staff
     * @return the new search
     */
    public UserSearch staff(boolean value) {
        return new UserSearch(prefix, active, Optional.of(value), afterId, limit);
    }

    /**
     * Another page of the same.
     *
     * @param id the last id of the page before, 0 for the first page
     * @param size how many at the most, 1 to {@value #MAX_PAGE}
     * @return the new search
     * @throws IllegalArgumentException if {@code size} is out of bounds
     */
    public UserSearch page(long id, int size) {
        return new UserSearch(prefix, active, staff, id, size);
    }
}
