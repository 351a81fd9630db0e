package dev.accounts;

import dev.accounts.model.Identity;
import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.spi.UserKey;
import dev.accounts.spi.UserStore;

/** Finds users, and shows them to those who may see them. */
record UserDirectory(UserStore users, UserVisibility visibility) {

    boolean has(String username) {
        return Username.lookUpKey(username)
                .map(UserKey::username)
                .flatMap(users::read)
                .isPresent();
    }

    User show(Identity viewer, long userId) {
        if (!visibility.permits(viewer, userId)) {
            throw new UserNotFoundException();
        }
        return users.find(userId).orElseThrow(UserNotFoundException::new);
    }
}
