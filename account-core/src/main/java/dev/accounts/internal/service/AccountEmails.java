package dev.accounts.internal.service;

import dev.accounts.internal.account.EmailChange;
import dev.accounts.internal.account.EmailVerification;
import dev.accounts.internal.token.TokenAuthenticator;
import dev.accounts.service.Emails;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Delegates each operation on addresses to the class that performs it. Owners who must enrol a factor need a verified address first. */
record AccountEmails(
        TokenAuthenticator tokens, EmailChange change, EmailVerification verification, Optional<String> source)
        implements Emails {

    @Override
    public void change(@Nullable String token, @Nullable CharSequence currentPassword, @Nullable String newEmail) {
        change.change(tokens.enrollingOwner(token, source), currentPassword, newEmail);
    }

    @Override
    public Optional<String> pending(@Nullable String token) {
        return change.pending(tokens.enrollingOwner(token, source));
    }

    @Override
    public void requestVerification(@Nullable String email) {
        verification.request(email, source);
    }

    @Override
    public void confirm(@Nullable String uid, @Nullable String oneTimeToken) {
        verification.confirm(uid, oneTimeToken, source);
    }
}
