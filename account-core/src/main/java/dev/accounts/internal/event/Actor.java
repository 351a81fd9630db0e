package dev.accounts.internal.event;

import dev.accounts.internal.text.Texts;
import dev.accounts.model.EventContext;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, to which account and from where.
 *
 * @param id the acting user; empty if no user is logged in
 * @param userId the account that it is about; empty if there is none
 * @param source where the call comes from, if the host said so
 */
public record Actor(Optional<Long> id, Optional<Long> userId, Optional<String> source) {

    private static final int MAX_SOURCE = 200;

    /** The source of a call as events and counters keep it: printable, and cut to 200 characters. */
    public static Optional<String> source(@Nullable String given) {
        return Optional.ofNullable(given)
                .map(text -> Texts.printable(text, MAX_SOURCE))
                .filter(shown -> !shown.isEmpty());
    }

    public static Actor owner(long userId, Optional<String> source) {
        return new Actor(Optional.of(userId), Optional.of(userId), source);
    }

    public static Actor anonymous(Optional<Long> userId, Optional<String> source) {
        return new Actor(Optional.empty(), userId, source);
    }

    public static Actor staff(long actorId, Optional<Long> userId, Optional<String> source) {
        return new Actor(Optional.of(actorId), userId, source);
    }

    EventContext at(Instant now) {
        return new EventContext(now, userId, id, source);
    }
}
