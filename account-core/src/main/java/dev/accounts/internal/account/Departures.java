package dev.accounts.internal.account;

import dev.accounts.internal.event.AuditTrail;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.throttle.AttemptLimits;
import dev.accounts.internal.throttle.MailLimits;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.EventContext;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.StorageException;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.PersonalData;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.List;
import java.util.Optional;

/** Takes accounts away with all that belongs to them, here and at the host. */
public record Departures(
        AccountStores stores,
        EventPublisher events,
        AttemptLimits limits,
        MailLimits mailLimits,
        List<PersonalData> personalData,
        Optional<AuditTrail> audit) {

    /** The last active superuser stays: there would be nobody to make another one. */
    public void requireOtherSuperuser(StoredUser leaving) {
        if (leaving.active() && leaving.superuser() && !stores.roles().hasOtherSuperuser(leaving.id())) {
            throw new PermissionDeniedException("the last superuser stays one");
        }
    }

    public AccountEditor.Edit of(StoredUser leaving, EventContext context) {
        requireOtherSuperuser(leaving);
        return AccountEditor.Edit.of(user -> user, () -> {
            personalData.forEach(data -> data.erase(leaving.id()));
            delete(leaving.id());
            events.publish(new AccountEvent.Deleted(context));
            audit.ifPresent(trail -> trail.accountDeleted(leaving.id()));
            stores.afterCommit(() -> {
                limits.forget(leaving.usernameKey());
                mailLimits.forget(leaving);
            });
        });
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
