package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tells why a registration cannot be stored.
 *
 * @param usernameTaken whether another user has the username key
 * @param emailTaken whether another user has the email key
 * @param unknownTowns the ids that belong to no town
 */
public record Conflicts(boolean usernameTaken, boolean emailTaken, SortedSet<Long> unknownTowns) {

    /**
     * Copies the towns.
     *
     * @throws NullPointerException if {@code unknownTowns} is null
     */
    public Conflicts {
        requireNonNull(unknownTowns, "unknownTowns");
        unknownTowns = Collections.unmodifiableSortedSet(new TreeSet<>(unknownTowns));
    }

    /**
     * Creates the conflicts.
     *
     * @param usernameTaken whether another user has the username key
     * @param emailTaken whether another user has the email key
     * @param unknownTowns the ids that belong to no town
     * @return the conflicts
     */
    public static Conflicts of(boolean usernameTaken, boolean emailTaken, Collection<Long> unknownTowns) {
        requireNonNull(unknownTowns, "unknownTowns").forEach(element -> requireNonNull(element, "unknownTowns"));
        return new Conflicts(usernameTaken, emailTaken, new TreeSet<>(unknownTowns));
    }

    /**
     * Returns the absence of conflicts.
     *
     * @return conflicts with no taken key and no unknown town
     */
    public static Conflicts none() {
        return of(false, false, List.of());
    }

    /**
     * Returns whether there is no conflict.
     *
     * @return true if no key is taken and no town is unknown
     */
    public boolean isEmpty() {
        return !usernameTaken && !emailTaken && unknownTowns.isEmpty();
    }
}
