package dev.accounts.internal.service;

import static dev.accounts.service.AccountAdministration.CHANGE_USER;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.account.Consequences;
import dev.accounts.internal.account.Rights;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.ViolationMessages;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What staff do about the ways into an account: start a reset, revoke tokens, remove factors. */
record UserAccess(
        AccountStores stores,
        Rights rights,
        DefaultAccountAdministration.Changes changes,
        ViolationMessages messages,
        Optional<String> source) {

    void startPasswordReset(long actorId, long userId) {
        rights.require(actorId, CHANGE_USER);
        changes.editor().apply(userId, now -> {
            rights.require(actorId, CHANGE_USER, now);
            requireReachable(now);
            return Edit.of(user -> user, () -> {
                consequences().outbox().tell(now, AccountMessage.Kind.RESET_PASSWORD);
                consequences().events().publish(actor(actorId, userId), AccountEvent.Kind.PASSWORD_RESET_REQUESTED);
            });
        });
    }

    private void requireReachable(StoredUser user) {
        if (user.email().address().isEmpty() || !user.active()) {
            throw Violations.refusal(messages, EmailAddress.FIELD, "invalid");
        }
    }

    void endSessions(long actorId, long userId) {
        rights.require(actorId, CHANGE_USER);
        changes.editor().apply(userId, now -> {
            rights.require(actorId, CHANGE_USER, now);
            return Edit.of(user -> user, () -> {
                int count = stores.tokens().endAll(userId, Optional.empty());
                consequences()
                        .events()
                        .publish(actor(actorId, userId), context -> new AccountEvent.SessionsEnded(context, count));
            });
        });
    }

    /** Actors remove their own factors as owners do: with a proof of them. */
    boolean removeFactors(long actorId, long userId) {
        if (actorId == userId) {
            throw new PermissionDeniedException("staff do not remove their own factors");
        }
        rights.require(actorId, CHANGE_USER);
        AtomicBoolean removed = new AtomicBoolean();
        changes.editor().apply(userId, now -> {
            rights.require(actorId, CHANGE_USER, now);
            removed.set(now.secondFactor());
            return changes.factors().byStaff(now, actor(actorId, userId));
        });
        return removed.get();
    }

    private Consequences consequences() {
        return changes.consequences();
    }

    private Actor actor(long actorId, long userId) {
        return Actor.staff(actorId, Optional.of(userId), source);
    }
}
