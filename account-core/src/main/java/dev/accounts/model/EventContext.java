package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * When, to whom, by whom and from where something happened.
 *
 * @param at when it happened, in microseconds
 * @param userId whose account it is about; empty where there is none, such as at a login under an unknown name
 * @param actorId who did it: the owner or another user; empty for somebody who did not log in and for the host itself
 * @param source where the call came from, if the host said so
 */
public record EventContext(Instant at, Optional<Long> userId, Optional<Long> actorId, Optional<String> source) {

    /**
     * Checks that the components are there.
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
