package dev.accounts.internal.service;

import dev.accounts.internal.account.UsernameReset;
import dev.accounts.service.Usernames;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Delegates the operations on forgotten usernames. */
record AccountUsernames(UsernameReset reset, Optional<String> source) implements Usernames {

    @Override
    public void requestReset(@Nullable String email) {
        reset.request(email, source);
    }

    @Override
    public void reset(@Nullable String uid, @Nullable String oneTimeToken, @Nullable String newUsername) {
        reset.reset(uid, oneTimeToken, newUsername, source);
    }
}
