package dev.accounts.internal.service;

import dev.accounts.internal.account.ConfirmedChange;
import dev.accounts.internal.account.PasswordChange;
import dev.accounts.internal.account.PasswordReset;
import dev.accounts.internal.token.TokenAuthenticator;
import dev.accounts.service.Passwords;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Delegates each operation on passwords to the class that performs it. */
record AccountPasswords(
        TokenAuthenticator tokens,
        ConfirmedChange confirmed,
        PasswordChange change,
        PasswordReset reset,
        Optional<String> source)
        implements Passwords {

    @Override
    public void change(
            @Nullable String token, @Nullable CharSequence currentPassword, @Nullable CharSequence newPassword) {
        change.change(tokens.owner(token, source), currentPassword, newPassword);
    }

    @Override
    public void confirm(@Nullable String token, @Nullable CharSequence currentPassword) {
        confirmed.confirm(tokens.owner(token, source), currentPassword);
    }

    @Override
    public void requestReset(@Nullable String email) {
        reset.request(email, source);
    }

    @Override
    public void reset(@Nullable String uid, @Nullable String oneTimeToken, @Nullable CharSequence newPassword) {
        reset.reset(uid, oneTimeToken, newPassword, source);
    }
}
