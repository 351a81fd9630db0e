package dev.accounts.model;

import static java.util.Objects.requireNonNull;

/**
 * Identifies the caller of a request. The service reads it in one look-up, so that a host can ask for it at every
 * request.
 *
 * @param id the id of the account
 * @param username the display form of the unique name
 * @param email the address, or an empty text if there is no address
 * @param staff whether the account belongs to the staff of the host
 * @param superuser whether the account has every permission
 */
public record Identity(long id, String username, String email, boolean staff, boolean superuser) {

    /**
     * Checks that no text is null.
     *
     * @throws NullPointerException if {@code username} or {@code email} is null
     */
    public Identity {
        requireNonNull(username, "username");
        requireNonNull(email, "email");
    }
}
