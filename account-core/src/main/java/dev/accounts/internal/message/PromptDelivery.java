package dev.accounts.internal.message;

import dev.accounts.spi.AccountNotifier;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers messages right after the commit that queued them. Messages that fail wait for the host's scheduler. */
public record PromptDelivery(AccountNotifier notifier, Executor executor) {

    private static final Logger LOG = LoggerFactory.getLogger(PromptDelivery.class);

    /** The most messages that one commit delivers; the host's scheduler delivers a longer queue. */
    private static final int LIMIT = 10;

    public Runnable over(Delivery delivery) {
        return () -> {
            try {
                executor.execute(() -> deliver(delivery));
            } catch (RejectedExecutionException e) {
                LOG.warn("messages wait for the host's scheduler: the executor rejected the delivery");
            }
        };
    }

    private void deliver(Delivery delivery) {
        try {
            delivery.deliver(notifier, LIMIT);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("messages wait for the host's scheduler: the delivery failed", e);
        }
    }
}
