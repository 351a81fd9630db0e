package dev.accounts.spi;

import dev.accounts.model.AccountEvent;

/**
 * Hears what happens to accounts. Thread-safe.
 *
 * <p>One that listens in the transaction can stop a change by throwing. What it writes itself takes part in that transaction
 * only where the stores work in the host's transactions ({@code JpaAccountStores.within}); otherwise it commits by itself,
 * without sight of the change and whatever becomes of it. Work that the database undid is run again, so that such a listener
 * may be called up to three times for one event.
 */
@FunctionalInterface
public interface AccountListener {

    /**
     * Hears of an event, on the thread of the call that caused it.
     *
     * @param event what happened
     */
    void on(AccountEvent event);
}
