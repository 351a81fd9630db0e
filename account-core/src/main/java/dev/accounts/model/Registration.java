package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of a registration. No other part of an account can be set by it. {@link #toString} prints the password as
 * {@code ***}.
 *
 * @param username the wanted name; null counts as missing
 * @param password the password exactly as received; null counts as missing
 * @param email the address, empty for no address
 * @param towns the ids of towns to follow, in any order, at most 1000 different ones; repeats are allowed
 */
public record Registration(
        @Nullable String username, @Nullable CharSequence password, String email, List<Long> towns) {

    /**
     * Copies the list of towns.
     *
     * @throws NullPointerException if {@code email}, the list or an element is null
     */
    public Registration {
        requireNonNull(email, "email");
        towns = ProfileChange.copy(towns, "towns");
    }

    /**
     * Creates a registration without address and towns.
     *
     * @param username the wanted name
     * @param password the password exactly as received
     * @return the registration
     */
    public static Registration of(@Nullable String username, @Nullable CharSequence password) {
        return new Registration(username, password, "", List.of());
    }

    /**
     * Returns a copy with another address.
     *
     * @param address the address, empty for none
     * @return the new registration
     * @throws NullPointerException if {@code address} is null
     */
    public Registration email(String address) {
        return new Registration(username, password, address, towns);
    }

    /**
     * Returns a copy with other towns to follow.
     *
     * @param ids the ids of the towns
     * @return the new registration
     * @throws NullPointerException if {@code ids} is null
     */
    public Registration towns(long... ids) {
        return towns(Arrays.stream(requireNonNull(ids, "ids")).boxed().toList());
    }

    /**
     * Returns a copy with other towns to follow.
     *
     * @param ids the ids of the towns
     * @return the new registration
     * @throws NullPointerException if {@code ids} or an id is null
     */
    public Registration towns(Collection<Long> ids) {
        return new Registration(username, password, email, ProfileChange.copy(ids, "ids"));
    }

    @Override
    public String toString() {
        return "Registration[username=" + username + ", password=***, email=" + email + ", towns=" + towns + "]";
    }
}
