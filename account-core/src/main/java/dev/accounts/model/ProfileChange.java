package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to change in a profile: {@code ProfileChange.none().firstName("Ana").daysCount(3).towns(List.of(1L, 2L))}. What it
 * does not name stays as it is.
 *
 * @param firstName the new first name, at most 150 characters (code points); an empty text for no name
 * @param lastName the new last name, by the same rules
 * @param daysCount the new number of days, 1 to 10
 * @param towns the ids of all towns to follow, in any order, at most 1000 different ones; repeats are allowed, and an
 *     empty list ends the following of all towns
 */
public record ProfileChange(
        Optional<String> firstName, Optional<String> lastName, OptionalInt daysCount, Optional<List<Long>> towns) {

    /**
     * Copies the list of towns.
     *
     * @throws NullPointerException if a component or an element of the list is null
     */
    public ProfileChange {
        requireNonNull(firstName, "firstName");
        requireNonNull(lastName, "lastName");
        requireNonNull(daysCount, "daysCount");
        towns = requireNonNull(towns, "towns").map(ids -> copy(ids, "towns"));
    }

    /**
     * Returns a change that changes nothing.
     *
     * @return the change
     */
    public static ProfileChange none() {
        return new ProfileChange(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty());
    }

    /**
     * Returns a copy with another first name.
     *
     * @param value the first name; an empty text for no name
     * @return the new change
     */
    public ProfileChange firstName(String value) {
        return new ProfileChange(Optional.of(requireNonNull(value, "firstName")), lastName, daysCount, towns);
    }

    /**
     * Returns a copy with another last name.
     *
     * @param value the last name; an empty text for no name
     * @return the new change
     */
    public ProfileChange lastName(String value) {
        return new ProfileChange(firstName, Optional.of(requireNonNull(value, "lastName")), daysCount, towns);
    }

    /**
     * Returns a copy with another number of days.
     *
     * @param value the number of days
     * @return the new change
     */
    public ProfileChange daysCount(int value) {
        return new ProfileChange(firstName, lastName, OptionalInt.of(value), towns);
    }

    /**
     * Returns a copy with other towns.
     *
     * @param ids the ids of all towns to follow
     * @return the new change
     * @throws NullPointerException if {@code ids} or an id is null
     */
    public ProfileChange towns(Collection<Long> ids) {
        return new ProfileChange(firstName, lastName, daysCount, Optional.of(copy(ids, "ids")));
    }

    /** Copies a collection; throws a {@link NullPointerException} with its name if it or an element is null. */
    static <T> List<T> copy(Collection<T> elements, String name) {
        requireNonNull(elements, name).forEach(element -> requireNonNull(element, name));
        return List.copyOf(elements);
    }

    /**
     * Returns whether the change names nothing.
     *
     * @return true if everything stays as it is
     */
    public boolean isEmpty() {
        return equals(none());
    }
}
