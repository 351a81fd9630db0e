package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person gives to register: four fields, and nothing else can be assigned. The password is printed as {@code ***}.
 *
 * @param username the wanted name; null counts as not given
 * @param password the password exactly as received; null counts as not given
 * @param email the address, empty if there is none
 * @param towns the ids of towns to follow, in any order, repeats allowed, at most 1000
 * @param found what the caller itself found wrong while it read the request, such as a number where a text belongs; it is
 *     reported with the rest, and the field's own text is then not looked at
 */
public record Registration(
        @Nullable String username,
        @Nullable CharSequence password,
        String email,
        List<Long> towns,
        List<Violation> found) {

    /**
     * Copies the lists.
     *
     * @throws NullPointerException if {@code email}, a list or an element is null
     */
    public Registration {
        requireNonNull(email, "email");
        towns = List.copyOf(towns);
        found = List.copyOf(found);
    }

    /**
     * A registration without address and towns.
     *
     * @param username the wanted name
     * @param password the password exactly as received
     * @return the registration
     */
    public static Registration of(@Nullable String username, @Nullable CharSequence password) {
        return new Registration(username, password, "", List.of(), List.of());
    }

    /**
     * The same with an address.
     *
     * @param address the address, empty for none
     * @return the new registration
     */
    public Registration email(String address) {
        return new Registration(username, password, address, towns, found);
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
        return new Registration(username, password, email, List.copyOf(ids), found);
    }

    /**
     * The same with one more violation that the caller found.
     *
     * @param violation what is wrong, with the field's name as it is here
     * @return the new registration
     */
    public Registration found(Violation violation) {
        List<Violation> all =
                Stream.concat(found.stream(), Stream.of(violation)).toList();
        return new Registration(username, password, email, towns, all);
    }

    public CharSequence requiredPassword() {
        return requireNonNull(password, "password");
    }

    @Override
    public String toString() {
        return "Registration[username=" + username + ", password=***, email=" + email + ", towns=" + towns + "]";
    }
}
