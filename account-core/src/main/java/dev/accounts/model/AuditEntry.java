package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the audit table: an event as it is kept.
 *
 * @param id the number that the store gave it, ascending
 * @param at when it happened, in microseconds
 * @param event the name of the event, such as {@code logged_in}
 * @param userId whose account it is about, if any; the account may be gone
 * @param actorId who did it, if known; the account may be gone
 * @param source where the call came from, if the host said so
 * @param detail what else the event tells, such as the reason of a refusal; never a secret
 */
public record AuditEntry(
        long id,
        Instant at,
        String event,
        Optional<Long> userId,
        Optional<Long> actorId,
        Optional<String> source,
        String detail) {

    /**
     * Checks that the components are there.
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
