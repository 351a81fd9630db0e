package dev.accounts.internal.proof;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.factor.FactorDirectory;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.factor.EnrolledFactors;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.factor.StoredPasskey;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Removes factors of an account, and with the last of them the recovery codes. */
public record FactorRemoval(FactorPolicy policy, ProvenChange change, AccountStores stores) {

    private static final Edit NOTHING = Edit.of(user -> user, () -> {});

    /** Removes the app; returns whether there was one. */
    public boolean totp(Caller caller) {
        return remove(
                caller,
                owner -> stores.totp()
                        .find(owner)
                        .map(totp -> () -> stores.totp().remove(owner)));
    }

    /** Removes a passkey; returns whether there was this one. */
    public boolean passkey(Caller caller, UUID id) {
        return remove(
                caller,
                owner -> find(owner, id).map(digest -> () -> stores.passkeys().remove(owner, digest)));
    }

    private Optional<TokenDigest> find(long owner, UUID id) {
        return stores.passkeys().list(owner).stream()
                .filter(passkey -> passkey.id().equals(id))
                .map(StoredPasskey::digest)
                .findFirst();
    }

    private boolean remove(Caller caller, Function<Long, Optional<Runnable>> one) {
        AtomicBoolean removed = new AtomicBoolean();
        change.apply(caller, now -> {
            Optional<Runnable> removal = one.apply(now.id());
            removed.set(removal.isPresent());
            return removal.map(step -> isLast(now) ? last(caller, now) : edit(now, caller.actor(), step))
                    .orElse(NOTHING);
        });
        return removed.get();
    }

    private boolean isLast(StoredUser now) {
        EnrolledFactors factors = new FactorDirectory(stores).of(now.id());
        return factors.passkeys().size() + (factors.totpSince().isPresent() ? 1 : 0) == 1;
    }

    /** An owner who must have a factor enrols another first. */
    private Edit last(Caller caller, StoredUser now) {
        if (isRequired(now.flags())) {
            throw new PermissionDeniedException("the host requires a second factor");
        }
        return every(now, caller.actor(), () -> {});
    }

    private Edit edit(StoredUser now, Actor actor, Runnable removal) {
        return Edit.of(user -> user, () -> {
            removal.run();
            tell(now, actor, AccountMessage.Kind.FACTOR_REMOVED, AccountEvent.Kind.FACTOR_REMOVED);
        });
    }

    /** Whether an owner with these rights must have a second factor. */
    public boolean isRequired(StoredUser.Flags flags) {
        return policy.isRequiredFor(flags.privileged());
    }

    /** Returns the edit for an account whose owner has lost the factors. A stranger may have them, so all tokens are revoked. */
    public Edit byStaff(StoredUser now, Actor actor) {
        return now.secondFactor()
                ? every(now, actor, () -> change.consequences().revocation().everything(now.id()))
                : NOTHING;
    }

    private Edit every(StoredUser now, Actor actor, Runnable besides) {
        return Edit.of(user -> user.withSecondFactor(false), () -> {
            stores.totp().remove(now.id());
            stores.passkeys().removeAll(now.id());
            stores.recoveryCodes().removeAll(now.id());
            besides.run();
            tell(now, actor, AccountMessage.Kind.FACTORS_REMOVED, AccountEvent.Kind.FACTORS_REMOVED);
        });
    }

    private void tell(StoredUser owner, Actor actor, AccountMessage.Kind message, AccountEvent.Kind event) {
        change.consequences().outbox().tell(owner, message);
        change.consequences().events().publish(actor, event);
    }
}
