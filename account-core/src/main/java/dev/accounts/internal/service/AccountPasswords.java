package dev.accounts.internal.service;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.CredentialCheck;
import dev.accounts.internal.rules.NewPasswords;
import dev.accounts.internal.rules.PasswordForm;
import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.token.Callers.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.EventContext;
import dev.accounts.service.Passwords;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passwords of accounts. */
record AccountPasswords(AccountParts parts, Optional<String> source) implements Passwords {

    @Override
    public void change(
            @Nullable String token, @Nullable CharSequence currentPassword, @Nullable CharSequence newPassword) {
        Caller caller = parts.callers().caller(token);
        Violations violations = parts.violations(List.of(NewPasswords.FIELD, CredentialCheck.CURRENT_PASSWORD));
        PasswordForm.check(violations, NewPasswords.FIELD, newPassword);
        TextForm.isPresent(violations, CredentialCheck.CURRENT_PASSWORD, currentPassword);
        violations.throwIfAny();
        parts.changeConfirmed(caller.id(), currentPassword, source, verified -> {
            String hash = parts.newPasswords().hash(verified, newPassword);
            return now -> changed(caller, now, hash);
        });
    }

    private AccountEditor.Edit changed(Caller caller, StoredUser now, String hash) {
        // An address that was asked for before, maybe by somebody else, does not come in by a link that is still to
        // be sent.
        return AccountEditor.Edit.of(user -> user.withPasswordHash(hash).withoutPendingEmail(), () -> {
            parts.stores().tokens().endAll(now.id(), Optional.of(caller.digest()));
            parts.oneTimeTokens().endAll(now.id());
            parts.mailbox().tell(now, Kind.PASSWORD_CHANGED);
            parts.events()
                    .publish(new AccountEvent.PasswordChanged(parts.events().byOwner(now.id(), source)));
        });
    }

    @Override
    public void confirm(@Nullable String token, @Nullable CharSequence currentPassword) {
        Caller caller = parts.callers().caller(token);
        parts.requireUnchanged(parts.confirmed(caller.id(), currentPassword, source), currentPassword);
    }

    @Override
    public void requestReset(@Nullable String email) {
        String key = parts.requiredEmail(email);
        if (!parts.mailLimits().allow("reset", key)) {
            return;
        }
        parts.stores().atomically(() -> {
            Optional<Long> id = parts.askHolder(key, AccountPasswords::mayReset, Kind.RESET_PASSWORD);
            parts.events()
                    .publish(new AccountEvent.PasswordResetRequested(
                            parts.events().byNobody(id, source)));
            return true;
        });
    }

    /** An account whose password was made unusable on purpose, such as by an import, has other ways to log in. */
    private static boolean mayReset(StoredUser user) {
        String hash = user.passwordHash();
        return user.active()
                && (!hash.startsWith(CredentialCheck.UNUSABLE_HASH) || hash.equals(CredentialCheck.UNUSABLE_HASH));
    }

    @Override
    public void reset(@Nullable String uid, @Nullable String oneTimeToken, @Nullable CharSequence newPassword) {
        Violations violations = parts.linkViolations(uid, oneTimeToken, NewPasswords.FIELD);
        PasswordForm.check(violations, NewPasswords.FIELD, newPassword);
        violations.throwIfAny();
        StoredOneTimeToken token = parts.link(Kind.RESET_PASSWORD, uid, oneTimeToken);
        StoredUser user = parts.stores()
                .users()
                .read(UserKey.id(token.userId()))
                .filter(found -> isFor(token, found))
                .orElseThrow(parts::badLink);
        String hash = parts.newPasswords().hash(user, newPassword);
        parts.editor().apply(user.id(), parts::badLink, now -> edit(token, now, hash));
    }

    private AccountEditor.Edit edit(StoredOneTimeToken token, StoredUser now, String hash) {
        if (!isFor(token, now)) {
            throw parts.badLink();
        }
        return AccountEditor.Edit.of(
                        user -> user.withPasswordHash(hash).withEmail(now.email(), now.emailKey(), true), () -> {
                            parts.stores().tokens().endAll(now.id(), Optional.empty());
                            parts.oneTimeTokens().endAll(now.id());
                            parts.mailbox().tell(now, Kind.PASSWORD_CHANGED);
                            parts.stores().afterCommit(() -> parts.limits().forget(now.usernameKey()));
                            EventContext context = parts.events().byNobody(Optional.of(now.id()), source);
                            parts.events().publish(new AccountEvent.PasswordReset(context));
                            if (!now.emailVerified()) {
                                parts.events().publish(new AccountEvent.EmailVerified(context));
                            }
                        })
                .under(() -> parts.used(token));
    }

    private static boolean isFor(StoredOneTimeToken token, StoredUser user) {
        return user.active() && user.email().equals(token.address());
    }
}
