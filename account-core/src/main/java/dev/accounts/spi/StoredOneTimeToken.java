package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.TokenDigest;
import java.time.Instant;

/**
 * What the store knows of a one-time token. It never holds the value. {@link #toString} does not print the address and the payload.
 *
 * @param digest the digest of purpose and value
 * @param purpose the only use of the token
 * @param userId the id of the account it is for
 * @param address the exact address that it was mailed to; empty if it was not mailed
 * @param payload what the library keeps with it, of at most {@value #MAX_PAYLOAD} ASCII characters; secrets are encrypted
 * @param createdAt when it was issued, in microseconds
 * @param expiresAt when it expires, in microseconds; it is refused from that instant on
 */
public record StoredOneTimeToken(
        TokenDigest digest,
        Purpose purpose,
        long userId,
        String address,
        String payload,
        Instant createdAt,
        Instant expiresAt) {

    /** The longest payload, in characters. */
    public static final int MAX_PAYLOAD = 300;

    /** What a one-time token is good for. */
    public enum Purpose {
        /** To choose a new password. */
        RESET_PASSWORD,
        /** To choose a new username. */
        RESET_USERNAME,
        /** To prove that an address is one's own. */
        VERIFY_EMAIL,
        /** To complete a login by a second factor. */
        LOGIN,
        /** To confirm the enrolment of an app for one-time codes. Its payload is the encrypted seed. */
        ENROL_TOTP,
        /** To register a passkey: the challenge that its authenticator signs. */
        REGISTER_PASSKEY,
        /** To confirm by a passkey that the owner is there: the challenge that its authenticator signs. */
        CONFIRM_PASSKEY;

        /**
         * Returns the purpose of the link in a message.
         *
         * @param kind a kind of message that carries a token
         * @return the purpose of its token
         * @throws IllegalArgumentException if messages of this kind carry no token
         */
        public static Purpose of(AccountMessage.Kind kind) {
            return valueOf(requireNonNull(kind, "kind").name());
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     * @throws IllegalArgumentException if the payload is too long
     */
    public StoredOneTimeToken {
        requireNonNull(digest, "digest");
        requireNonNull(purpose, "purpose");
        if (requireNonNull(payload, "payload").length() > MAX_PAYLOAD) {
            throw new IllegalArgumentException(
                    "payload must have at most " + MAX_PAYLOAD + " characters: " + payload.length());
        }
        requireNonNull(address, "address");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(expiresAt, "expiresAt");
    }

    @Override
    public String toString() {
        return "StoredOneTimeToken[purpose=" + purpose + ", userId=" + userId + ", expiresAt=" + expiresAt + "]";
    }
}
