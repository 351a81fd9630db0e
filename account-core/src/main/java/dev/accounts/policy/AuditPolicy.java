package dev.accounts.policy;

import dev.accounts.service.AccountMaintenance;
import java.time.Duration;

/**
 * Decides what the audit table keeps, and for how long. Immutable; start with {@link #defaults()}.
 *
 * <p>An entry says what happened, when, to which account, by which user and from which source. It holds ids and the
 * source as the host passed it, but no name, no address and no secret. Throttled attempts are not kept, because anyone
 * could fill the table with them; listeners receive them.
 *
 * @param retention how old an entry may become before {@link AccountMaintenance#purge} removes it
 * @param keptAfterDeletion whether the entries about an account, and those of its actions, stay unchanged when it is
 *     deleted; its id, its sources, such as client addresses, and the times are then kept until the retention ends
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
     * Returns the defaults: entries are kept for 365 days, also after the deletion of an account.
     *
     * @return the defaults
     */
    public static AuditPolicy defaults() {
        return new AuditPolicy(DEFAULT_RETENTION, true);
    }

    /**
     * Returns a copy with another retention.
     *
     * @param value 1 microsecond to 36500 days
     * @return the new policy
     * @throws NullPointerException if {@code value} is null
     * @throws IllegalArgumentException if {@code value} is out of bounds
     */
    public AuditPolicy retention(Duration value) {
        return new AuditPolicy(value, keptAfterDeletion);
    }

    /**
     * Returns a copy that keeps nothing about deleted accounts. Entries about a deleted account are removed. Entries
     * about others in which it acted lose its id and the source.
     *
     * @return the new policy
     */
    public AuditPolicy forgetDeleted() {
        return new AuditPolicy(retention, false);
    }
}
