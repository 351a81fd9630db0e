package dev.accounts.spi;

import dev.accounts.model.AccountMessage;

/**
 * Sends messages to people, most often by mail. The library itself sends nothing, so the host implements this.
 * Thread-safe.
 *
 * <p>Each message is handed over at least once, in order for each address of a user. A message comes again, with a new
 * token, if its delivery failed or if the node died before it recorded the success. Messages to other addresses then no
 * longer wait for it.
 */
@FunctionalInterface
public interface AccountNotifier {

    /**
     * Sends a message. It may block: no lock on the account is held meanwhile.
     *
     * @param message what to send and to whom; its token must not be written anywhere else
     * @throws Exception if it was not sent; the library tries again later. It logs the class of the exception only, because the
     *     text may hold the token: a notifier whose failures are to be understood logs them itself
     */
    void send(AccountMessage message) throws Exception;
}
