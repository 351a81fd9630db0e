package dev.accounts.spi;

import dev.accounts.model.AccountMessage;

/**
 * How a host tells people something, most often by mail: the library itself sends nothing. Thread-safe.
 *
 * <p>It is asked at least once for each message, in order for each address of a user; a message whose delivery failed, or whose
 * node died before it could say that it succeeded, comes again with a new token, and what goes to other addresses does not wait
 * for it any more.
 */
@FunctionalInterface
public interface AccountNotifier {

    /**
     * Sends a message. It may block; nothing of the account is locked meanwhile.
     *
     * @param message what to tell whom; its token is to be written nowhere else
     * @throws Exception if it was not sent; it is tried again later
     */
    void send(AccountMessage message) throws Exception;
}
