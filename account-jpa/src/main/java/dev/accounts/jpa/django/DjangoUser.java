package dev.accounts.jpa.django;

import java.time.Instant;
import java.util.Optional;

/**
 * A user as Django has stored it. The hash is printed as {@code ***}, and so are names and addresses.
 *
 * @param id the id
 * @param username the name, in any form
 * @param password the stored hash
 * @param email the address, or an empty text
 * @param firstName the given name
 * @param lastName the family name
 * @param active whether the user may log in
 * @param staff whether the user belongs to the staff
 * @param superuser whether the user has every permission
 * @param dateJoined when the user was created; empty if a table allows that
 * @param lastLogin when the user logged in last
 * @param daysCount the number of days, within any bounds
 */
record DjangoUser(
        long id,
        String username,
        String password,
        String email,
        String firstName,
        String lastName,
        boolean active,
        boolean staff,
        boolean superuser,
        Optional<Instant> dateJoined,
        Optional<Instant> lastLogin,
        int daysCount) {

    @Override
    public String toString() {
        return "DjangoUser[id=" + id + ", ***]";
    }
}
