package dev.accounts.internal.event;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.EventContext;
import dev.accounts.spi.AccountListener;
import dev.accounts.spi.UnitOfWork;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what happened: some in the transaction, which they can stop, some after it, which they cannot hurt. */
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

    /** What somebody did with an account of their own. */
    public EventContext byOwner(long userId, Optional<String> source) {
        return new EventContext(clock.instant(), Optional.of(userId), Optional.of(userId), source);
    }

    /** What somebody did without being logged in. */
    public EventContext byNobody(Optional<Long> userId, Optional<String> source) {
        return new EventContext(clock.instant(), userId, Optional.empty(), source);
    }

    public EventContext byStaff(long actorId, Optional<Long> userId, Optional<String> source) {
        return new EventContext(clock.instant(), userId, Optional.of(actorId), source);
    }

    /** Tells of a change, within its transaction. */
    public void publish(AccountEvent event) {
        inside.forEach(listener -> listener.on(event));
        if (!after.isEmpty()) {
            work.afterCommit(() -> tell(event));
        }
    }

    /** Tells of a refusal: there is nothing that a listener could stop, and no rollback of a host makes it undone. */
    public void report(AccountEvent event) {
        // Each in a transaction of its own: one that fails must not undo what another one, such as the audit table,
        // kept.
        inside.forEach(listener -> tell(
                kept -> work.apart(() -> {
                    listener.on(kept);
                    return true;
                }),
                event));
        tell(event);
    }

    private void tell(AccountEvent event) {
        after.forEach(listener -> tell(listener, event));
    }

    private static void tell(AccountListener listener, AccountEvent event) {
        try {
            listener.on(event);
        } catch (Exception | LinkageError e) {
            // Languages other than Java throw checked exceptions here too.
            LOG.warn("a listener failed at the event {}", event.name(), e);
        }
    }
}
