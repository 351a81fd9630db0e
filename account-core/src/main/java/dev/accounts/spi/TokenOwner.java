package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.Identity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who holds a token, and until when.
 *
 * @param identity who
 * @param active whether that user is active
 * @param tokenId the token's name in its owner's list
 * @param lastUsedAt when the token's use was last noted down
 * @param expiresAt the instant from which on the token is refused; empty if it does not expire
 */
public record TokenOwner(
        Identity identity, boolean active, UUID tokenId, Instant lastUsedAt, Optional<Instant> expiresAt) {

    /**
     * Checks that the components are there.
     *
     * @throws NullPointerException if a component is null
     */
    public TokenOwner {
        requireNonNull(identity, "identity");
        requireNonNull(tokenId, "tokenId");
        requireNonNull(lastUsedAt, "lastUsedAt");
        requireNonNull(expiresAt, "expiresAt");
    }
}
