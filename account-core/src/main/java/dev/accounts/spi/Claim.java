package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Names the unique keys and the towns that a registration asks for.
 *
 * @param usernameKey the folded form of the username; empty if it is not to be checked
 * @param emailKey the folded form of the address; empty if there is no address
 * @param towns the ids of the towns
 */
public record Claim(Optional<String> usernameKey, Optional<String> emailKey, SortedSet<Long> towns) {

    /**
     * Copies the towns.
     *
     * @throws NullPointerException if a component is null
     */
    public Claim {
        requireNonNull(usernameKey, "usernameKey");
        requireNonNull(emailKey, "emailKey");
        requireNonNull(towns, "towns");
        towns = Collections.unmodifiableSortedSet(new TreeSet<>(towns));
    }

    /**
     * Creates a claim.
     *
     * @param usernameKey the folded form of the username; empty if it is not to be checked
     * @param emailKey the folded form of the address; empty if there is no address
     * @param towns the ids of the towns, in any order
     * @return the claim
     */
    public static Claim of(Optional<String> usernameKey, Optional<String> emailKey, Collection<Long> towns) {
        requireNonNull(towns, "towns").forEach(element -> requireNonNull(element, "towns"));
        return new Claim(usernameKey, emailKey, new TreeSet<>(towns));
    }

    /**
     * Returns whether the claim asks for nothing.
     *
     * @return true if there is no key and no town
     */
    public boolean isEmpty() {
        return usernameKey.isEmpty() && emailKey.isEmpty() && towns.isEmpty();
    }
}
