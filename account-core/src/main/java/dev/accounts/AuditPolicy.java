package dev.accounts;

import java.time.Duration;

/**
 * What the audit table keeps, and for how long. Immutable; start with {@link #defaults()}.
 *
 * @param retention how old an entry may become before {@link AccountMaintenance#purge} removes it
 * @param keptAfterDeletion whether entries about an account stay when it is deleted, with its id but without name and address
 */
public record AuditPolicy(Duration retention, boolean keptAfterDeletion) {

    private static final Duration DEFAULT_RETENTION = Duration.ofDays(365);

    /**
     * Checks the bounds.
     *
     * @throws NullPointerException if {@code retention} is null
     * @throws IllegalArgumentException if {@code retention} is not within 1 microsecond to 36500 days
     */
    public AuditPolicy {
        Durations.require("retention", retention);
    }

    /**
     * A year, and beyond the deletion of an account.
     *
     * @return the defaults
     */
    public static AuditPolicy defaults() {
        return new AuditPolicy(DEFAULT_RETENTION, true);
    }

    /**
     * The same with another retention.
     *
     * @param value 1 microsecond to 36500 days
     * @return the new policy
     * @throws IllegalArgumentException if it is out of bounds
     */
    public AuditPolicy retention(Duration value) {
        return new AuditPolicy(value, keptAfterDeletion);
    }

    /**
     * The same with nothing kept about an account that is deleted.
     *
     * @return the new policy
     */
    public AuditPolicy forgetDeleted() {
        return new AuditPolicy(retention, false);
    }
}
