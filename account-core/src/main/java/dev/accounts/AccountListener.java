package dev.accounts;

import dev.accounts.model.AccountEvent;

/** Hears what happens to accounts. Thread-safe. */
@FunctionalInterface
public interface AccountListener {

    /**
     * Hears of an event, on the thread of the call that caused it.
     *
     * @param event what happened
     */
    void on(AccountEvent event);
}
