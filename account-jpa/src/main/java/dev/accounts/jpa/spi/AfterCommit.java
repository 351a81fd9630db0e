package dev.accounts.jpa.spi;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Runs an action when a transaction has ended with a commit. */
record AfterCommit(Runnable action) implements Synchronization {

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            action.run();
        }
    }
}
