package dev.accounts.internal.account;

import dev.accounts.internal.text.Username;
import dev.accounts.internal.token.TokenAuthenticator;
import dev.accounts.model.Identity;
import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.policy.UserVisibility;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.UserKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells who a caller is, and which users the caller may see. */
public record UserDirectory(AccountStores stores, TokenAuthenticator authenticator, UserVisibility visibility) {

    public Identity me(@Nullable String token) {
        return authenticator.enrolling(token, Optional.empty()).identity();
    }

    public User show(@Nullable String token, long userId) {
        if (!visibility.permits(authenticator.caller(token, Optional.empty()).identity(), userId)) {
            throw new UserNotFoundException();
        }
        return stores.users().find(userId).orElseThrow(UserNotFoundException::new);
    }

    public boolean has(String username) {
        return Username.lookUpKey(username)
                .map(UserKey::username)
                .flatMap(stores.users()::read)
                .isPresent();
    }
}
