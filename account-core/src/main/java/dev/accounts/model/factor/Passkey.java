package dev.accounts.model.factor;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A passkey of an owner, as a list shows it.
 *
 * @param id names the passkey when the owner renames or removes it
 * @param name how the owner calls it
 * @param synced whether it was copied to other devices when it was used last
 * @param createdAt when the owner registered it, in microseconds
 * @param lastUsedAt when it was used last, in microseconds; empty if it never was
 */
public record Passkey(UUID id, String name, boolean synced, Instant createdAt, Optional<Instant> lastUsedAt) {

    /** The longest name, in characters (code points). The service cuts a longer one. */
    public static final int MAX_NAME = 60;

    /** How many passkeys an owner has at most. */
    public static final int MOST = 20;

    /**
     * Checks that no component is null.
     *
     * @throws NullPointerException if a component is null
     */
    public Passkey {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(lastUsedAt, "lastUsedAt");
    }
}
