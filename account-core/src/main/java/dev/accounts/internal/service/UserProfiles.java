package dev.accounts.internal.service;

import static dev.accounts.service.AccountAdministration.CHANGE_USER;
import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.ProfileUpdate;
import dev.accounts.internal.account.ProfileUpdate.Wanted;
import dev.accounts.internal.account.Rights;
import dev.accounts.internal.event.Actor;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.User;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Changes the profile and the address of a user. Only superusers set addresses, because a reset is mailed to them. */
record UserProfiles(Rights rights, AccountEditor editor, ProfileUpdate update, Optional<String> source) {

    User change(long actorId, long userId, ProfileChange change, @Nullable String newEmail) {
        requireNonNull(change, "change");
        rights.require(actorId, CHANGE_USER);
        Wanted wanted = newEmail == null ? update.check(change) : update.check(change, newEmail);
        Actor actor = Actor.staff(actorId, Optional.of(userId), source);
        AtomicReference<@Nullable User> answer = new AtomicReference<>();
        editor.apply(userId, now -> {
            rights.require(actorId, CHANGE_USER, now);
            if (wanted.changesAddress(now)) {
                rights.requireSuperuser(actorId);
            }
            return update.edit(actor, now, wanted, answer::set);
        });
        return requireNonNull(answer.get(), "answer");
    }
}
