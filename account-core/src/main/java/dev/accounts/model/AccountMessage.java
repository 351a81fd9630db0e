package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Tells the host which message to send to a person. The host decides on its words and its language. {@link #toString}
 * prints no name, address or token.
 *
 * @param id the number of the message; a repeated delivery has the same number, but a new token
 * @param kind what the message is about
 * @param userId the id of the account that it is for
 * @param username the name of that account
 * @param address where to send it: an address from the store, never a text that was typed to find an account
 * @param token the token that the link must carry; empty if the message only informs
 */
public record AccountMessage(
        long id, Kind kind, long userId, String username, String address, Optional<OneTimeToken> token) {

    /**
     * Checks that no component is null.
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
        /** A new password was requested. {@code Passwords.reset} takes the token. */
        RESET_PASSWORD,
        /** A new username was requested. {@code Usernames.reset} takes the token. */
        RESET_USERNAME,
        /** The owner must prove to hold the address. {@code Emails.confirm} takes the token. */
        VERIFY_EMAIL,
        /** Another address was requested. This message goes to the current address. */
        EMAIL_CHANGE_REQUESTED,
        /** The address was replaced. This message goes to the former address. */
        EMAIL_CHANGED,
        /** The password was changed or reset. */
        PASSWORD_CHANGED,
        /** The username was changed. */
        USERNAME_CHANGED,
        /** The account was logged in to from a source from which it was not used lately. */
        LOGIN_FROM_NEW_SOURCE,
        /** Five proofs of the second factor in a row were wrong. The guesser knows the password, or has a token. */
        SECOND_FACTOR_FAILED,
        /** A second factor was enrolled. */
        FACTOR_ENROLLED,
        /** The owner or a staff actor removed every second factor. */
        FACTORS_REMOVED,
        /** The owner removed one of several second factors. */
        FACTOR_REMOVED,
        /** A passkey was refused because its counter went back: there may be a copy of its authenticator. */
        PASSKEY_COPIED,
        /** The owner, or a stranger with a session of the owner, issued a personal token. */
        PERSONAL_TOKEN_ISSUED,
        /** A recovery code was used. */
        RECOVERY_CODE_USED,
        /** New recovery codes were issued. */
        RECOVERY_CODES_ISSUED;

        /**
         * Returns whether a message of this kind carries a token.
         *
         * @return true for {@link #RESET_PASSWORD}, {@link #RESET_USERNAME} and {@link #VERIFY_EMAIL}
         */
        public boolean carriesToken() {
            return this == RESET_PASSWORD || this == RESET_USERNAME || this == VERIFY_EMAIL;
        }
    }
}
