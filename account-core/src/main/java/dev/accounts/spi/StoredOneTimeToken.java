package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.TokenDigest;
import java.time.Instant;

/**
 * What is known of the token of a mailed link: never its value. The address is not printed.
 *
 * @param digest the digest of purpose and value
 * @param purpose what it is for, one that carries a token; it is good for nothing else
 * @param userId whose account it is for
 * @param address the exact address that it was sent to
 * @param createdAt when it was made, in microseconds
 * @param expiresAt the instant from which on it is refused, in microseconds
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
            throw new IllegalArgumentException("no token is made for " + purpose);
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
