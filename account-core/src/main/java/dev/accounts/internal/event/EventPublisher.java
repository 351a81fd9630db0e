package dev.accounts.internal.event;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountEvent.Kind;
import dev.accounts.model.EventContext;
import dev.accounts.spi.AccountListener;
import dev.accounts.spi.UnitOfWork;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what happened. Listeners inside the transaction can stop a change by throwing; listeners after the commit
 * cannot harm it.
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

    /** Tells of a change, inside its transaction. */
    public void publish(Actor actor, Kind kind) {
        publish(actor, context -> new AccountEvent.Plain(kind, context));
    }

    /** Tells of a change that has more to tell than its kind, inside its transaction. */
    public void publish(Actor actor, Function<EventContext, AccountEvent> event) {
        AccountEvent happened = event.apply(actor.at(clock.instant()));
        inside.forEach(listener -> listener.on(happened));
        if (!after.isEmpty()) {
            work.afterCommit(() -> tell(happened));
        }
    }

    /** Tells of a refusal. No listener can stop it, and a rollback of the host does not undo what listeners store. */
    public void report(Actor actor, Function<EventContext, AccountEvent> event) {
        AccountEvent refused = event.apply(actor.at(clock.instant()));
        // Each listener has a transaction of its own: one that fails must not undo what another stored.
        inside.forEach(listener -> tell(
                kept -> work.apart(() -> {
                    listener.on(kept);
                    return true;
                }),
                refused));
        tell(refused);
    }

    private void tell(AccountEvent event) {
        after.forEach(listener -> tell(listener, event));
    }

    private static void tell(AccountListener listener, AccountEvent event) {
        try {
            listener.on(event);
        } catch (Exception | LinkageError e) {
            // Listeners written in other languages can throw checked exceptions.
            LOG.warn("a listener failed at the event {}", event.name(), e);
        }
    }
}
