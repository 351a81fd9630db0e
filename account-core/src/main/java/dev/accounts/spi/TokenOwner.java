package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.Identity;
import java.time.Instant;
import java.util.Optional;

/**
 * The owner of a token, and how long the token lives.
 *
 * @param identity the owner
 * @param active whether the owner is active
 * @param secondFactor whether a login of the owner needs a second factor
 * @param lastUsedAt the last use of the token that was recorded
 * @param expiresAt when the token expires; it is refused from that instant on; empty if it does not expire
 */
public record TokenOwner(
        Identity identity, boolean active, boolean secondFactor, Instant lastUsedAt, Optional<Instant> expiresAt) {

    /**
     * Checks that no component is null.
     *
     * @throws NullPointerException if a component is null
     */
    public TokenOwner {
        requireNonNull(identity, "identity");
        requireNonNull(lastUsedAt, "lastUsedAt");
        requireNonNull(expiresAt, "expiresAt");
    }
}
