package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A live token as its owner sees it in a list (OWASP ASVS 5.0, 7.5.2): no secret, and nothing to authenticate with.
 *
 * @param id the random name to end it by
 * @param label what it was issued for, such as the name of a device, or empty
 * @param createdAt when it was issued, in microseconds
 * @param lastUsedAt when it was last used, in microseconds; noted down only now and then
 * @param expiresAt the instant from which on it is refused unless it is used before; empty if it does not expire
 * @param current whether it is the token that asked for the list
 */
public record Session(
        UUID id, String label, Instant createdAt, Instant lastUsedAt, Optional<Instant> expiresAt, boolean current) {

    /**
     * Checks that the components are there.
     *
     * @throws NullPointerException if a component is null
     */
    public Session {
        requireNonNull(id, "id");
        requireNonNull(label, "label");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(lastUsedAt, "lastUsedAt");
        requireNonNull(expiresAt, "expiresAt");
    }
}
