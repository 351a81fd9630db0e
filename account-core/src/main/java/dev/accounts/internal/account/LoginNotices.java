package dev.accounts.internal.account;

import dev.accounts.internal.message.OutboxWriter;
import dev.accounts.internal.throttle.MailLimits;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.User;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import java.time.Instant;
import java.util.Optional;

/** Tells owners by mail of logins from sources that are new to the account, if the host wants it. */
public record LoginNotices(boolean areWanted, AccountStores stores, MailLimits mails, OutboxWriter outbox) {

    /** Decides before the transaction of a login. The count must not be read on a second connection inside. */
    boolean isDue(StoredUser user, Optional<String> source, Optional<Instant> lastFromThere) {
        return areWanted
                && source.isPresent()
                && lastFromThere.isEmpty()
                && user.email().key().isPresent()
                && stores.users().find(user.id()).flatMap(User::lastLogin).isPresent()
                && user.email().key().filter(mails::mayTell).isPresent();
    }

    /** Queues the mail, in the transaction of the login. */
    void tell(StoredUser user) {
        outbox.tell(user, AccountMessage.Kind.LOGIN_FROM_NEW_SOURCE);
        stores.afterCommit(() -> user.email().key().ifPresent(mails::told));
    }
}
