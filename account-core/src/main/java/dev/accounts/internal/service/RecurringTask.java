package dev.accounts.internal.service;

import dev.accounts.model.StorageException;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.spi.AccountNotifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers at each run, and purges at some. */
final class RecurringTask implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RecurringTask.class);
    private static final Duration PURGE_INTERVAL = Duration.ofMinutes(10);
    private static final int MESSAGES = 100;
    private static final int ROWS = 1000;

    private final AccountMaintenance maintenance;
    private final AccountNotifier notifier;
    private final InstantSource clock;
    private Instant purged = Instant.EPOCH;

    RecurringTask(AccountMaintenance maintenance, AccountNotifier notifier, InstantSource clock) {
        this.maintenance = maintenance;
        this.notifier = notifier;
        this.clock = clock;
    }

    @Override
    public synchronized void run() {
        try {
            maintenance.deliver(notifier, MESSAGES);
            purgeNowAndThen();
        } catch (RuntimeException e) {
            // A scheduler would drop a task that has thrown.
            logFailure(e);
        }
    }

    /** The text of an {@link IllegalStateException} says all, for example that the host has closed the stores. */
    private static void logFailure(RuntimeException failure) {
        if (failure instanceof StorageException && failure.getCause() instanceof IllegalStateException cause) {
            LOG.warn("the recurring task failed and will be tried again: {}", cause.getMessage());
        } else {
            LOG.warn("the recurring task failed and will be tried again", failure);
        }
    }

    private void purgeNowAndThen() {
        Instant now = clock.instant();
        // A clock that was set back must not stop the purge.
        if (!now.isBefore(purged) && now.isBefore(purged.plus(PURGE_INTERVAL))) {
            return;
        }
        while (maintenance.purge(ROWS) >= ROWS) {
            LOG.debug("rows were removed, and there may be more");
        }
        purged = now;
    }
}
