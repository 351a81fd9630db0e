package dev.accounts.internal.event;

import dev.accounts.internal.text.ClientAddress;
import dev.accounts.internal.text.Texts;
import dev.accounts.model.EventContext;
import dev.accounts.model.Identity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Identifies who acts, on which account and from where.
 *
 * @param id the acting user; empty if no user is logged in
 * @param userId the account that the action concerns; empty if it concerns no account
 * @param source where the call comes from; empty if the host did not say
 */
public record Actor(Optional<Long> id, Optional<Long> userId, Optional<String> source) {

    private static final int MAX_SOURCE = 200;

    /**
     * Cleans the source of a call for events and counters: names the network of an IPv6 address, removes unprintable characters,
     * and cuts it to 200 characters.
     */
    public static Optional<String> source(@Nullable String given) {
        return Optional.ofNullable(given)
                .map(text -> Texts.printable(ClientAddress.of(text), MAX_SOURCE))
                .filter(shown -> !shown.isEmpty());
    }

    public static Actor owner(long userId, Optional<String> source) {
        return new Actor(Optional.of(userId), Optional.of(userId), source);
    }

    /** The actor of a call with a token: its owner, or the staff actor who acts as the owner. */
    public static Actor of(Identity caller, Optional<String> source) {
        return caller.delegation()
                .actorId()
                .map(actor -> staff(actor, Optional.of(caller.id()), source))
                .orElseGet(() -> owner(caller.id(), source));
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
