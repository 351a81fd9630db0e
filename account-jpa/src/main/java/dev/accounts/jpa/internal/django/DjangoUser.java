package dev.accounts.jpa.internal.django;

/**
 * A user as Django stores it. The text form hides the hash, the names and the address.
 *
 * @param id the id
 * @param username the username, unchecked
 * @param password the stored hash
 * @param email the address, or an empty text
 * @param firstName the given name
 * @param lastName the family name
 * @param active whether the user may log in
 * @param staff whether the user has the staff flag
 * @param superuser whether the user has every permission
 * @param dateJoined when the user was created
 * @param lastLogin when the user logged in last
 * @param daysCount the number of days, unchecked
 */
public record DjangoUser(
        long id,
        String username,
        String password,
        String email,
        String firstName,
        String lastName,
        boolean active,
        boolean staff,
        boolean superuser,
        DjangoTime dateJoined,
        DjangoTime lastLogin,
        int daysCount) {

    @Override
    public String toString() {
        return "DjangoUser[id=" + id + ", ***]";
    }
}
