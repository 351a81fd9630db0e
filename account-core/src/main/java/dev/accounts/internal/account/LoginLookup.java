package dev.accounts.internal.account;

import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.Username;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.spi.UserStore;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the account of a login, with the same number of look-ups for known and unknown names. */
public record LoginLookup(UserStore users, KnownSources sources, boolean byEmail) {

    /** Begins the name under which attempts are counted if no account can have the given name. */
    private static final String IMPOSSIBLE_NAME = "\0";

    /**
     * The result of a look-up.
     *
     * @param user the account; empty if no account was found
     * @param countedAs the name under which attempts are counted; an account has one, whether the caller typed its username or
     *     its address
     * @param lastLogin when the last login from the source of this call was recorded; empty if the account does not know it
     */
    record Found(Optional<StoredUser> user, String countedAs, Optional<Instant> lastLogin) {

        Optional<Long> userId() {
            return user.map(StoredUser::id);
        }
    }

    Found find(@Nullable String given, Optional<String> source) {
        Optional<String> usernameKey = Username.lookUpKey(given);
        Optional<String> emailKey = byEmail ? EmailAddress.lookUpKey(given) : Optional.empty();
        Optional<StoredUser> byName = usernameKey.map(UserKey::username).flatMap(users::read);
        // The verified owner of an address takes precedence over a user whose name looks like the address.
        Optional<StoredUser> found = emailKey.map(UserKey::email)
                .flatMap(users::read)
                .filter(user -> user.email().verified())
                .or(() -> byName);
        return new Found(
                found,
                found.map(StoredUser::usernameKey)
                        .or(() -> usernameKey)
                        .or(() -> emailKey)
                        .orElseGet(() -> IMPOSSIBLE_NAME + (given == null ? "" : given)),
                sources.lastLogin(found.map(StoredUser::id), source));
    }
}
