package dev.accounts.internal.account;

import dev.accounts.internal.rules.NewPasswords;
import dev.accounts.internal.rules.PasswordForm;
import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.throttle.MailLimits;
import dev.accounts.internal.throttle.SourceLimits;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replaces the password of an owner who knows the current one. */
public record PasswordChange(
        AccountStores stores,
        ConfirmedChange confirmed,
        NewPasswords newPasswords,
        Limits limits,
        Consequences consequences) {

    /** The limits that a change meets, and those that it lifts. */
    public record Limits(SourceLimits sources, MailLimits mails, KnownSources known) {}

    public void change(Caller caller, @Nullable CharSequence currentPassword, @Nullable CharSequence newPassword) {
        Violations violations =
                new Violations(confirmed.messages(), List.of(NewPasswords.FIELD, ConfirmedChange.CURRENT_PASSWORD));
        PasswordForm.check(violations, NewPasswords.FIELD, newPassword);
        TextForm.isPresent(violations, ConfirmedChange.CURRENT_PASSWORD, currentPassword);
        violations.throwIfAny();
        confirmed.apply(caller, currentPassword, verified -> {
            // The owner is told by mail, and the address may be a stranger's.
            limits.sources().require(SourceLimits.Operation.MAIL, caller.actor().source());
            String hash = newPasswords.hash(verified, newPassword);
            return now -> edit(caller, now, hash);
        });
    }

    private AccountEditor.Edit edit(Caller caller, StoredUser now, String hash) {
        // An attacker may have requested the pending address. Its link must not be sent after the change.
        return AccountEditor.Edit.of(
                user -> user.withPasswordHash(hash).withEmail(user.email().withoutPending()), () -> {
                    consequences.revocation().everythingExcept(now.id(), caller.digest());
                    // The current password proves that the owner is there.
                    limits.known().record(now.id(), caller.actor().source(), Optional.empty());
                    stores.afterCommit(() -> limits.mails().linksEnded(now));
                    consequences.outbox().tell(now, AccountMessage.Kind.PASSWORD_CHANGED);
                    consequences.events().publish(caller.actor(), AccountEvent.Kind.PASSWORD_CHANGED);
                });
    }
}
