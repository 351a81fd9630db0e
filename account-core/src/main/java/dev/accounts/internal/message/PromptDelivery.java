package dev.accounts.internal.message;

import dev.accounts.model.AccountMessage;
import dev.accounts.spi.AccountNotifier;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers messages right after the commit that queued them. Messages that fail wait for the host's scheduler. */
public record PromptDelivery(AccountNotifier notifier, Executor executor) {

    private static final Logger LOG = LoggerFactory.getLogger(PromptDelivery.class);

    /** The most messages that one commit delivers; the host's scheduler delivers a longer queue. */
    private static final int LIMIT = 10;

    /** Returns what wakes the delivery. It gets the kind of a dummy; empty for a message. */
    public Consumer<Optional<AccountMessage.Kind>> over(Delivery delivery) {
        AtomicBoolean warned = new AtomicBoolean();
        return dummy -> {
            try {
                executor.execute(() -> deliver(delivery, dummy));
            } catch (RuntimeException e) {
                // The change is committed, even if the executor fails.
                // One line is enough: anybody can ask for mails faster than the executor sends them.
                if (!warned.getAndSet(true)) {
                    LOG.warn(
                            "messages wait for the host's scheduler: the executor rejected a delivery; others are not logged");
                }
            }
        };
    }

    private void deliver(Delivery delivery, Optional<AccountMessage.Kind> dummy) {
        try {
            delivery.deliver(notifier, LIMIT);
            if (dummy.isPresent()) {
                // Otherwise the load of a delivery would reveal, by the time of other calls, that an address is
                // registered.
                delivery.pretend(dummy.get());
                delivery.deliver(notifier, LIMIT);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("messages wait for the host's scheduler: the delivery failed", e);
        }
    }
}
