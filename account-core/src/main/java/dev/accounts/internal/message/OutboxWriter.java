package dev.accounts.internal.message;

import dev.accounts.model.AccountMessage;
import dev.accounts.spi.OutboxStore;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Queues messages in the outbox, in the transaction of the change that they announce. */
public final class OutboxWriter {

    private final UnitOfWork work;
    private final OutboxStore outbox;
    private final InstantSource clock;
    private final Consumer<Optional<AccountMessage.Kind>> wake;

    /**
     * Creates a writer.
     *
     * @param wake starts a delivery without waiting for the host's scheduler; it does not throw. It gets the kind of a dummy, for
     *     which it does the same work; empty for a message
     */
    public OutboxWriter(
            UnitOfWork work, OutboxStore outbox, InstantSource clock, Consumer<Optional<AccountMessage.Kind>> wake) {
        this.work = work;
        this.outbox = outbox;
        this.clock = clock;
        this.wake = wake;
    }

    /** Queues a message to the present address of a user; does nothing if the user has no address. */
    public void tell(StoredUser user, AccountMessage.Kind kind) {
        if (!user.email().address().isEmpty()) {
            add(Optional.of(user.id()), kind, user.email().address());
        }
    }

    /** Queues a message. A message without a user is a dummy, which costs the same and is never sent. */
    public void add(Optional<Long> userId, AccountMessage.Kind kind, String address) {
        outbox.add(userId, kind, address, clock.instant());
        Optional<AccountMessage.Kind> dummy = userId.isPresent() ? Optional.empty() : Optional.of(kind);
        work.afterCommit(() -> wake.accept(dummy));
    }
}
