package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.TokenDigest;
import java.time.Instant;

/**
 * What the store knows of the token of a one-time link. It never holds the value. {@link #toString} does not print the
 * address.
 *
 * @param digest the digest of purpose and value
 * @param purpose the only use of the token, of a kind that carries one
 * @param userId the id of the account it is for
 * @param address the exact address that it was mailed to
 * @param createdAt when it was issued, in microseconds
 * @param expiresAt when it expires, in microseconds; it is refused from that instant on
 */
public record StoredOneTimeToken(
        TokenDigest digest,
        AccountMessage.Kind purpose,
        long userId,
        String address,
        Instant createdAt,
        Instant expiresAt) {

    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     * @throws IllegalArgumentException if messages of this kind carry no token
     */
    public StoredOneTimeToken {
        requireNonNull(digest, "digest");
        if (!requireNonNull(purpose, "purpose").carriesToken()) {
            throw new IllegalArgumentException("messages of this kind carry no token: " + purpose);
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
