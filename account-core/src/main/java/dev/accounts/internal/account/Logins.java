package dev.accounts.internal.account;

import dev.accounts.internal.account.LoginCompletion.From;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.BusyException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.SecondFactorRequiredException;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.StoredUser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs users in: verifies the credentials and issues a token, unless the credentials change before the token is stored. */
public final class Logins {

    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    /** A second attempt is needed if a simultaneous login has just replaced the hash by a stronger one. */
    private static final int ATTEMPTS = 2;

    private final CredentialCheck credentials;
    private final PasswordHasher hasher;
    private final LoginChallenges challenges;
    private final LoginCompletion completion;

    public Logins(
            CredentialCheck credentials,
            PasswordHasher hasher,
            LoginChallenges challenges,
            LoginCompletion completion) {
        this.credentials = credentials;
        this.hasher = hasher;
        this.challenges = challenges;
        this.completion = completion;
    }

    public IssuedToken login(
            @Nullable String username, @Nullable CharSequence password, String label, Optional<String> source) {
        Optional<String> overtaken = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            LoginLookup.Found found = credentials.logIn(username, password, source);
            StoredUser user = found.user().orElseThrow(BadCredentialsException::new);
            String hash = currentHash(user.passwordHash(), password);
            if (user.secondFactor()) {
                challenges.issue(user, hash, source).ifPresent(challenge -> {
                    throw new SecondFactorRequiredException(challenge);
                });
            } else {
                IssuedToken issued = completion.issuer().issue(user.id(), label, AuthenticationMethod.PASSWORD);
                if (store(user, issued, hash, completion.from(user, source, found.lastLogin()))) {
                    LOG.debug("user {} logged in", user.id());
                    return issued;
                }
            }
            if (overtaken.filter(user.passwordHash()::equals).isPresent()) {
                throw AccountEditor.blind();
            }
            overtaken = Optional.of(user.passwordHash());
        }
        throw new BadCredentialsException();
    }

    private boolean store(StoredUser user, IssuedToken issued, String hash, From from) {
        return completion.stores().atomically(() -> completion.store(user, issued, hash, from));
    }

    /** Computes a stronger hash if needed. If that is impossible now, the old hash is kept until the next login. */
    private String currentHash(String verifiedHash, @Nullable CharSequence password) {
        if (password == null || !hasher.needsRehash(verifiedHash)) {
            return verifiedHash;
        }
        try {
            return hasher.hash(password);
        } catch (BusyException e) {
            LOG.debug("a hash was not replaced: no hashing slot was free");
            return verifiedHash;
        }
    }
}
