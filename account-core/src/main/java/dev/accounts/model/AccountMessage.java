package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the host is asked to tell a person. How it reads, and in which language, is the host's. Name, address and token are
 * not printed.
 *
 * @param id the number of the request; a repeated delivery has the same, but a new token
 * @param kind what it is about
 * @param userId whom it is for
 * @param username the name of that account
 * @param address where to send it: an address from the store, never one that somebody typed to find an account
 * @param token what the link in it must carry; empty where the message only informs
 */
public record AccountMessage(
        long id, Kind kind, long userId, String username, String address, Optional<OneTimeToken> token) {

    /**
     * Checks that the components are there.
     *
     * @throws NullPointerException if a component is null
     */
    public AccountMessage {
        requireNonNull(kind, "kind");
        requireNonNull(username, "username");
        requireNonNull(address, "address");
        requireNonNull(token, "token");
    }

    @Override
    public String toString() {
        return "AccountMessage[id=" + id + ", kind=" + kind + ", userId=" + userId + "]";
    }

    /** What a message is about. */
    public enum Kind {
        /** Somebody asked for a new password: {@code Passwords.reset} takes the token. */
        RESET_PASSWORD,
        /** Proof is wanted that the address is the person's: {@code Emails.confirm} takes the token. */
        VERIFY_EMAIL,
        /** Another address was asked for; this goes to the present one. */
        EMAIL_CHANGE_REQUESTED,
        /** The account has another address now; this goes to the former one. */
        EMAIL_CHANGED,
        /** The password was changed or reset. */
        PASSWORD_CHANGED,
        /** The username was changed. */
        USERNAME_CHANGED;

        /**
         * Whether a message of this kind carries a token.
         *
         * @return true for {@link #RESET_PASSWORD} and {@link #VERIFY_EMAIL}
         */
        public boolean carriesToken() {
            return this == RESET_PASSWORD || this == VERIFY_EMAIL;
        }
    }
}
