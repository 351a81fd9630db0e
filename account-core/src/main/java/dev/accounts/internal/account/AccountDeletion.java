package dev.accounts.internal.account;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.AuditTrail;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.throttle.AttemptLimits;
import dev.accounts.internal.throttle.MailLimits;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.StorageException;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.PersonalData;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.List;
import java.util.Optional;

/** Deletes accounts with everything that belongs to them, in the library and at the host. */
public record AccountDeletion(
        AccountStores stores, EventPublisher events, AttemptLimits limits, MailLimits mailLimits, Records records) {

    /** Where the host and the audit table keep data about users. */
    public record Records(List<PersonalData> personalData, Optional<AuditTrail> audit) {}

    /**
     * Refuses to remove the last active superuser, because no other user could appoint a new one.
     *
     * @throws PermissionDeniedException if the user is the last active superuser
     */
    public void requireOtherSuperuser(StoredUser leaving) {
        StoredUser.Flags flags = leaving.flags();
        if (flags.active() && flags.superuser() && !stores.roles().hasOtherSuperuser(leaving.id())) {
            throw new PermissionDeniedException("the last superuser must stay");
        }
    }

    /**
     * Creates the edit that deletes an account.
     *
     * @throws PermissionDeniedException if the user is the last active superuser
     */
    public AccountEditor.Edit of(StoredUser leaving, Actor actor) {
        requireOtherSuperuser(leaving);
        return AccountEditor.Edit.of(user -> user, () -> {
            records.personalData().forEach(data -> data.erase(leaving.id()));
            delete(leaving.id());
            events.publish(actor, AccountEvent.Kind.DELETED);
            records.audit().ifPresent(trail -> trail.accountDeleted(leaving.id()));
            stores.afterCommit(() -> forget(leaving));
        });
    }

    private void forget(StoredUser gone) {
        limits.forget(gone);
        mailLimits.forget(gone);
    }

    private void delete(long userId) {
        boolean deleted = stores.users()
                .read(UserKey.id(userId))
                .map(stores.users()::delete)
                .orElse(false);
        if (!deleted) {
            throw new StorageException(
                    StorageException.Outcome.UNCHANGED, new IllegalStateException("the account could not be deleted"));
        }
    }
}
