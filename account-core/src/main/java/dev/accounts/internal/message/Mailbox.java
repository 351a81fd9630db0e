package dev.accounts.internal.message;

import dev.accounts.model.AccountMessage;
import dev.accounts.spi.OutboxStore;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;

/** Asks for messages, in the transaction of the change that they tell of. */
public final class Mailbox {

    private final UnitOfWork work;
    private final OutboxStore outbox;
    private final InstantSource clock;
    private final Runnable wake;

    /**
     * A mailbox.
     *
     * @param wake what has messages delivered without waiting for the host's scheduler; it does not throw
     */
    public Mailbox(UnitOfWork work, OutboxStore outbox, InstantSource clock, Runnable wake) {
        this.work = work;
        this.outbox = outbox;
        this.clock = clock;
        this.wake = wake;
    }

    /** Tells the present address of a user, if there is one. */
    public void tell(StoredUser user, AccountMessage.Kind kind) {
        if (!user.email().isEmpty()) {
            ask(Optional.of(user.id()), kind, user.email());
        }
    }

    /** A message to nobody costs what one to somebody does. */
    public void ask(Optional<Long> userId, AccountMessage.Kind kind, String address) {
        outbox.add(userId, kind, address, clock.instant());
        work.afterCommit(wake);
    }
}
