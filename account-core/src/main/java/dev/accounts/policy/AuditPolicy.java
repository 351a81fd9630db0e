package dev.accounts.policy;

import dev.accounts.service.AccountMaintenance;
import java.time.Duration;

/**
 * What the audit table keeps, and for how long. Immutable; start with {@link #defaults()}.
 *
 * <p>An entry says what happened and when, to whom and by whom, as ids, and from which source, as the host passed it; it holds
 * no name, no address and no secret. Throttled attempts are not kept, since anybody could fill the table with them; listeners
 * hear of them.
 *
 * @param retention how old an entry may become before {@link AccountMaintenance#purge} removes it
 * @param keptAfterDeletion whether entries stay as they are when an account is deleted that they are about or that acted in
 *     them: its id, its sources, such as addresses of clients, and the times are then kept up to the retention
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
     * The same with nothing kept about an account that is deleted: entries about it go with it, and those about others lose
     * its id and the source where it was the one who acted.
     *
     * @return the new policy
     */
    public AuditPolicy forgetDeleted() {
        return new AuditPolicy(retention, false);
    }
}
