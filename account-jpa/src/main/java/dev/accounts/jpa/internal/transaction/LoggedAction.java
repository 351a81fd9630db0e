package dev.accounts.jpa.internal.transaction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an action after a commit and logs its failure. The change is committed, and the caller must not take this failure for a
 * failure of the change.
 */
record LoggedAction(Runnable action) implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedAction.class);

    @Override
    public void run() {
        try {
            action.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("an action after a commit failed", e);
        }
    }
}
