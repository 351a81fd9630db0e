package dev.accounts.internal.account;

import dev.accounts.internal.rules.NewPasswords;
import dev.accounts.internal.rules.PasswordForm;
import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.spi.StoredUser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces the password of an owner who knows the current one. */
public record PasswordChange(ConfirmedChange confirmed, NewPasswords newPasswords, Consequences consequences) {

    public void change(Caller caller, @Nullable CharSequence currentPassword, @Nullable CharSequence newPassword) {
        Violations violations =
                new Violations(confirmed.messages(), List.of(NewPasswords.FIELD, ConfirmedChange.CURRENT_PASSWORD));
        PasswordForm.check(violations, NewPasswords.FIELD, newPassword);
        TextForm.isPresent(violations, ConfirmedChange.CURRENT_PASSWORD, currentPassword);
        violations.throwIfAny();
        confirmed.apply(caller, currentPassword, verified -> {
            String hash = newPasswords.hash(verified, newPassword);
            return now -> edit(caller, now, hash);
        });
    }

    private AccountEditor.Edit edit(Caller caller, StoredUser now, String hash) {
        // An attacker may have requested the pending address. Its link must not be sent after the change.
        return AccountEditor.Edit.of(
                user -> user.withPasswordHash(hash).withEmail(user.email().withoutPending()), () -> {
                    consequences.revocation().everythingExcept(now.id(), caller.digest());
                    consequences.outbox().tell(now, AccountMessage.Kind.PASSWORD_CHANGED);
                    consequences.events().publish(caller.actor(), AccountEvent.Kind.PASSWORD_CHANGED);
                });
    }
}
