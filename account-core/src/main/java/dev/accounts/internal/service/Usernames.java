package dev.accounts.internal.service;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.CredentialCheck;
import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Username;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.token.Callers.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives accounts other names. */
record Usernames(AccountParts parts, Optional<String> source) {

    private static final String FIELD = "new_username";

    void change(@Nullable String token, @Nullable CharSequence currentPassword, @Nullable String newUsername) {
        Caller caller = parts.callers().caller(token);
        Violations violations = parts.violations(List.of(CredentialCheck.CURRENT_PASSWORD, FIELD));
        TextForm.isPresent(violations, CredentialCheck.CURRENT_PASSWORD, currentPassword);
        Optional<Username> wanted = Username.check(violations, FIELD, newUsername);
        violations.throwIfAny();
        wanted.ifPresent(username ->
                parts.changeConfirmed(caller.id(), currentPassword, source, verified -> now -> changed(now, username)));
    }

    private AccountEditor.Edit changed(StoredUser now, Username username) {
        requireFree(username, now);
        return AccountEditor.Edit.of(user -> user.withUsername(username.display(), username.key()), () -> {
            parts.mailbox().tell(now, Kind.USERNAME_CHANGED);
            parts.events()
                    .publish(new AccountEvent.UsernameChanged(parts.events().byOwner(now.id(), source)));
        });
    }

    private void requireFree(Username username, StoredUser now) {
        if (parts.emailPolicy().loginByEmail() && username.looksLikeAnotherAddress(now.emailKey())) {
            throw parts.refusal(FIELD, "invalid");
        }
        if (parts.isAnothers(UserKey.username(username.key()), now)) {
            throw parts.refusal(FIELD, "taken");
        }
    }
}
