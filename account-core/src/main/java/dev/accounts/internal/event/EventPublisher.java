package dev.accounts.internal.event;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountEvent.Kind;
import dev.accounts.model.EventContext;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.spi.AccountListener;
import dev.accounts.spi.UnitOfWork;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifies listeners of events. A listener inside the transaction can stop a change by throwing. A listener after the commit
 * cannot affect it.
 */
public final class EventPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);

    private final UnitOfWork work;
    private final InstantSource clock;
    private final List<AccountListener> inside;
    private final List<AccountListener> after;

    public EventPublisher(
            UnitOfWork work, InstantSource clock, List<AccountListener> inside, List<AccountListener> after) {
        this.work = work;
        this.clock = clock;
        this.inside = List.copyOf(inside);
        this.after = List.copyOf(after);
    }

    public boolean areHeard() {
        return !inside.isEmpty() || !after.isEmpty();
    }

    /** Publishes a change. Call it inside the transaction of the change. */
    public void publish(Actor actor, Kind kind) {
        publish(actor, context -> new AccountEvent.Plain(kind, context));
    }

    /** Publishes a change whose event has more data than its kind. Call it inside the transaction of the change. */
    public void publish(Actor actor, Function<EventContext, AccountEvent> event) {
        AccountEvent happened = event.apply(actor.at(clock.instant()));
        inside.forEach(listener -> listener.on(happened));
        if (!after.isEmpty()) {
            work.afterCommit(() -> tell(happened));
        }
    }

    /** Reports a refusal. No listener can stop it. A rollback by the host does not undo what listeners have stored. */
    public void report(Actor actor, Function<EventContext, AccountEvent> event) {
        AccountEvent refused = event.apply(actor.at(clock.instant()));
        // Each listener gets a transaction of its own: a failing listener must not undo what another has stored.
        inside.forEach(listener -> tell(
                kept -> work.apart(() -> {
                    listener.on(kept);
                    return true;
                }),
                refused));
        tell(refused);
    }

    /** Reports an attempt that must wait; returns its refusal. */
    public TooManyAttemptsException throttled(Actor actor, Duration wait) {
        LOG.debug(
                "an attempt for user {} was refused unread: too many attempts have failed",
                actor.userId().orElse(null));
        report(actor, context -> new AccountEvent.Plain(Kind.THROTTLED, context));
        return new TooManyAttemptsException(wait);
    }

    private void tell(AccountEvent event) {
        after.forEach(listener -> tell(listener, event));
    }

    private static void tell(AccountListener listener, AccountEvent event) {
        try {
            listener.on(event);
        } catch (Exception | LinkageError e) {
            // A listener written in another language, such as Kotlin, can throw checked exceptions.
            LOG.warn("a listener failed to handle the event {}", event.name(), e);
        }
    }
}
