package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a token after it was issued: never its value.
 *
 * @param digest the digest by which the store knows it
 * @param id the random name by which its owner knows it; it authenticates nobody
 * @param userId whose token it is
 * @param label what it was issued for, such as the name of a device; up to {@value #MAX_LABEL} characters (code points), or
 *     empty
 * @param createdAt when it was issued, in microseconds
 * @param lastUsedAt when it was last used, in microseconds; noted down only now and then
 * @param expiresAt the instant from which on it is refused, in microseconds; empty if it does not expire
 */
public record AuthToken(
        TokenDigest digest,
        UUID id,
        long userId,
        String label,
        Instant createdAt,
        Instant lastUsedAt,
        Optional<Instant> expiresAt) {

    /** The longest label, in code points. */
    public static final int MAX_LABEL = 100;

    /**
     * Checks that the components are there.
     *
     * @throws NullPointerException if a component is null
     */
    public AuthToken {
        requireNonNull(digest, "digest");
        requireNonNull(id, "id");
        requireNonNull(label, "label");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(lastUsedAt, "lastUsedAt");
        requireNonNull(expiresAt, "expiresAt");
    }
}
