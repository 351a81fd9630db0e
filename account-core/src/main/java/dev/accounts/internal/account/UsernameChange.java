package dev.accounts.internal.account;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.message.OutboxWriter;
import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Username;
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
import org.jspecify.annotations.Nullable;

/** Replaces the username of an owner who knows the current password. */
public record UsernameChange(
        ConfirmedChange confirmed,
        EmailPolicy policy,
        SourceLimits sources,
        OutboxWriter outbox,
        EventPublisher events) {

    static final String FIELD = "new_username";

    public void change(Caller caller, @Nullable CharSequence currentPassword, @Nullable String newUsername) {
        Violations violations = new Violations(confirmed.messages(), List.of(ConfirmedChange.CURRENT_PASSWORD, FIELD));
        TextForm.isPresent(violations, ConfirmedChange.CURRENT_PASSWORD, currentPassword);
        Optional<Username> wanted = Username.check(violations, FIELD, newUsername);
        violations.throwIfAny();
        wanted.ifPresent(username -> confirmed.apply(caller, currentPassword, verified -> {
            sources.require(SourceLimits.Operation.REGISTRATION, caller.actor().source());
            return now -> edit(caller.actor(), now, username);
        }));
    }

    AccountEditor.Edit edit(Actor actor, StoredUser now, Username username) {
        requireFree(username, now);
        return AccountEditor.Edit.of(user -> user.withUsername(username.display(), username.key()), () -> {
            outbox.tell(now, AccountMessage.Kind.USERNAME_CHANGED);
            events.publish(actor, AccountEvent.Kind.USERNAME_CHANGED);
        });
    }

    private void requireFree(Username username, StoredUser now) {
        if (policy.loginByEmail()
                && username.looksLikeAnotherAddress(now.email().key())) {
            throw Violations.refusal(confirmed.messages(), FIELD, "invalid");
        }
        if (confirmed.editor().isTaken(UserKey.username(username.key()), now)) {
            throw Violations.refusal(confirmed.messages(), FIELD, "taken");
        }
    }
}
