package dev.accounts.internal.service;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.account.CredentialCheck;
import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.token.Callers.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.EventContext;
import dev.accounts.service.Emails;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses of accounts. */
record AccountEmails(AccountParts parts, Optional<String> source) implements Emails {

    @Override
    public void change(@Nullable String token, @Nullable CharSequence currentPassword, @Nullable String newEmail) {
        Caller caller = parts.callers().caller(token);
        EmailAddress wanted = checked(newEmail);
        StoredUser user = stored(caller);
        if (wanted.address().equals(user.email())) {
            withdraw(wanted, user);
            return;
        }
        requireFree(wanted, user);
        parts.changeConfirmed(caller.id(), currentPassword, source, verified -> {
            if (parts.emailPolicy().requiredToLogIn()) {
                parts.mailLimits().requireChange(verified.id(), wanted.key().orElse(""));
            }
            return now -> changed(now, wanted);
        });
    }

    private Edit changed(StoredUser now, EmailAddress wanted) {
        if (wanted.address().equals(now.email())) {
            return withoutPending(now);
        }
        requireFree(wanted, now);
        return parts.emailPolicy().requiredToLogIn() ? ask(now, wanted) : replace(now, wanted);
    }

    /** Whoever asks for the present address again no longer wants another. */
    private void withdraw(EmailAddress present, StoredUser user) {
        if (user.pendingEmail().isPresent()) {
            parts.editor().apply(user.id(), parts::goneMeanwhile, now -> {
                if (!present.address().equals(now.email())) {
                    // The other one was confirmed meanwhile: this is a change now, and no password was asked for.
                    throw parts.refusal(CredentialCheck.CURRENT_PASSWORD, "required");
                }
                return withoutPending(now);
            });
        }
    }

    private Edit withoutPending(StoredUser now) {
        return Edit.of(StoredUser::withoutPendingEmail, () -> {
            if (now.pendingEmail().isPresent()) {
                parts.events()
                        .publish(new AccountEvent.EmailChangeWithdrawn(
                                parts.events().byOwner(now.id(), source)));
            }
        });
    }

    @Override
    public Optional<String> pending(@Nullable String token) {
        return stored(parts.callers().caller(token)).pendingEmail();
    }

    private StoredUser stored(Caller caller) {
        return parts.stores().users().read(UserKey.id(caller.id())).orElseThrow(parts::goneMeanwhile);
    }

    private EmailAddress checked(@Nullable String newEmail) {
        Violations violations = parts.violations(List.of(EmailAddress.FIELD));
        if (newEmail == null || parts.emailPolicy().requiredToLogIn()) {
            TextForm.isPresent(violations, EmailAddress.FIELD, newEmail);
            violations.throwIfAny();
        }
        Optional<EmailAddress> wanted = EmailAddress.check(violations, newEmail == null ? "" : newEmail);
        violations.throwIfAny();
        return wanted.orElse(EmailAddress.NONE);
    }

    private void requireFree(EmailAddress wanted, StoredUser user) {
        if (wanted.key()
                .filter(key -> parts.isAnothers(UserKey.email(key), user))
                .isPresent()) {
            throw parts.refusal(EmailAddress.FIELD, "taken");
        }
    }

    private Edit ask(StoredUser now, EmailAddress wanted) {
        return Edit.of(user -> user.withPendingEmail(wanted.address()), () -> {
            // The warning first: messages go out in order, and the new address may be one that cannot be reached.
            parts.mailbox().tell(now, Kind.EMAIL_CHANGE_REQUESTED);
            parts.mailbox().ask(Optional.of(now.id()), Kind.VERIFY_EMAIL, wanted.address());
            parts.events()
                    .publish(
                            new AccountEvent.EmailChangeRequested(parts.events().byOwner(now.id(), source)));
        });
    }

    private Edit replace(StoredUser now, EmailAddress wanted) {
        boolean stillVerified = now.emailVerified() && wanted.key().equals(now.emailKey());
        return Edit.of(user -> user.withEmail(wanted.address(), wanted.key(), stillVerified), () -> {
            parts.oneTimeTokens().endAll(now.id());
            parts.mailbox().tell(now, Kind.EMAIL_CHANGED);
            parts.events().publish(new AccountEvent.EmailChanged(parts.events().byOwner(now.id(), source)));
        });
    }

    @Override
    public void requestVerification(@Nullable String email) {
        String key = parts.requiredEmail(email);
        if (!parts.mailLimits().allow("verify", key)) {
            return;
        }
        parts.stores()
                .atomically(() ->
                        parts.askHolder(key, holder -> holder.active() && !holder.emailVerified(), Kind.VERIFY_EMAIL));
    }

    @Override
    public void confirm(@Nullable String uid, @Nullable String oneTimeToken) {
        parts.linkViolations(uid, oneTimeToken).throwIfAny();
        StoredOneTimeToken token = parts.link(Kind.VERIFY_EMAIL, uid, oneTimeToken);
        parts.editor().apply(token.userId(), parts::badLink, now -> confirmation(token, now));
    }

    private Edit confirmation(StoredOneTimeToken token, StoredUser now) {
        boolean present = now.email().equals(token.address()) && !now.emailVerified();
        boolean pending = now.pendingEmail().filter(token.address()::equals).isPresent();
        EmailAddress address = EmailAddress.parse(token.address()).orElse(EmailAddress.NONE);
        if (!now.active() || !(present || pending) || address.key().isEmpty()) {
            throw parts.badLink();
        }
        requireFree(address, now);
        return Edit.of(user -> user.withEmail(address.address(), address.key(), true), () -> {
                    EventContext context = parts.events().byNobody(Optional.of(now.id()), source);
                    if (!now.emailVerified()) {
                        // Whoever made these may have registered in the name of the address's owner.
                        parts.stores().tokens().endAll(now.id(), Optional.empty());
                    }
                    parts.oneTimeTokens().endAll(now.id());
                    if (!now.email().equals(address.address())) {
                        parts.mailbox().tell(now, Kind.EMAIL_CHANGED);
                        parts.events().publish(new AccountEvent.EmailChanged(context));
                    }
                    parts.events().publish(new AccountEvent.EmailVerified(context));
                })
                .under(() -> parts.used(token));
    }
}
