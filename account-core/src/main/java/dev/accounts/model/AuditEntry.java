package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of the audit table: one recorded event.
 *
 * @param id the number that the store gave it, ascending
 * @param at when it happened, in microseconds
 * @param event the name of the event, such as {@code logged_in}
 * @param userId the id of the account that it is about, if any; that account may be deleted
 * @param actorId the id of the user who did it, if known; that account may be deleted
 * @param source where the call came from, if the host passed it
 * @param detail the detail of the event, such as the reason of a refusal; never a secret
 * @param occurrences how often it happened; more than 1 only for what is about no account, which is counted by the hour
 */
public record AuditEntry(
        long id,
        Instant at,
        String event,
        Optional<Long> userId,
        Optional<Long> actorId,
        Optional<String> source,
        String detail,
        int occurrences) {

    /**
     * Checks that no component is null.
     *
     * @throws NullPointerException if a component is null
     */
    public AuditEntry {
        requireNonNull(at, "at");
        requireNonNull(event, "event");
        requireNonNull(userId, "userId");
        requireNonNull(actorId, "actorId");
        requireNonNull(source, "source");
        requireNonNull(detail, "detail");
    }
}
