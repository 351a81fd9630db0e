package dev.accounts.spi;

import dev.accounts.model.AccountEvent;

/**
 * Receives the events of accounts. Thread-safe.
 *
 * <p>A listener in the transaction can stop a change by throwing. What it writes itself joins that transaction only if
 * the stores work in the host's transactions ({@code JpaAccountStores.within}). Otherwise its writes commit on their
 * own: they do not see the change, and they stay even if the change fails. The stores then also repeat work that the
 * database undid, so that the listener may get one event up to three times.
 */
@FunctionalInterface
public interface AccountListener {

    /**
     * Receives an event, on the thread of the call that caused it.
     *
     * @param event what happened
     */
    void on(AccountEvent event);
}
