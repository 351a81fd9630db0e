package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The part of an account that decides who may do what with it. First and last name, towns, groups and permissions are
 * not part of it. {@link #toString} reveals no hash, name or address.
 *
 * @param id the id of the user
 * @param version how often the user was changed; {@link UserStore#replace} compares it
 * @param username the display form of the name
 * @param usernameKey its folded form
 * @param email the address and what is known of it
 * @param passwordHash the hash as it is stored
 * @param flags what the user may do
 * @param secondFactor whether a login needs a second factor
 */
public record StoredUser(
        long id,
        long version,
        String username,
        String usernameKey,
        Email email,
        String passwordHash,
        Flags flags,
        boolean secondFactor) {

    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     * @throws IllegalArgumentException if the hash is too long for a store
     */
    public StoredUser {
        requireNonNull(username, "username");
        requireNonNull(usernameKey, "usernameKey");
        requireNonNull(email, "email");
        requireNonNull(flags, "flags");
        NewUser.requireFitting(passwordHash);
    }

    /**
     * The address of a user.
     *
     * @param address the address; empty for no address
     * @param key its folded form; empty if there is no address
     * @param verified whether the owner proved to hold the address
     * @param pending another address that waits for its confirmation
     */
    public record Email(String address, Optional<String> key, boolean verified, Optional<String> pending) {

        /** The absence of an address. */
        public static final Email NONE = of("", Optional.empty());

        /**
         * Checks that no component is null.
         *
         * @throws NullPointerException if a component is null
         */
        public Email {
            requireNonNull(address, "address");
            requireNonNull(key, "key");
            requireNonNull(pending, "pending");
        }

        /**
         * Creates an address that is not verified, without a pending one.
         *
         * @param address the address; empty for none
         * @param key its folded form
         * @return the address
         */
        public static Email of(String address, Optional<String> key) {
            return new Email(address, key, false, Optional.empty());
        }

        /**
         * Returns a copy that is verified or not.
         *
         * @param value whether the owner proved to hold the address
         * @return the changed address
         */
        public Email verified(boolean value) {
            return new Email(address, key, value, pending);
        }

        /**
         * Returns a copy with another address that waits for its confirmation.
         *
         * @param wanted the other address
         * @return the changed address
         */
        public Email pending(String wanted) {
            return new Email(address, key, verified, Optional.of(requireNonNull(wanted, "wanted")));
        }

        /**
         * Returns a copy without a pending address.
         *
         * @return the changed address
         */
        public Email withoutPending() {
            return new Email(address, key, verified, Optional.empty());
        }

        @Override
        public String toString() {
            return "Email[address=***, verified=" + verified + "]";
        }
    }

    /**
     * What a user may do.
     *
     * @param active whether the user may log in
     * @param staff whether the user is staff
     * @param superuser whether the user has every permission
     */
    public record Flags(boolean active, boolean staff, boolean superuser) {

        /** An active user without further rights. */
        public static final Flags ACTIVE = new Flags(true, false, false);

        /** {@return whether the user is staff or a superuser} */
        public boolean privileged() {
            return staff || superuser;
        }
    }

    /**
     * Returns whether the user may log in.
     *
     * @return the flag
     */
    public boolean active() {
        return flags.active();
    }

    /**
     * Returns a copy with another username.
     *
     * @param username the display form
     * @param usernameKey the folded form
     * @return the changed user
     */
    public StoredUser withUsername(String username, String usernameKey) {
        return new StoredUser(id, version, username, usernameKey, email, passwordHash, flags, secondFactor);
    }

    /**
     * Returns a copy with another address.
     *
     * @param email the address
     * @return the changed user
     */
    public StoredUser withEmail(Email email) {
        return new StoredUser(id, version, username, usernameKey, email, passwordHash, flags, secondFactor);
    }

    /**
     * Returns a copy with the hash of another password.
     *
     * @param passwordHash the hash
     * @return the changed user
     */
    public StoredUser withPasswordHash(String passwordHash) {
        return new StoredUser(id, version, username, usernameKey, email, passwordHash, flags, secondFactor);
    }

    /**
     * Returns a copy with other flags.
     *
     * @param flags the flags
     * @return the changed user
     */
    public StoredUser withFlags(Flags flags) {
        return new StoredUser(id, version, username, usernameKey, email, passwordHash, flags, secondFactor);
    }

    /**
     * Returns a copy that needs a second factor or not.
     *
     * @param secondFactor whether a login needs one
     * @return the changed user
     */
    public StoredUser withSecondFactor(boolean secondFactor) {
        return new StoredUser(id, version, username, usernameKey, email, passwordHash, flags, secondFactor);
    }

    @Override
    public String toString() {
        return "StoredUser[id=" + id + ", version=" + version + ", active=" + flags.active() + ", staff="
                + flags.staff() + ", superuser=" + flags.superuser() + ", passwordHash=***]";
    }
}
