package dev.accounts;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.BusyException;
import dev.accounts.model.IssuedToken;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.TokenStore;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import dev.accounts.spi.UserKey;
import dev.accounts.spi.UserStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks credentials: one look-up and one verification whoever asks, and a token only for what was verified. */
final class Logins {

    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    /** What no hasher reads, so that nobody can log in with it, at the cost of a real one. */
    private static final String UNUSABLE_HASH = "!";

    /** A second attempt serves a login whose hash a simultaneous login has just made stronger. */
    private static final int ATTEMPTS = 2;

    private final UserStore users;
    private final TokenStore tokens;
    private final PasswordHasher hasher;
    private final TokenIssuer issuer;

    Logins(UserStore users, TokenStore tokens, PasswordHasher hasher, TokenIssuer issuer) {
        this.users = users;
        this.tokens = tokens;
        this.hasher = hasher;
        this.issuer = issuer;
    }

    IssuedToken login(@Nullable String username, @Nullable CharSequence password) {
        Optional<String> key = Username.lookUpKey(username);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StoredUser user = verified(key.map(UserKey::username).flatMap(users::read), password);
            Optional<IssuedToken> issued = issue(user, password);
            if (issued.isPresent()) {
                LOG.info("user {} logged in", user.id());
                return issued.get();
            }
        }
        throw new BadCredentialsException();
    }

    private StoredUser verified(Optional<StoredUser> user, @Nullable CharSequence password) {
        boolean usable = PasswordForm.isUsable(password);
        String hash = usable ? user.map(StoredUser::passwordHash).orElse(UNUSABLE_HASH) : UNUSABLE_HASH;
        boolean right = hasher.verify(usable && password != null ? password : "", hash);
        if (user.isEmpty()) {
            LOG.info("login refused: no such user");
            throw new BadCredentialsException();
        }
        if (!right || !user.get().active()) {
            LOG.info("login refused for user {}: {}", user.get().id(), right ? "not active" : "wrong password");
            throw new BadCredentialsException();
        }
        return user.get();
    }

    /** A login that is already won does not fail for want of a better hash; the next one makes it. */
    private String rehashed(CharSequence password, String verifiedHash) {
        try {
            return hasher.hash(password);
        } catch (BusyException e) {
            LOG.debug("no time to replace a hash");
            return verifiedHash;
        }
    }

    private Optional<IssuedToken> issue(StoredUser user, @Nullable CharSequence password) {
        String verifiedHash = user.passwordHash();
        String currentHash =
                password != null && hasher.needsRehash(verifiedHash) ? rehashed(password, verifiedHash) : verifiedHash;
        IssuedToken issued = issuer.issue(user.id(), "");
        return tokens.issue(new VerifiedLogin(issued.token(), verifiedHash, currentHash, 100))
                ? Optional.of(issued)
                : Optional.empty();
    }
}
