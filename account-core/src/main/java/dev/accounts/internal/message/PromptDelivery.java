package dev.accounts.internal.message;

import dev.accounts.spi.AccountNotifier;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers messages right after the commit that asked for them; what fails waits for the host's scheduler. */
public record PromptDelivery(AccountNotifier notifier, Executor executor) {

    private static final Logger LOG = LoggerFactory.getLogger(PromptDelivery.class);

    /** Others may wait as well, but a request is no scheduler. */
    private static final int LIMIT = 10;

    public Runnable over(Delivery delivery) {
        return () -> {
            try {
                executor.execute(() -> deliver(delivery));
            } catch (RejectedExecutionException e) {
                LOG.warn("messages wait for the scheduler: the executor has no room");
            }
        };
    }

    private void deliver(Delivery delivery) {
        try {
            delivery.deliver(notifier, LIMIT);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("messages wait for the scheduler", e);
        }
    }
}
