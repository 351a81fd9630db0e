package dev.accounts.internal.account;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.throttle.MailLimits;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the address of an owner who knows the current password. Where addresses must be verified, the new address stays
 * pending until the owner uses the link that is mailed to it.
 */
public record EmailChange(
        ConfirmedChange confirmed, AddressUse addresses, MailLimits mailLimits, Consequences consequences) {

    public void change(Caller caller, @Nullable CharSequence currentPassword, @Nullable String newEmail) {
        EmailAddress wanted = checked(newEmail);
        StoredUser user = stored(caller);
        if (wanted.address().equals(user.email().address())) {
            withdraw(caller, wanted, user);
            return;
        }
        confirmed.apply(caller, currentPassword, verified -> {
            addresses.requireFree(wanted, verified);
            if (policy().requiredToLogIn()) {
                mailLimits.requireChange(verified.id(), wanted.key().orElse(""));
            }
            return now -> changed(caller, now, wanted);
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

    private EmailAddress checked(@Nullable String newEmail) {
        Violations violations = new Violations(confirmed.messages(), List.of(EmailAddress.FIELD));
        if (newEmail == null || policy().requiredToLogIn()) {
            TextForm.isPresent(violations, EmailAddress.FIELD, newEmail);
            violations.throwIfAny();
        }
        Optional<EmailAddress> wanted = EmailAddress.check(violations, newEmail == null ? "" : newEmail);
        violations.throwIfAny();
        return wanted.orElse(EmailAddress.NONE);
    }

    /** Discards the pending address, because the owner has asked for the present one. */
    private void withdraw(Caller caller, EmailAddress present, StoredUser user) {
        if (user.email().pending().isPresent()) {
            confirmed.editor().apply(user.id(), ConfirmedChange::gone, now -> {
                if (!present.address().equals(now.email().address())) {
                    // The pending address has been confirmed since. This is now a change, which needs the password.
                    throw Violations.refusal(confirmed.messages(), ConfirmedChange.CURRENT_PASSWORD, "required");
                }
                return withoutPending(caller, now);
            });
        }
    }

    private Edit changed(Caller caller, StoredUser now, EmailAddress wanted) {
        if (wanted.address().equals(now.email().address())) {
            return withoutPending(caller, now);
        }
        addresses.requireFree(wanted, now);
        return policy().requiredToLogIn() ? ask(caller, now, wanted) : replace(caller, now, wanted);
    }

    private Edit withoutPending(Caller caller, StoredUser now) {
        return Edit.of(user -> user.withEmail(user.email().withoutPending()), () -> {
            if (now.email().pending().isPresent()) {
                consequences.events().publish(caller.actor(), AccountEvent.Kind.EMAIL_CHANGE_WITHDRAWN);
            }
        });
    }

    private Edit ask(Caller caller, StoredUser now, EmailAddress wanted) {
        return Edit.of(user -> user.withEmail(user.email().pending(wanted.address())), () -> {
            // The warning is queued first: messages are sent in order, and the new address may be unreachable.
            consequences.outbox().tell(now, AccountMessage.Kind.EMAIL_CHANGE_REQUESTED);
            consequences.outbox().add(Optional.of(now.id()), AccountMessage.Kind.VERIFY_EMAIL, wanted.address());
            consequences.events().publish(caller.actor(), AccountEvent.Kind.EMAIL_CHANGE_REQUESTED);
        });
    }

    private Edit replace(Caller caller, StoredUser now, EmailAddress wanted) {
        boolean stillVerified =
                now.email().verified() && wanted.key().equals(now.email().key());
        StoredUser.Email replaced =
                StoredUser.Email.of(wanted.address(), wanted.key()).verified(stillVerified);
        return Edit.of(user -> user.withEmail(replaced), () -> {
            consequences.revocation().links(now.id());
            consequences.outbox().tell(now, AccountMessage.Kind.EMAIL_CHANGED);
            consequences.events().publish(caller.actor(), AccountEvent.Kind.EMAIL_CHANGED);
        });
    }
}
