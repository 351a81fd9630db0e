package dev.accounts.internal.service;

import static dev.accounts.service.AccountAdministration.CHANGE_USER;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.account.Rights;
import dev.accounts.internal.event.Actor;
import dev.accounts.model.AccountEvent.Kind;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.StoredUser.Flags;
import java.util.Optional;

/** Sets the flags of a user: active, staff, superuser. */
record UserFlags(Rights rights, DefaultAccountAdministration.Changes changes, Optional<String> source) {

    void setActive(long actorId, long userId, boolean active) {
        rights.require(actorId, CHANGE_USER);
        changes.editor().apply(userId, now -> {
            rights.require(actorId, CHANGE_USER, now);
            if (!active) {
                changes.deletion().requireOtherSuperuser(now);
            }
            Flags flags = new Flags(active, now.flags().staff(), now.flags().superuser());
            return edit(now, flags, () -> activeChanged(actorId, userId, active));
        });
    }

    void setStaff(long actorId, long userId, boolean staff) {
        rights.requireSuperuser(actorId);
        changes.editor().apply(userId, now -> {
            rights.requireSuperuser(actorId);
            Flags flags = new Flags(now.active(), staff, now.flags().superuser());
            return edit(now, flags, () -> rightsChanged(actorId, now, flags));
        });
    }

    void setSuperuser(long actorId, long userId, boolean superuser) {
        rights.requireSuperuser(actorId);
        changes.editor().apply(userId, now -> {
            rights.requireSuperuser(actorId);
            if (!superuser) {
                changes.deletion().requireOtherSuperuser(now);
            }
            Flags flags = new Flags(now.active(), now.flags().staff(), superuser);
            return edit(now, flags, () -> rightsChanged(actorId, now, flags));
        });
    }

    private static Edit edit(StoredUser now, Flags flags, Runnable then) {
        return Edit.of(user -> changed(user, flags), now.flags().equals(flags) ? () -> {} : then);
    }

    /** Changes the flags. A pending address does not outlive a deactivation. */
    private static StoredUser changed(StoredUser user, Flags flags) {
        StoredUser changed = user.withFlags(flags);
        return flags.active() ? changed : changed.withEmail(user.email().withoutPending());
    }

    private void activeChanged(long actorId, long userId, boolean active) {
        if (active) {
            publish(actorId, userId, Kind.REACTIVATED);
        } else {
            changes.consequences().revocation().everything(userId);
            publish(actorId, userId, Kind.DEACTIVATED);
        }
    }

    /** Without the duty to have a factor, tokens that have expired under it would be live again. */
    private void rightsChanged(long actorId, StoredUser before, Flags after) {
        if (changes.factors().isRequired(before.flags()) && !changes.factors().isRequired(after)) {
            rights.stores().tokens().endAll(before.id(), Optional.empty());
        }
        publish(actorId, before.id(), Kind.RIGHTS_CHANGED);
    }

    private void publish(long actorId, long userId, Kind kind) {
        changes.consequences().events().publish(Actor.staff(actorId, Optional.of(userId), source), kind);
    }
}
