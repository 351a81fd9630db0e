package dev.accounts.internal.account;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.User;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserStore;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes the profile of an account, and its address in the same transaction. */
public final class ProfileUpdate {

    private final EmailChange emails;
    private final UserStore users;
    private final ProfileRules rules;
    private final ProfileEdits edits;

    /** Creates the changes of profiles that are made beside changes of addresses. */
    public ProfileUpdate(EmailChange emails, UserStore users, EventPublisher events) {
        this.emails = emails;
        this.users = users;
        this.rules = new ProfileRules(users, emails.confirmed().messages());
        this.edits = new ProfileEdits(users, events, rules);
    }

    /** Returns the changes of addresses. */
    public EmailChange emails() {
        return emails;
    }

    /**
     * A change that passed the rules.
     *
     * @param email the wanted address; empty if the address stays
     */
    public record Wanted(ProfileChange change, Optional<EmailAddress> email) {

        /** Returns whether the address of an account is to become another one. */
        public boolean changesAddress(StoredUser now) {
            return email.filter(wanted -> !wanted.address().equals(now.email().address()))
                    .isPresent();
        }
    }

    public User read(Caller caller) {
        return users.find(caller.id()).orElseThrow(ConfirmedChange::gone);
    }

    /** Changes the profile of the owner. */
    public User change(Caller caller, ProfileChange change) {
        Wanted wanted = check(change);
        if (change.isEmpty()) {
            return read(caller);
        }
        AtomicReference<@Nullable User> answer = new AtomicReference<>();
        emails.confirmed().editor().apply(caller.id(), ConfirmedChange::gone, now -> {
            ConfirmedChange.requireActive(now);
            return edit(caller.actor(), now, wanted, answer::set);
        });
        return answered(answer, caller);
    }

    /** Changes the profile and the address of the owner, who confirms a new address with the current password. */
    public User change(
            Caller caller, ProfileChange change, @Nullable CharSequence currentPassword, @Nullable String newEmail) {
        Wanted wanted = check(change, newEmail);
        AtomicReference<@Nullable User> answer = new AtomicReference<>();
        ProfileEdits.Request request =
                new ProfileEdits.Request(caller.actor(), caller.id(), wanted.change(), answer::set);
        EmailChange.Besides besides = new EmailChange.Besides(edit -> edits.with(edit, request), !change.isEmpty());
        emails.change(caller, currentPassword, wanted.email().orElseThrow(), besides);
        return answered(answer, caller);
    }

    /** Checks a change of a profile. */
    public Wanted check(ProfileChange change) {
        Violations violations = rules.violations();
        ProfileChange checked = rules.check(violations, change);
        violations.throwIfAny();
        return new Wanted(checked, Optional.empty());
    }

    /** Checks a change of a profile and the form of a new address. */
    public Wanted check(ProfileChange change, @Nullable String newEmail) {
        Violations violations = rules.violations();
        ProfileChange checked = rules.check(violations, change);
        EmailAddress email = emails.check(violations, newEmail);
        violations.throwIfAny();
        return new Wanted(checked, Optional.of(email));
    }

    /** Creates the edit that makes a checked change. */
    public Edit edit(Actor actor, StoredUser now, Wanted wanted, Consumer<User> answer) {
        Edit edit = wanted.changesAddress(now)
                ? emails.edit(actor, now, wanted.email().orElseThrow())
                : Edit.of(user -> user, () -> {});
        return edits.with(edit, new ProfileEdits.Request(actor, now.id(), wanted.change(), answer));
    }

    /** Returns the account as it was committed, or reads it if there was nothing to change. */
    private User answered(AtomicReference<@Nullable User> answer, Caller caller) {
        User committed = answer.get();
        return committed == null ? read(caller) : committed;
    }
}
