package dev.accounts.internal.account;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.throttle.SourceLimits;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the address of an owner who knows the current password. Where addresses must be verified, or the account has a second factor, the
 * new address stays pending until the owner uses the link that is mailed to it.
 */
public record EmailChange(
        ConfirmedChange confirmed, AddressUse addresses, MailedLinks.Limits limits, Consequences consequences) {

    /**
     * Another change of the account in the same transaction.
     *
     * @param in adds it to the change of the address
     * @param isChange whether it changes anything
     */
    record Besides(UnaryOperator<Edit> in, boolean isChange) {
        static final Besides NOTHING = new Besides(UnaryOperator.identity(), false);
    }

    public void change(Caller caller, @Nullable CharSequence currentPassword, @Nullable String newEmail) {
        Violations violations = new Violations(confirmed.messages(), List.of(EmailAddress.FIELD));
        EmailAddress wanted = check(violations, newEmail);
        violations.throwIfAny();
        change(caller, currentPassword, wanted, Besides.NOTHING);
    }

    void change(Caller caller, @Nullable CharSequence currentPassword, EmailAddress wanted, Besides besides) {
        StoredUser user = stored(caller);
        if (wanted.address().equals(user.email().address())) {
            withdraw(caller.actor(), wanted, user, besides);
            return;
        }
        confirmed.apply(caller, currentPassword, verified -> {
            limits.sources()
                    .require(SourceLimits.Operation.REGISTRATION, caller.actor().source());
            addresses.requireFree(wanted, verified);
            if (mustConfirm(verified, wanted)) {
                limits.mails().requireChange(verified.id(), wanted.key().orElse(""));
            }
            return now -> besides.in().apply(edit(caller.actor(), now, wanted));
        });
    }

    public Optional<String> pending(Caller caller) {
        return stored(caller).email().pending();
    }

    private StoredUser stored(Caller caller) {
        return confirmed.users().read(UserKey.id(caller.id())).orElseThrow(ConfirmedChange::gone);
    }

    private EmailPolicy policy() {
        return addresses.policy();
    }

    /** Reports every problem of a new address; returns the address as it is to be stored. */
    EmailAddress check(Violations violations, @Nullable String newEmail) {
        boolean needed = newEmail == null || policy().requiredToLogIn();
        return needed && !TextForm.isPresent(violations, EmailAddress.FIELD, newEmail)
                ? EmailAddress.NONE
                : EmailAddress.check(violations, newEmail == null ? "" : newEmail)
                        .orElse(EmailAddress.NONE);
    }

    /** Discards the pending address, because the owner has asked for the present one. */
    private void withdraw(Actor actor, EmailAddress present, StoredUser user, Besides besides) {
        if (user.email().pending().isPresent() || besides.isChange()) {
            confirmed.editor().apply(user.id(), ConfirmedChange::gone, now -> {
                if (!present.address().equals(now.email().address())) {
                    // The pending address has been confirmed since. This is now a change, which needs the password.
                    throw Violations.refusal(confirmed.messages(), ConfirmedChange.CURRENT_PASSWORD, "required");
                }
                return besides.in().apply(withoutPending(actor, now));
            });
        }
    }

    /** Creates the edit that gives an account another address. */
    Edit edit(Actor actor, StoredUser now, EmailAddress wanted) {
        if (wanted.address().equals(now.email().address())) {
            return withoutPending(actor, now);
        }
        addresses.requireFree(wanted, now);
        return mustConfirm(now, wanted) ? ask(actor, now, wanted) : replace(actor, now, wanted);
    }

    /** A factor must not come to the address of another person: a reset by that person would leave it (OWASP ASVS 5.0, 6.1.3). */
    private boolean mustConfirm(StoredUser owner, EmailAddress wanted) {
        return policy().requiredToLogIn()
                || (owner.secondFactor() && wanted.key().isPresent());
    }

    private Edit withoutPending(Actor actor, StoredUser now) {
        return Edit.of(user -> user.withEmail(user.email().withoutPending()), () -> {
            if (now.email().pending().isPresent()) {
                consequences.events().publish(actor, AccountEvent.Kind.EMAIL_CHANGE_WITHDRAWN);
            }
        });
    }

    private Edit ask(Actor actor, StoredUser now, EmailAddress wanted) {
        return Edit.of(user -> user.withEmail(user.email().pending(wanted.address())), () -> {
            // The warning is queued first: messages are sent in order, and the new address may be unreachable.
            consequences.outbox().tell(now, AccountMessage.Kind.EMAIL_CHANGE_REQUESTED);
            consequences.outbox().add(Optional.of(now.id()), AccountMessage.Kind.VERIFY_EMAIL, wanted.address());
            consequences.events().publish(actor, AccountEvent.Kind.EMAIL_CHANGE_REQUESTED);
        });
    }

    private Edit replace(Actor actor, StoredUser now, EmailAddress wanted) {
        boolean stillVerified =
                now.email().verified() && wanted.key().equals(now.email().key());
        StoredUser.Email replaced =
                StoredUser.Email.of(wanted.address(), wanted.key()).verified(stillVerified);
        return Edit.of(user -> user.withEmail(replaced), () -> {
            consequences.revocation().links(now.id());
            consequences.outbox().tell(now, AccountMessage.Kind.EMAIL_CHANGED);
            consequences.events().publish(actor, AccountEvent.Kind.EMAIL_CHANGED);
        });
    }
}
