package dev.accounts.internal.proof;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import java.util.concurrent.atomic.AtomicBoolean;

/** Removes the last factor of an account, and with it the recovery codes. */
public record FactorRemoval(FactorPolicy policy, FactorChange change, AccountStores stores) {

    public boolean byOwner(Caller caller) {
        AtomicBoolean removed = new AtomicBoolean();
        change.apply(caller, now -> {
            requireOptional(now.flags());
            removed.set(now.secondFactor());
            return edit(now, caller.actor(), () -> {});
        });
        return removed.get();
    }

    /** An owner who must have a factor replaces it instead. */
    private void requireOptional(StoredUser.Flags flags) {
        if (isRequired(flags)) {
            throw new PermissionDeniedException("the host requires a second factor");
        }
    }

    /** Whether an owner with these rights must have a second factor. */
    public boolean isRequired(StoredUser.Flags flags) {
        return policy.isRequiredFor(flags.privileged());
    }

    /** Returns the edit for an account whose owner has lost the factors. A stranger may have them, so all tokens are revoked. */
    public Edit byStaff(StoredUser now, Actor actor) {
        return edit(now, actor, () -> change.consequences().revocation().everything(now.id()));
    }

    private Edit edit(StoredUser now, Actor actor, Runnable besides) {
        return now.secondFactor()
                ? Edit.of(user -> user.withSecondFactor(false), () -> {
                    stores.totp().remove(now.id());
                    stores.recoveryCodes().removeAll(now.id());
                    besides.run();
                    change.consequences().outbox().tell(now, AccountMessage.Kind.FACTORS_REMOVED);
                    change.consequences().events().publish(actor, AccountEvent.Kind.FACTORS_REMOVED);
                })
                : Edit.of(user -> user, () -> {});
    }
}
