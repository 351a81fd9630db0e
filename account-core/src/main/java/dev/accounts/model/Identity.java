package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.delegation.Delegation;
import dev.accounts.model.factor.Authentication;

/**
 * Identifies the caller of a request. The service reads it in one look-up, so that a host can ask for it at every
 * request.
 *
 * @param id the id of the account
 * @param username the display form of the unique name
 * @param email the address, or an empty text if there is no address
 * @param staff whether the account belongs to the staff of the host
 * @param superuser whether the account has every permission
 * @param authentication when and how the owner of the presented token proved to be the owner; of a delegated token it tells only when the
 *     token was issued, and is no proof
 * @param delegation whether the presented token is good for less than a session of its owner; then {@code staff} and {@code superuser} are
 *     false
 */
public record Identity(
        long id,
        String username,
        String email,
        boolean staff,
        boolean superuser,
        Authentication authentication,
        Delegation delegation) {

    /**
     * Checks that no component is null.
     *
     * @throws NullPointerException if a component is null
     */
    public Identity {
        requireNonNull(username, "username");
        requireNonNull(email, "email");
        requireNonNull(authentication, "authentication");
        requireNonNull(delegation, "delegation");
    }

    /**
     * Creates the identity of an owner who presents a session.
     *
     * @param id the id of the account
     * @param username the display form of the unique name
     * @param email the address, or an empty text if there is no address
     * @param staff whether the account belongs to the staff of the host
     * @param superuser whether the account has every permission
     * @param authentication when and how the owner proved to be the owner
     */
    public Identity(
            long id, String username, String email, boolean staff, boolean superuser, Authentication authentication) {
        this(id, username, email, staff, superuser, authentication, Delegation.NONE);
    }
}
