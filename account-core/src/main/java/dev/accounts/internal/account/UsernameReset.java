package dev.accounts.internal.account;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.text.Username;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredUser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resets a forgotten username: mails a one-time link, and sets the new name when the link is used. */
public record UsernameReset(AccountStores stores, MailedLinks links, UsernameChange usernames) {

    public void request(@Nullable String email, Optional<String> source) {
        String key = links.requiredKey(email);
        if (!links.mayMail(Kind.RESET_USERNAME, key, source)) {
            return;
        }
        stores.atomically(() -> {
            Optional<Long> userId = links.request(Kind.RESET_USERNAME, key, StoredUser::active);
            usernames.events().publish(Actor.anonymous(userId, source), AccountEvent.Kind.USERNAME_RESET_REQUESTED);
            return true;
        });
    }

    public void reset(
            @Nullable String uid,
            @Nullable String oneTimeToken,
            @Nullable String newUsername,
            Optional<String> source) {
        Violations violations = links.violations(uid, oneTimeToken, UsernameChange.FIELD);
        Optional<Username> wanted = Username.check(violations, UsernameChange.FIELD, newUsername);
        violations.throwIfAny();
        StoredOneTimeToken token = links.find(Kind.RESET_USERNAME, uid, oneTimeToken, source);
        Actor actor = Actor.anonymous(Optional.of(token.userId()), source);
        wanted.ifPresent(username -> links.use(token, now -> edit(token, now, username, actor)));
    }

    private Edit edit(StoredOneTimeToken token, StoredUser now, Username username, Actor actor) {
        if (!MailedLinks.isFor(token, now)) {
            throw links.badLink();
        }
        Edit change = usernames.edit(actor, now, username);
        return Edit.of(change.change(), () -> {
            change.then().run();
            stores.afterCommit(() -> now.email().key().ifPresent(this::linkUsed));
        });
    }

    private void linkUsed(String emailKey) {
        links.limits().mails().used(Kind.RESET_USERNAME, emailKey);
    }
}
