package dev.accounts.internal.account;

import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.Username;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.spi.UserStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds who is meant at a login, with the same number of look-ups whoever it is. */
public record LoginDirectory(UserStore users, boolean byEmail) {

    /** What stands for every name that no account can have. */
    private static final String NOBODY = "\0";

    /**
     * Who is meant, and under which name attempts are counted: one name for an account, however it is addressed.
     *
     * @param user the account, if there is one
     * @param countedAs the name
     */
    record Found(Optional<StoredUser> user, String countedAs) {}

    Found find(@Nullable String given) {
        Optional<String> usernameKey = Username.lookUpKey(given);
        Optional<String> emailKey = byEmail ? EmailAddress.lookUpKey(given) : Optional.empty();
        Optional<StoredUser> byName = usernameKey.map(UserKey::username).flatMap(users::read);
        // Whoever proved to hold an address goes before a name that only looks like it.
        Optional<StoredUser> found = emailKey.map(UserKey::email)
                .flatMap(users::read)
                .filter(StoredUser::emailVerified)
                .or(() -> byName);
        return new Found(
                found,
                found.map(StoredUser::usernameKey)
                        .or(() -> usernameKey)
                        .or(() -> emailKey)
                        .orElse(NOBODY));
    }
}
