package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person gives to register. Nothing else of the account can be assigned. The password is printed as {@code ***}.
 *
 * @param username the wanted name; null counts as not given
 * @param password the password exactly as received; null counts as not given
 * @param email the address, empty if there is none
 * @param towns the ids of towns to follow, in any order, repeats allowed, at most 1000
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
        towns = List.copyOf(towns);
    }

    /**
     * A registration without address and towns.
     *
     * @param username the wanted name
     * @param password the password exactly as received
     * @return the registration
     */
    public static Registration of(@Nullable String username, @Nullable CharSequence password) {
        return new Registration(username, password, "", List.of());
    }

    /**
     * The same with an address.
     *
     * @param address the address, empty for none
     * @return the new registration
     */
    public Registration email(String address) {
        return new Registration(username, password, address, towns);
    }

    /**
     * The same with towns to follow.
     *
     * @param ids the ids of the towns
     * @return the new registration
     */
    public Registration towns(long... ids) {
        return towns(Arrays.stream(ids).boxed().toList());
    }

    /**
     * The same with towns to follow.
     *
     * @param ids the ids of the towns
     * @return the new registration
     */
    public Registration towns(Collection<Long> ids) {
        return new Registration(username, password, email, List.copyOf(ids));
    }

    @Override
    public String toString() {
        return "Registration[username=" + username + ", password=***, email=" + email + ", towns=" + towns + "]";
    }
}
