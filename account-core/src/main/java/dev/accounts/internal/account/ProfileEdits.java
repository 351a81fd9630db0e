package dev.accounts.internal.account;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.User;
import dev.accounts.spi.UserStore;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Adds the change of a profile to another change of the same account, so that both are made or neither. */
record ProfileEdits(UserStore users, EventPublisher events, ProfileRules rules) {

    /**
     * Who changes whose profile.
     *
     * @param answer receives the account as the transaction leaves it, which it may do more than once
     */
    record Request(Actor actor, long userId, ProfileChange change, Consumer<User> answer) {}

    Edit with(Edit edit, Request request) {
        AtomicReference<@Nullable User> before = new AtomicReference<>();
        return new Edit(
                edit.change(),
                () -> {
                    Optional<? extends AccountException> refusal =
                            edit.condition().get();
                    before.set(found(request.userId()));
                    return refusal.isPresent() ? refusal : write(request);
                },
                () -> {
                    edit.then().run();
                    User after = found(request.userId());
                    if (!profile(after).equals(profile(before.get()))) {
                        events.publish(request.actor(), AccountEvent.Kind.PROFILE_CHANGED);
                    }
                    request.answer().accept(after);
                });
    }

    private Optional<? extends AccountException> write(Request request) {
        ProfileChange change = request.change();
        if (change.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<Long> unknown = users.changeProfile(request.userId(), change);
        return unknown.isEmpty() ? Optional.empty() : Optional.of(rules.refusal(change, unknown));
    }

    private User found(long userId) {
        return users.find(userId).orElseThrow();
    }

    private static List<Object> profile(@Nullable User user) {
        return user == null ? List.of() : List.of(user.firstName(), user.lastName(), user.daysCount(), user.towns());
    }
}
