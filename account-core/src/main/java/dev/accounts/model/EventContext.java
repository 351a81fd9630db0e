package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * When, to whom, by whom and from where something happened.
 *
 * @param at when it happened, in microseconds
 * @param userId the id of the account that it is about; empty if there is no account, such as at a login under an
 *     unknown name
 * @param actorId the id of the user who did it, the owner or another; empty if no user was logged in or the host itself
 *     did it
 * @param source where the call came from, if the host passed it
 */
public record EventContext(Instant at, Optional<Long> userId, Optional<Long> actorId, Optional<String> source) {

    /**
     * Checks that no component is null.
     *
     * @throws NullPointerException if a component is null
     */
    public EventContext {
        requireNonNull(at, "at");
        requireNonNull(userId, "userId");
        requireNonNull(actorId, "actorId");
        requireNonNull(source, "source");
    }
}
