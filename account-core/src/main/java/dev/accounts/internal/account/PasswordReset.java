package dev.accounts.internal.account;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.rules.NewPasswords;
import dev.accounts.internal.rules.PasswordForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.throttle.AttemptLimits;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resets a forgotten password: mails a one-time link, and sets the new password when the link is used. */
public record PasswordReset(
        AccountStores stores, MailedLinks links, NewPasswords newPasswords, Limits limits, Consequences consequences) {

    /** The counts of failures that a reset clears, and the sources that it makes known. */
    public record Limits(AttemptLimits attempts, KnownSources sources) {}

    public void request(@Nullable String email, Optional<String> source) {
        String key = links.requiredKey(email);
        if (!links.mayMail(AccountMessage.Kind.RESET_PASSWORD, key, source)) {
            return;
        }
        stores.atomically(() -> {
            Optional<Long> userId = links.request(AccountMessage.Kind.RESET_PASSWORD, key, PasswordReset::mayReset);
            consequences.events().publish(Actor.anonymous(userId, source), AccountEvent.Kind.PASSWORD_RESET_REQUESTED);
            return true;
        });
    }

    /** Whether a user may reset the password. An import may have disabled it, because the user logs in by other means. */
    private static boolean mayReset(StoredUser user) {
        String hash = user.passwordHash();
        return user.active()
                && (!hash.startsWith(CredentialCheck.UNUSABLE_HASH) || hash.equals(CredentialCheck.UNUSABLE_HASH));
    }

    public void reset(
            @Nullable String uid,
            @Nullable String oneTimeToken,
            @Nullable CharSequence newPassword,
            Optional<String> source) {
        Violations violations = links.violations(uid, oneTimeToken, NewPasswords.FIELD);
        PasswordForm.check(violations, NewPasswords.FIELD, newPassword);
        violations.throwIfAny();
        StoredOneTimeToken token = links.find(AccountMessage.Kind.RESET_PASSWORD, uid, oneTimeToken, source);
        String hash = newPasswords.hash(owner(token), newPassword);
        Actor actor = Actor.anonymous(Optional.of(token.userId()), source);
        links.use(token, now -> edit(token, now, hash, actor));
    }

    private StoredUser owner(StoredOneTimeToken token) {
        return stores.users()
                .read(UserKey.id(token.userId()))
                .filter(found -> MailedLinks.isFor(token, found))
                .orElseThrow(links::badLink);
    }

    private AccountEditor.Edit edit(StoredOneTimeToken token, StoredUser now, String hash, Actor actor) {
        if (!MailedLinks.isFor(token, now)) {
            throw links.badLink();
        }
        // The link proves that the caller can read mail to the address.
        return AccountEditor.Edit.of(
                user -> user.withPasswordHash(hash)
                        .withEmail(user.email().verified(true).withoutPending()),
                () -> replaced(now, actor));
    }

    private void replaced(StoredUser before, Actor actor) {
        consequences.revocation().everything(before.id());
        consequences.outbox().tell(before, AccountMessage.Kind.PASSWORD_CHANGED);
        // The link proves that the owner is there. Otherwise strangers could keep the owner out again before the next
        // login.
        limits.sources().record(before.id(), actor.source(), Optional.empty());
        stores.afterCommit(() -> forget(before));
        consequences.events().publish(actor, AccountEvent.Kind.PASSWORD_RESET);
        if (!before.email().verified()) {
            consequences.events().publish(actor, AccountEvent.Kind.EMAIL_VERIFIED);
        }
    }

    private void forget(StoredUser before) {
        limits.attempts().forget(before);
        before.email().key().ifPresent(key -> links.limits().mails().used(AccountMessage.Kind.RESET_PASSWORD, key));
    }
}
