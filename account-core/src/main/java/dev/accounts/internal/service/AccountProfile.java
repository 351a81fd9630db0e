package dev.accounts.internal.service;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.ProfileUpdate;
import dev.accounts.internal.token.TokenAuthenticator;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.User;
import dev.accounts.service.Profile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Delegates each operation on a profile to the class that performs it. */
record AccountProfile(TokenAuthenticator tokens, ProfileUpdate update, Optional<String> source) implements Profile {

    @Override
    public User read(@Nullable String token) {
        return update.read(tokens.caller(token, source));
    }

    @Override
    public User change(@Nullable String token, ProfileChange change) {
        requireNonNull(change, "change");
        return update.change(editor(token), change);
    }

    @Override
    public User change(
            @Nullable String token,
            ProfileChange change,
            @Nullable CharSequence currentPassword,
            @Nullable String newEmail) {
        requireNonNull(change, "change");
        // An owner who must enrol a factor needs a verified address first.
        Caller caller = change.isEmpty() ? tokens.enrollingOwner(token, source) : tokens.owner(token, source);
        return update.change(caller, change, currentPassword, newEmail);
    }

    /** Staff who act as the owner change the profile as well; a personal token changes nothing. */
    private Caller editor(@Nullable String token) {
        Caller caller = tokens.caller(token, source);
        if (caller.identity().delegation().scopes().isPresent()) {
            throw new PermissionDeniedException("a personal token changes nothing");
        }
        return caller;
    }
}
