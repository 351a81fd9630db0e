package dev.accounts.internal.account;

import dev.accounts.internal.text.Username;
import dev.accounts.model.Identity;
import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.policy.UserVisibility;
import dev.accounts.spi.UserKey;
import dev.accounts.spi.UserStore;

/** Finds users, and shows them to those who may see them. */
public record UserDirectory(UserStore users, UserVisibility visibility) {

    public boolean has(String username) {
        return Username.lookUpKey(username)
                .map(UserKey::username)
                .flatMap(users::read)
                .isPresent();
    }

    public User show(Identity viewer, long userId) {
        if (!visibility.permits(viewer, userId)) {
            throw new UserNotFoundException();
        }
        return users.find(userId).orElseThrow(UserNotFoundException::new);
    }
}
