package dev.accounts.service;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.delegation.Delegation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A live token as its owner sees it in a list (OWASP ASVS 5.0, 7.5.2). It holds no secret and authenticates no caller.
 *
 * @param id the random id by which the owner revokes it
 * @param label what it was issued for, such as the name of a device, or empty
 * @param createdAt when it was issued, in microseconds
 * @param lastUsedAt when it was last used, in microseconds; not every use is recorded
 * @param expiresAt when it expires unless it is used before; it is refused from that instant on; empty if it does not
 *     expire
 * @param delegation whether it is a personal token or one by which staff act as the owner
 * @param current whether it is the token that the caller presented
 */
public record Session(
        UUID id,
        String label,
        Instant createdAt,
        Instant lastUsedAt,
        Optional<Instant> expiresAt,
        Delegation delegation,
        boolean current) {

    /**
     * Checks that no component is null.
     *
     * @throws NullPointerException if a component is null
     */
    public Session {
        requireNonNull(id, "id");
        requireNonNull(label, "label");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(lastUsedAt, "lastUsedAt");
        requireNonNull(expiresAt, "expiresAt");
        requireNonNull(delegation, "delegation");
    }
}
