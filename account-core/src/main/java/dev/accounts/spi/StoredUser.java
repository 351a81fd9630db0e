package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The state of an account that decides who may do what with it; not the names, towns and rights that hang on it. The hash is
 * printed as {@code ***}, and so are names and addresses.
 *
 * @param id the id of the user
 * @param version how often the user was changed: what {@link UserStore#replace} compares
 * @param username the display form of the name
 * @param usernameKey its folded form
 * @param email the address, or an empty text
 * @param emailKey its folded form; empty if there is no address
 * @param emailVerified whether the owner proved to hold the address
 * @param pendingEmail another address that waits for its confirmation
 * @param passwordHash the stored hash, as it is in the store
 * @param active whether the user may log in
 * @param staff whether the user belongs to the staff of the host application
 * @param superuser whether the user has every permission
 */
public record StoredUser(
        long id,
        long version,
        String username,
        String usernameKey,
        String email,
        Optional<String> emailKey,
        boolean emailVerified,
        Optional<String> pendingEmail,
        String passwordHash,
        boolean active,
        boolean staff,
        boolean superuser) {

    /**
     * Checks that the components are there.
     *
     * @throws NullPointerException if a component is null
     * @throws IllegalArgumentException if the hash is too long for a store
     */
    public StoredUser {
        requireNonNull(username, "username");
        requireNonNull(usernameKey, "usernameKey");
        requireNonNull(email, "email");
        requireNonNull(emailKey, "emailKey");
        requireNonNull(pendingEmail, "pendingEmail");
        NewUser.requireFitting(passwordHash);
    }

    /**
     * The same with another password.
     *
     * @param hash its hash
     * @return the changed user
     */
    public StoredUser withPasswordHash(String hash) {
        return new StoredUser(
                id,
                version,
                username,
                usernameKey,
                email,
                emailKey,
                emailVerified,
                pendingEmail,
                hash,
                active,
                staff,
                superuser);
    }

    /**
     * The same with another username.
     *
     * @param display the shown form
     * @param key the folded form
     * @return the changed user
     */
    public StoredUser withUsername(String display, String key) {
        return new StoredUser(
                id,
                version,
                display,
                key,
                email,
                emailKey,
                emailVerified,
                pendingEmail,
                passwordHash,
                active,
                staff,
                superuser);
    }

    /**
     * The same with another address, and none that waits.
     *
     * @param address the address, or an empty text
     * @param key its folded form
     * @param verified whether the owner proved to hold it
     * @return the changed user
     */
    public StoredUser withEmail(String address, Optional<String> key, boolean verified) {
        return new StoredUser(
                id,
                version,
                username,
                usernameKey,
                address,
                key,
                verified,
                Optional.empty(),
                passwordHash,
                active,
                staff,
                superuser);
    }

    /**
     * The same with an address that waits for its confirmation.
     *
     * @param address the wanted address
     * @return the changed user
     */
    public StoredUser withPendingEmail(String address) {
        return new StoredUser(
                id,
                version,
                username,
                usernameKey,
                email,
                emailKey,
                emailVerified,
                Optional.of(address),
                passwordHash,
                active,
                staff,
                superuser);
    }

    /**
     * The same with no address that waits.
     *
     * @return the changed user
     */
    public StoredUser withoutPendingEmail() {
        return withEmail(email, emailKey, emailVerified);
    }

    /**
     * The same with other flags.
     *
     * @param isActive whether the user may log in
     * @param isStaff whether the user belongs to the staff
     * @param isSuperuser whether the user has every permission
     * @return the changed user
     */
    public StoredUser withFlags(boolean isActive, boolean isStaff, boolean isSuperuser) {
        return new StoredUser(
                id,
                version,
                username,
                usernameKey,
                email,
                emailKey,
                emailVerified,
                pendingEmail,
                passwordHash,
                isActive,
                isStaff,
                isSuperuser);
    }

    @Override
    public String toString() {
        return "StoredUser[id=" + id + ", version=" + version + ", active=" + active + ", staff=" + staff
                + ", superuser=" + superuser + ", passwordHash=***]";
    }
}
