package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.delegation.Delegation;
import dev.accounts.model.factor.Authentication;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a token after it was issued. It never holds the value.
 *
 * @param digest the digest under which the store keeps it
 * @param userId the id of its owner
 * @param label what it was issued for, such as the name of a device; up to {@value #MAX_LABEL} characters (code
 *     points), or empty
 * @param createdAt when it was issued, in microseconds
 * @param lastUsedAt when it was last used, in microseconds; not every use is recorded
 * @param expiresAt when it expires, in microseconds; it is refused from that instant on; empty if it does not expire
 * @param authentication when and how its owner proved to be the owner
 * @param delegation whether it is good for less than a session of its owner
 */
public record AuthToken(
        TokenDigest digest,
        long userId,
        String label,
        Instant createdAt,
        Instant lastUsedAt,
        Optional<Instant> expiresAt,
        Authentication authentication,
        Delegation delegation) {

    /** The longest label, in code points. */
    public static final int MAX_LABEL = 100;

    /**
     * Checks that no component is null.
     *
     * @throws NullPointerException if a component is null
     */
    public AuthToken {
        requireNonNull(digest, "digest");
        requireNonNull(label, "label");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(lastUsedAt, "lastUsedAt");
        requireNonNull(expiresAt, "expiresAt");
        requireNonNull(authentication, "authentication");
        requireNonNull(delegation, "delegation");
    }

    /**
     * Creates a session of its owner.
     *
     * @param digest the digest under which the store keeps it
     * @param userId the id of its owner
     * @param label what it was issued for
     * @param createdAt when it was issued
     * @param lastUsedAt when it was last used
     * @param expiresAt when it expires; empty if it does not expire
     * @param authentication when and how its owner proved to be the owner
     */
    public AuthToken(
            TokenDigest digest,
            long userId,
            String label,
            Instant createdAt,
            Instant lastUsedAt,
            Optional<Instant> expiresAt,
            Authentication authentication) {
        this(digest, userId, label, createdAt, lastUsedAt, expiresAt, authentication, Delegation.NONE);
    }

    /**
     * Returns the token as it is after a use.
     *
     * @param at when it was used
     * @return the changed token
     */
    public AuthToken usedAt(Instant at) {
        return new AuthToken(
                digest, userId, label, createdAt, requireNonNull(at, "at"), expiresAt, authentication, delegation);
    }

    /**
     * Returns the id that its owner sees.
     *
     * @return {@link TokenDigest#tokenId} of its digest
     */
    public UUID id() {
        return digest.tokenId();
    }
}
